import {dealFieldStrings} from './deal-fields.strings.ts';
import {dealRegistrationStrings} from './deal-registration.strings.ts';
import {addStrings} from './strings.ts';

/** Adds the names of fields to the words of the form. */
export function addFieldStrings(): void {
  addStrings(dealRegistrationStrings, dealFieldStrings);
}
