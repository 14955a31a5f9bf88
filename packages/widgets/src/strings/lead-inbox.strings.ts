import {en} from './en/lead-inbox.ts';
import {defineStrings, type StringsOf} from './strings.ts';

/** The shape that every translation of the lead inbox has. */
export type LeadInboxStrings = StringsOf<typeof en>;

/** Words of `<portico-lead-inbox>`. */
export const leadInboxStrings = defineStrings('lead-inbox', en, {});
