import type {en} from '../../strings/en/lead-import.ts';
import type {Localize} from '../../strings/localize.ts';

/** The words of the import, as its views receive them. */
export type ImportWords = Localize<typeof en>;
