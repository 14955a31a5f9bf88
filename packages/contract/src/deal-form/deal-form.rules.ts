import type {Answer, DealContact, DealCustomer, DealLine, NewAnswer, Tender} from '../deal-registration/deal-customer.schema.ts';
import type {Money} from '../money.ts';
import type {FieldError} from '../problem.ts';
import type {DealForm, FieldUse, FormField, StandardField} from './deal-form.schema.ts';
import {answerFault} from './form-answer.rules.ts';

export {answerFault, type AnswerFault} from './form-answer.rules.ts';
export {defaultDealForm, formErrors} from './form-design.rules.ts';

// What a form asks for, decided in one place for the server and for widgets while somebody types. Plain code: no schema library, because browsers load it.

/** A form as far as the rules go. */
export type FormRules = Pick<DealForm, 'registrationTypes' | 'standardFields' | 'fields'>;

/** Answers as they are given: the registration's list, or values by key as a form holds them. */
export type GivenAnswers = readonly {readonly key: string; readonly value: unknown}[] | Readonly<Record<string, unknown>>;

/** What the form's fields depend on besides answers. */
export interface FormFacts {
  /** The partner's level; `null` for a partner without one. Leave it out when the form was read by the partner: then it holds the fields of their level only. */
  readonly levelId?: string | null | undefined;
  /** Country of the customer, or `null` while unknown. */
  readonly country: string | null;
  readonly registrationType: string;
}

/**
 * The vendor's fields that are shown now, in the form's order. A field whose condition hangs on a hidden field is hidden too.
 *
 * @param answers - As typed so far. A checkbox without an answer counts as not ticked.
 */
export function visibleFields(form: Pick<DealForm, 'fields'>, answers: GivenAnswers, facts: FormFacts): FormField[] {
  const values = valuesOf(answers);
  const byKey = new Map(form.fields.map(field => [field.key, field]));
  const decided = new Map<string, boolean>();
  const isVisible = (field: FormField): boolean => {
    const known = decided.get(field.key);
    if (known !== undefined) return known;
    // A circle of conditions, which the server refuses, hides all of it.
    decided.set(field.key, false);
    const visible = isMeant(field, facts) && isFulfilled(field);
    decided.set(field.key, visible);
    return visible;
  };
  const isFulfilled = ({showIf}: FormField): boolean => {
    if (!showIf) return true;
    if (showIf.key === 'registrationType') return showIf.in.includes(facts.registrationType);
    const other = byKey.get(showIf.key);
    if (!other || !isVisible(other)) return false;
    const value = values.get(other.key) ?? (other.type === 'checkbox' ? false : null);
    const given: readonly unknown[] = Array.isArray(value) ? value : [typeof value === 'number' ? String(value) : value];
    return given.some(one => showIf.in.includes(one as string | boolean));
  };
  return form.fields.filter(isVisible);
}

/** How the form uses a field that every registration has: `hidden` where it says nothing. */
export function useOf(form: Pick<DealForm, 'standardFields'>, field: StandardField): FieldUse {
  return form.standardFields[field] ?? 'hidden';
}

/** What of a registration the form may ask for: a `DealRegistration` fits. */
export interface RegistrationToCheck {
  readonly registrationType: string;
  readonly name: string | null;
  readonly description: string | null;
  readonly useCase: string | null;
  readonly customer: DealCustomer;
  readonly contact: DealContact;
  readonly lines: readonly DealLine[];
  readonly estimatedAmount: Money | null;
  readonly contractType: string | null;
  readonly contractTermMonths: number | null;
  readonly expectedCloseOn: string | null;
  readonly competitors: readonly string[];
  readonly incumbent: string | null;
  readonly tender: Tender | null;
  readonly supportRequested: string | null;
  readonly answers: GivenAnswers;
  /** Only files that are ready count. */
  readonly evidence: readonly {readonly status: string}[];
}

/**
 * What keeps a registration from being submitted: required fields that are empty, and answers that do not fit their field.
 *
 * @returns One entry a field, in the form's order, with an RFC 6901 pointer by name: `/name`, `/customer/taxId`, `/lines`, `/evidence`, `/answers/budget_from`.
 *   Codes: `required`, and those of `answerFault`.
 */
export function missingFields(form: FormRules, registration: RegistrationToCheck, {levelId}: Pick<FormFacts, 'levelId'> = {}): FieldError[] {
  const {customer, registrationType} = registration;
  const errors: FieldError[] = [];
  const require = (pointer: string, isGiven: boolean) => {
    if (!isGiven) errors.push({pointer, code: 'required', message: 'This is needed to submit.'});
  };
  if (!form.registrationTypes.some(type => type === registrationType)) {
    errors.push({pointer: '/registrationType', code: 'option_unknown', message: 'The programme takes no registrations of this type.'});
  }
  require('/name', isGiven(registration.name));
  require('/customer/name', isGiven(customer.name));
  require('/customer/country', isGiven(customer.country));
  for (const field of standardFieldOrder) {
    if (useOf(form, field) === 'required') require(`/${field.replace('.', '/')}`, isStandardGiven(registration, field));
  }
  const values = valuesOf(registration.answers);
  for (const field of visibleFields(form, registration.answers, {levelId, country: customer.country, registrationType})) {
    const value = values.get(field.key);
    const pointer = `/answers/${field.key}`;
    const fault = isGiven(value) ? answerFault(field, value) : null;
    if (fault) errors.push({pointer, ...fault});
    // As in HTML: a checkbox that is required has to be ticked.
    else if (field.required) require(pointer, field.type === 'checkbox' ? value === true : isGiven(value));
  }
  return errors;
}

