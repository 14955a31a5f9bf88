import {defineElement} from '../../base/define-element.ts';
import {addDetailStrings} from '../../strings/deal-review-detail.strings.ts';
import {NoteComposer} from './note-composer.ts';
import {ReviewDetail} from './review-detail.ts';

// Loaded when the queue is there: the first paint does not wait for what nobody has opened.
addDetailStrings();
defineElement('portico-deal-review-note', NoteComposer);
defineElement('portico-deal-review-detail', ReviewDetail);
