import {en} from './en/lead-desk.ts';
import {defineStrings, type StringsOf} from './strings.ts';

/** The shape that every translation of the lead desk has. */
export type LeadDeskStrings = StringsOf<typeof en>;

/** Words of `<portico-lead-desk>`. */
export const leadDeskStrings = defineStrings('lead-desk', en, {});
