import {en} from './en/lead-import.ts';
import {defineStrings, type StringsOf} from './strings.ts';

/** The shape that every translation of the import has. */
export type LeadImportStrings = StringsOf<typeof en>;

/** Words of the lead desk's import; apart from the desk's own, because most visits import nothing. */
export const leadImportStrings = defineStrings('lead-import', en, {});
