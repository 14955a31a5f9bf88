/** What the form needs once somebody types: answers, later steps, the receipt. A chunk of its own, loaded when the first view stands. */
import {defineElement} from '../base/define-element.ts';
import type {Part} from '../base/later-part.ts';
import {addLaterStrings} from '../strings/deal-registration-later.strings.ts';
import {UiBadge} from '../ui/badge/badge.ts';
import {UiCheckbox} from '../ui/checkbox/checkbox.ts';
import {UiErrorSummary} from '../ui/error-summary/error-summary.ts';
import {UiFilePicker} from '../ui/file-picker/file-picker.ts';
import type {LaterViews} from './deal-registration.view.ts';
import {endingView} from './ending.view.ts';
import {laterStyles} from './later.styles.ts';
import {claimView, issueText, notesView, summaryView} from './notes.view.ts';
import {reviewView} from './review.view.ts';
import {specialField} from './special-field.view.ts';

/** Registers the parts that these views use, adds their words, and gives the views. */
export function laterPart(): Part<LaterViews> {
  defineElement('portico-ui-badge', UiBadge);
  defineElement('portico-ui-checkbox', UiCheckbox);
  defineElement('portico-ui-error-summary', UiErrorSummary);
  defineElement('portico-ui-file-picker', UiFilePicker);
  addLaterStrings();
  return {views: {field: specialField, claim: claimView, summary: summaryView, notes: notesView, review: reviewView, ending: endingView, issueText}, styles: [laterStyles]};
}
