import {defineElement} from '../base/define-element.ts';
import {Portal} from '../portal/portal.ts';

defineElement('portico-portal', Portal);
