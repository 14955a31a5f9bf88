import {DealContact, DealCustomer, DealFields} from '@portico/contract';

const whole = new Set([...Object.keys(DealFields.shape).filter(key => key !== 'answers' && key !== 'customer' && key !== 'contact'), 'evidence']);
const parts = new Set([...Object.keys(DealCustomer.shape).map(key => `customer.${key}`), ...Object.keys(DealContact.shape).map(key => `contact.${key}`)]);

/**
 * Whether a name is that of a field a partner can be asked for: `lines`, `customer.taxId`, `evidence`, or `answers.` and the key of a field of the programme's form.
 *
 * @param formKeys - Keys of the fields of the form as it is now, and of answers that were given to earlier ones.
 */
export function isInfoField(name: string, formKeys: ReadonlySet<string>): boolean {
  return whole.has(name) || parts.has(name) || (name.startsWith('answers.') && formKeys.has(name.slice('answers.'.length)));
}
