import type {FieldError} from '../problem.ts';
import type {DealForm, FormField} from './deal-form.schema.ts';

/** What a partner sees who registers a deal with a vendor that made no form: short enough for two minutes. */
export const defaultDealForm = {
  registrationTypes: ['resale', 'new_logo', 'renewal', 'upsell', 'referral', 'co_sell'],
  standardFields: {
    'customer.website': 'optional',
    'customer.taxId': 'optional',
    'customer.city': 'optional',
    'contact.firstName': 'optional',
    'contact.lastName': 'optional',
    'contact.email': 'required',
    'contact.phone': 'optional',
    lines: 'optional',
    estimatedAmount: 'required',
    expectedCloseOn: 'required',
    description: 'optional',
    competitors: 'optional',
    evidence: 'optional',
  },
  fields: [],
} as const satisfies Pick<DealForm, 'standardFields'> & {readonly registrationTypes: readonly DealForm['registrationTypes'][number][]; readonly fields: readonly FormField[]};

/**
 * What is wrong with a form that a vendor designed; the schema has seen to the shape of each field.
 *
 * @returns Errors with pointers into the form: `/fields/2/options`. Codes: `duplicate`, `options_missing`, `options_unused`, `field_unknown`, `circular`, `option_unknown`.
 */
export function formErrors({registrationTypes, fields}: Pick<DealForm, 'registrationTypes' | 'fields'>): FieldError[] {
  return [
    ...repeated(registrationTypes).map(index => ({pointer: `/registrationTypes/${index}`, code: 'duplicate', message: 'This type is in the list already.'})),
    ...repeated(fields.map(({key}) => key)).map(index => ({pointer: `/fields/${index}/key`, code: 'duplicate', message: 'Another field has this key.'})),
    ...fields.flatMap((field, index) => [...optionErrors(field), ...conditionErrors(fields, field)].map(error => ({...error, pointer: `/fields/${index}${error.pointer}`}))),
  ];
}

function optionErrors({type, options}: FormField): FieldError[] {
  const chooses = type === 'select' || type === 'multi_select';
  if (chooses && options.length === 0) return [{pointer: '/options', code: 'options_missing', message: 'A field to choose from needs options.'}];
  if (!chooses && options.length > 0) return [{pointer: '/options', code: 'options_unused', message: 'Only select and multi_select have options.'}];
  return repeated(options.map(({value}) => value)).map(index => ({pointer: `/options/${index}/value`, code: 'duplicate', message: 'Another option has this value.'}));
}

function conditionErrors(fields: readonly FormField[], {key, showIf}: FormField): FieldError[] {
  if (!showIf || showIf.key === 'registrationType') return [];
  const other = fields.find(field => field.key === showIf.key);
  if (!other) return [{pointer: '/showIf/key', code: 'field_unknown', message: `The form has no field ${showIf.key}.`}];
  if (isInCircle(fields, key)) return [{pointer: '/showIf/key', code: 'circular', message: 'The condition hangs on this very field, directly or by other fields.'}];
  return showIf.in.flatMap((value, index): FieldError[] =>
    canBe(other, value) ? [] : [{pointer: `/showIf/in/${index}`, code: 'option_unknown', message: `The field ${other.key} never has this value.`}],
  );
}

function isInCircle(fields: readonly FormField[], key: string): boolean {
  const seen = new Set<string>();
  let at: string | undefined = key;
  while (at !== undefined && !seen.has(at)) {
    seen.add(at);
    const next: string | undefined = fields.find(field => field.key === at)?.showIf?.key;
    if (next === key) return true;
    at = next;
  }
  return false;
}

function canBe({type, options}: FormField, value: string | boolean): boolean {
  if (type === 'checkbox') return typeof value === 'boolean';
  if (type === 'money') return false;
  return typeof value === 'string' && (type === 'select' || type === 'multi_select' ? options.some(option => option.value === value) : true);
}

/** Positions of values that stood in the list before. */
function repeated(values: readonly string[]): number[] {
  return values.flatMap((value, index) => (values.indexOf(value) < index ? [index] : []));
}
