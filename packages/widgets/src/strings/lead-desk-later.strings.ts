import {en} from './en/lead-desk-later.ts';
import {leadDeskStrings} from './lead-desk.strings.ts';
import {addSource} from './strings.ts';

/** Adds the English words of what is done at the desk to those of its first sight. */
export function addDeskStrings(): void {
  addSource(leadDeskStrings, en);
}
