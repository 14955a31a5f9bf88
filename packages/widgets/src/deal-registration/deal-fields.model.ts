import type {DealForm, DealRegistration, FieldUse, FormField, StandardField} from '@portico/contract';
import {standardFieldOrder, useOf, visibleFields} from '@portico/contract/deal-form-rules';
import {matchLocale} from '../strings/locale.ts';
import {answerOf, textOf, type Values} from './deal-values.model.ts';

/** How a field is filled in. What is not of `portico-ui-field` comes with the later part. */
export type FieldShape = 'text' | 'email' | 'tel' | 'number' | 'date' | 'textarea' | 'select' | 'country' | 'type' | 'money' | 'lines' | 'evidence' | 'tender' | 'multi' | 'checkbox';

export interface FieldSpec {
  readonly shape: FieldShape;
  /** Token by which browsers fill in what they know. */
  readonly autocomplete?: string;
  readonly max?: number;
  readonly keyboard?: 'url' | 'decimal' | 'numeric';
  /** The vendor's own field. */
  readonly own?: FormField;
}

/** A page of the form: what is always asked, and what may be added. */
export interface FormStep {
  readonly id: 'customer' | 'deal' | 'evidence' | 'asked' | 'review';
  readonly fields: readonly string[];
  readonly more: readonly string[];
}

/** Fields that every form asks for. */
const always = ['customer.name', 'customer.country', 'name'];

/** Optional fields that are shown without being asked for; the others wait behind a fold. */
const shown = new Set(['customer.website', 'contact.firstName', 'contact.lastName', 'contact.email', 'contact.phone', 'lines', 'estimatedAmount', 'expectedCloseOn', 'description', 'competitors']);

const specs: Readonly<Record<string, FieldSpec>> = {
  registrationType: {shape: 'type'},
  name: {shape: 'text', max: 200},
  description: {shape: 'textarea', max: 4000},
  useCase: {shape: 'textarea', max: 4000},
  'customer.name': {shape: 'text', autocomplete: 'organization', max: 200},
  'customer.website': {shape: 'text', autocomplete: 'url', max: 500, keyboard: 'url'},
  'customer.taxId': {shape: 'text', max: 40},
  'customer.country': {shape: 'country', autocomplete: 'country'},
  'customer.region': {shape: 'text', autocomplete: 'address-level1', max: 80},
  'customer.postalCode': {shape: 'text', autocomplete: 'postal-code', max: 20},
  'customer.city': {shape: 'text', autocomplete: 'address-level2', max: 120},
  'customer.street': {shape: 'text', autocomplete: 'address-line1', max: 200},
  'customer.relationship': {shape: 'textarea', max: 500},
  'contact.firstName': {shape: 'text', autocomplete: 'given-name', max: 100},
  'contact.lastName': {shape: 'text', autocomplete: 'family-name', max: 100},
  'contact.jobTitle': {shape: 'text', autocomplete: 'organization-title', max: 120},
  'contact.email': {shape: 'email', autocomplete: 'email', max: 320},
  'contact.phone': {shape: 'tel', autocomplete: 'tel', max: 40},
  lines: {shape: 'lines'},
  estimatedAmount: {shape: 'money', keyboard: 'decimal'},
  contractType: {shape: 'text', max: 80},
  contractTermMonths: {shape: 'text', max: 3, keyboard: 'numeric'},
  expectedCloseOn: {shape: 'date'},
  competitors: {shape: 'text', max: 2000},
  incumbent: {shape: 'text', max: 200},
  tender: {shape: 'tender'},
  supportRequested: {shape: 'textarea', max: 1000},
  evidence: {shape: 'evidence'},
};

