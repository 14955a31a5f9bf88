import {defineElement} from '../../base/define-element.ts';
import {LeadDetail} from './lead-detail.ts';
import {NoteComposer} from './note-composer.ts';

// Loaded when the list is there: the first paint does not wait for what nobody has opened.
defineElement('portico-lead-desk-note', NoteComposer);
defineElement('portico-lead-desk-detail', LeadDetail);
