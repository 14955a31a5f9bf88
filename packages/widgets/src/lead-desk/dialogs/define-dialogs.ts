import {defineElement} from '../../base/define-element.ts';
import './define-dialog-parts.ts';
import {EditDialog} from './edit-dialog.ts';
import {NewLeadDialog} from './new-lead.ts';
import {OfferDialog} from './offer-dialog.ts';
import {PartnerFilter} from './partner-filter.ts';
import {PartnerPicker} from './partner-picker.ts';
import {ReasonDialog} from './reason-dialog.ts';

// Loaded when the first dialog opens: most visits look and do not act.
defineElement('portico-lead-desk-partner-picker', PartnerPicker);
defineElement('portico-lead-desk-partner-filter', PartnerFilter);
defineElement('portico-lead-desk-reason-dialog', ReasonDialog);
defineElement('portico-lead-desk-offer-dialog', OfferDialog);
defineElement('portico-lead-desk-edit-dialog', EditDialog);
defineElement('portico-lead-desk-new-lead', NewLeadDialog);