const ownShapes: Readonly<Record<FormField['type'], FieldSpec>> = {
  text: {shape: 'text', max: 400},
  long_text: {shape: 'textarea', max: 4000},
  number: {shape: 'text', keyboard: 'decimal', max: 40},
  money: {shape: 'money', keyboard: 'decimal'},
  date: {shape: 'date'},
  select: {shape: 'select'},
  multi_select: {shape: 'multi'},
  checkbox: {shape: 'checkbox'},
  url: {shape: 'text', keyboard: 'url', max: 400},
  email: {shape: 'email', max: 320},
  phone: {shape: 'tel', max: 40},
};

/** How a field of this form is filled in. */
export function specOf(form: Pick<DealForm, 'fields'>, path: string): FieldSpec {
  const own = path.startsWith('answers.') ? form.fields.find(({key}) => `answers.${key}` === path) : undefined;
  return own ? {...ownShapes[own.type], own} : (specs[path] ?? {shape: 'text', max: 400});
}

/** Whether a field has to be filled in to submit. */
export function isRequired(form: DealForm, path: string): boolean {
  if (path.startsWith('answers.')) return specOf(form, path).own?.required ?? false;
  return always.includes(path) || path === 'registrationType' || useOf(form, path as StandardField) === 'required';
}

/** The vendor's own fields that are shown now. */
export function ownFields(form: DealForm, values: Values, locale: string): FormField[] {
  const answers = Object.fromEntries(form.fields.map(field => [field.key, answerOf(field, values, locale)]));
  return visibleFields(form, answers, {country: textOf(values, 'customer.country') || null, registrationType: textOf(values, 'registrationType')});
}

/**
 * The pages of the form. Where a reviewer asked for something, only what was asked for, on one page.
 *
 * @param registration - Left out for a new one.
 */
export function stepsOf(form: DealForm, values: Values, locale: string, registration?: Pick<DealRegistration, 'infoRequest'>): FormStep[] {
  const own = ownFields(form, values, locale).map(({key}) => `answers.${key}`);
  const used = standardFieldOrder.filter(field => useOf(form, field) !== 'hidden');
  const request = registration?.infoRequest;
  if (request) return [{id: 'asked', fields: askedFields(request.fields, [...always, 'registrationType', ...standardFieldOrder, ...own]), more: []}, review];
  const first = used.filter(field => /^customer|^contact/.test(field));
  const customer = ['customer.website', ...always.filter(path => path.startsWith('customer')), ...first.filter(field => field !== 'customer.website')].filter(path => always.includes(path) || first.includes(path as never));
  const type = form.registrationTypes.length > 1 ? ['registrationType'] : [];
  const deal = ['name', ...type, ...used.filter(field => !first.includes(field) && field !== 'evidence'), ...own];
  const isShown = (path: string) => isRequired(form, path) || shown.has(path) || path.startsWith('answers.');
  const page = (id: 'customer' | 'deal', paths: readonly string[]): FormStep => ({id, fields: paths.filter(isShown), more: paths.filter(path => !isShown(path))});
  const use: FieldUse = useOf(form, 'evidence');
  return [page('customer', customer), page('deal', deal), ...(use === 'hidden' ? [] : [{id: 'evidence', fields: ['evidence'], more: []} as const]), review];
}

/** The page that a field is on; those of no page are mended in the review. */
export function stepOf(steps: readonly FormStep[], path: string): FormStep['id'] {
  const owner = path.startsWith('lines') ? 'lines' : path;
  return steps.find(({fields, more}) => fields.includes(owner) || more.includes(owner))?.id ?? 'review';
}

const review: FormStep = {id: 'review', fields: [], more: []};

/** Fields by the names that a request uses: a part such as `customer` stands for all of it. */
function askedFields(names: readonly string[], known: readonly string[]): string[] {
  return known.filter(path => names.includes(path) || names.includes(path.split('.')[0] ?? ''));
}

/** The text in the reader's language, English where it is missing: `zh-CN` finds `zh-Hans`. */
export function localText(texts: Readonly<Record<string, string>>, locale: string): string {
  return texts[matchLocale(locale, Object.keys(texts))] ?? texts['en'] ?? '';
}
