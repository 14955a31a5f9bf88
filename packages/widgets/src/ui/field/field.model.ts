import type {Localize} from '../../strings/localize.ts';
import type {UiFieldStrings} from '../../strings/ui-field.strings.ts';

/** What is typed or chosen in a field. */
export type FieldKind =
  | 'text'
  | 'email'
  | 'url'
  | 'tel'
  | 'number'
  | 'search'
  | 'date'
  | 'datetime-local'
  | 'textarea'
  | 'select';

/** One choice of a select. */
export interface FieldOption {
  readonly value: string;
  readonly label: string;
  readonly disabled?: boolean;
}

/** A native control of a field. */
export type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/**
 * Says what is wrong with the value of a native control, in the reader's language rather than the browser's.
 *
 * @returns A sentence, or nothing when the value is fine.
 */
export function toFieldError(control: Control, text: Localize<UiFieldStrings>): string | undefined {
  const {validity} = control;
  if (validity.valid) return undefined;
  if (validity.valueMissing) return text.term('required');
  if (validity.typeMismatch) return text.term(control.type === 'email' ? 'invalidEmail' : 'invalidUrl');
  if (validity.badInput) return text.term(control.type === 'number' ? 'invalidNumber' : 'invalidDate');
  if (control instanceof HTMLInputElement) {
    if (validity.rangeUnderflow) return text.term('tooSmall', control.min);
    if (validity.rangeOverflow) return text.term('tooLarge', control.max);
  }
  if (validity.tooLong && !(control instanceof HTMLSelectElement)) return text.term('tooLong', control.maxLength);
  return control.validationMessage;
}
