import type {AllLeadImportStrings} from '../../strings/lead-import.strings.ts';
import type {Localize} from '../../strings/localize.ts';

/** The words of the import, as its views receive them. */
export type ImportWords = Localize<AllLeadImportStrings>;