/**
 * Answers that cannot be kept: to fields that the form does not have, twice to the same, or of the wrong kind. For drafts too; whether all are there is asked on
 * submission.
 *
 * @param before - Answers kept so far: those to fields that the form no longer has may be sent back as they are.
 * @returns Errors with pointers into the list: `/answers/2/value`. Codes: `field_unknown`, `duplicate`, and those of `answerFault`.
 */
export function answerErrors(form: Pick<DealForm, 'fields'>, answers: readonly NewAnswer[], before: readonly Answer[] = []): FieldError[] {
  return answers.flatMap(({key, value}, index): FieldError[] => {
    if (answers.findIndex(other => other.key === key) < index) return [{pointer: `/answers/${index}/key`, code: 'duplicate', message: 'There is another answer to this field.'}];
    const field = form.fields.find(known => known.key === key);
    if (!field) return before.some(kept => kept.key === key && isSame(kept.value, value)) ? [] : [{pointer: `/answers/${index}/key`, code: 'field_unknown', message: 'The form has no such field.'}];
    const fault = isGiven(value) ? answerFault(field, value) : null;
    return fault ? [{pointer: `/answers/${index}/value`, ...fault}] : [];
  });
}

/**
 * Answers with the label and type of their fields as they are now. One that stays the same keeps what it was given under; one without a field and without a former
 * answer is left out.
 *
 * @param before - Answers kept so far.
 */
export function snapshotAnswers(form: Pick<DealForm, 'fields'>, answers: readonly NewAnswer[], before: readonly Answer[] = []): Answer[] {
  return answers.flatMap(({key, value}): Answer[] => {
    const kept = before.find(answer => answer.key === key);
    if (kept && isSame(kept.value, value)) return [kept];
    const field = form.fields.find(known => known.key === key);
    return field ? [{key, label: {...field.label}, type: field.type, value}] : [];
  });
}

/** The order in which fields that every registration has are asked for, and their errors listed. */
export const standardFieldOrder = [
  'customer.website', 'customer.taxId', 'customer.region', 'customer.postalCode', 'customer.city', 'customer.street', 'customer.relationship',
  'contact.firstName', 'contact.lastName', 'contact.jobTitle', 'contact.email', 'contact.phone',
  'lines', 'estimatedAmount', 'expectedCloseOn', 'description', 'useCase', 'contractType', 'contractTermMonths', 'competitors', 'incumbent', 'tender', 'supportRequested', 'evidence',
] as const satisfies readonly StandardField[];

function isStandardGiven(registration: RegistrationToCheck, field: StandardField): boolean {
  const [first = '', second] = field.split('.');
  if (second !== undefined) return isGiven((registration[first as 'customer' | 'contact'] as Readonly<Record<string, unknown>>)[second]);
  if (field === 'evidence') return registration.evidence.some(({status}) => status === 'ready');
  // Lines that all have a price add up to it.
  if (field === 'estimatedAmount' && registration.lines.length > 0 && registration.lines.every(({unitPrice}) => unitPrice !== null)) return true;
  return isGiven(registration[field as 'lines']);
}

function isMeant({levelIds, countries, registrationTypes}: FormField, {levelId, country, registrationType}: FormFacts): boolean {
  const fits = (wanted: readonly string[], value: string | null) => wanted.length === 0 || (value !== null && wanted.includes(value));
  return (levelId === undefined || fits(levelIds, levelId)) && fits(countries, country) && fits(registrationTypes, registrationType);
}

function isGiven(value: unknown): boolean {
  if (typeof value === 'string') return value.trim() !== '';
  return Array.isArray(value) ? value.length > 0 : value !== null && value !== undefined;
}

function isSame(one: unknown, other: unknown): boolean {
  if (Array.isArray(one) && Array.isArray(other)) return one.length === other.length && one.every((item, index) => item === other[index]);
  if (isMoney(one) && isMoney(other)) return one.amountMinor === other.amountMinor && one.currency === other.currency;
  return one === other;
}

function isMoney(value: unknown): value is Money {
  return typeof value === 'object' && value !== null && 'amountMinor' in value;
}

function valuesOf(answers: GivenAnswers): ReadonlyMap<string, unknown> {
  return new Map(Array.isArray(answers) ? (answers as readonly NewAnswer[]).map(({key, value}) => [key, value]) : Object.entries(answers));
}
