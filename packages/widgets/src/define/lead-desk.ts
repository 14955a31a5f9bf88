import {defineElement} from '../base/define-element.ts';
import {LeadDesk} from '../lead-desk/lead-desk.ts';

defineElement('portico-lead-desk', LeadDesk);
