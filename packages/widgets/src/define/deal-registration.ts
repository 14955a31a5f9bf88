import {defineElement} from '../base/define-element.ts';
import {DealRegistrationForm} from '../deal-registration/deal-registration.ts';

defineElement('portico-deal-registration', DealRegistrationForm);
