/** The form itself: its steps and the fields of the first. A chunk of its own, that comes while the session and the form are read. */
import {defineElement} from '../base/define-element.ts';
import type {Part} from '../base/later-part.ts';
import {addFieldStrings} from '../strings/deal-registration-form.strings.ts';
import {UiField} from '../ui/field/field.ts';
import {UiStepper} from '../ui/stepper/stepper.ts';
import type {FormViews} from './deal-registration.view.ts';
import {formView} from './frame.view.ts';

/** Registers the parts that the form uses, adds its words, and gives the view. */
export function formPart(): Part<FormViews> {
  defineElement('portico-ui-field', UiField);
  defineElement('portico-ui-stepper', UiStepper);
  addFieldStrings();
  return {views: {form: formView}, styles: []};
}
