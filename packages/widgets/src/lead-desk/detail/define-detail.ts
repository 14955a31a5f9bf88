import {defineElement} from '../../base/define-element.ts';
import {LeadDetail} from './lead-detail.ts';
import {NoteComposer} from './note-composer.ts';

/** Registers what draws an open lead; it comes when the list is there: the first paint does not wait for what nobody has opened. */
export function defineDetail(): void {
  defineElement('portico-lead-desk-note', NoteComposer);
  defineElement('portico-lead-desk-detail', LeadDetail);
}
