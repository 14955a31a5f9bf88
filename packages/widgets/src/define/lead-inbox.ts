import {defineElement} from '../base/define-element.ts';
import {LeadInbox} from '../lead-inbox/lead-inbox.ts';

defineElement('portico-lead-inbox', LeadInbox);
