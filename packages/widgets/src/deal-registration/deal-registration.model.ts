import {ApiError} from '@portico/client';
import type {DealFields, DealForm, DealRegistration, NewAnswer, Program} from '@portico/contract';
import {missingFields} from '@portico/contract/deal-form-rules';
import {toCheck, toFields, type Values} from './deal-values.model.ts';

/** How the form stands: filled in, sent with a receipt, or not to be changed here any more. */
export type DealRegistrationStatus = 'pending' | 'failed' | 'offline' | 'forbidden' | 'form' | 'done' | 'closed';

/** What came of an attempt to submit. */
export type SubmitOutcome = 'submitted' | 'incomplete' | 'refused' | 'cancelled' | 'failed';

/** What the form is about; each left out where the page does not say. */
export interface DealSubject {
  readonly registrationId?: string | undefined;
  readonly leadOfferId?: string | undefined;
  /** What the page brings to begin with. */
  readonly prefill: Partial<DealFields>;
}

/** What is read before the form is drawn. */
export interface DealSetup {
  readonly form: DealForm;
  readonly program: Pick<Program, 'products' | 'countries' | 'dealPolicy'>;
  /** Open registrations that still fit; `null` without a limit. */
  readonly capacityLeft: number | null;
}

/** One field that has to be mended: its name, why, and the server's own words where there are none for the code. */
export interface FieldIssue {
  readonly path: string;
  readonly code: string;
  readonly message?: string;
}

/** Names the copy on this device: by registration, by lead, or by what the page brings, so that two customers are two drafts. */
export function draftKeyOf({registrationId, leadOfferId, prefill}: DealSubject): string {
  if (registrationId) return `deal-registration/${registrationId}`;
  if (leadOfferId) return `deal-registration/lead/${leadOfferId}`;
  const {website, name} = prefill.customer ?? {};
  return ['deal-registration/new', website ?? name ?? prefill.name].filter(Boolean).join('/');
}

/** Everything that keeps what is typed from being submitted, in the form's order. */
export function issuesOf({form, program}: DealSetup, values: Values, locale: string, registration: DealRegistration | undefined, acceptedTerms: string | null): FieldIssue[] {
  const {fields, faults} = toFields(values, form, locale);
  const faulty = new Set(faults.map(({path}) => path.split('.', path.startsWith('lines') ? 1 : 2).join('.')));
  const missing = missingFields(form, toCheck(fields, registration?.evidence ?? []))
    .map(({pointer, code}) => ({path: pathOf(pointer), code}))
    .filter(({path}) => !faulty.has(path));
  const terms = termsToAccept(program, registration);
  return [...faults, ...missing, ...(terms && acceptedTerms !== terms.version ? [{path: 'terms', code: 'terms'}] : [])];
}

/** Issues by their place in the form, one a field; lines among themselves stay as they are, what is on no page comes last. */
export function inOrder(issues: readonly FieldIssue[], order: readonly string[]): FieldIssue[] {
  const rankOf = ({path}: FieldIssue) => {
    const at = order.indexOf(path.startsWith('lines') ? 'lines' : path);
    return at < 0 ? order.length : at;
  };
  return issues.filter(({path}, at) => issues.findIndex(other => other.path === path) === at).sort((a, b) => rankOf(a) - rankOf(b));
}

/** The terms that have to be accepted with the next submission. */
export function termsToAccept({dealPolicy: {terms}}: DealSetup['program'], registration: Pick<DealRegistration, 'termsVersion'> | undefined) {
  return terms && registration?.termsVersion !== terms.version ? terms : null;
}

/** Whether the partner may change a registration now. */
export function isOpenToChange(registration: DealRegistration | undefined): boolean {
  return registration === undefined || registration.actions.includes('update');
}

/** Names of fields in a problem's pointers. */
export function toIssues(error: unknown): FieldIssue[] {
  if (!(error instanceof ApiError)) return [];
  if (error.code === 'deal_terms_not_accepted') return [{path: 'terms', code: 'terms'}];
  return (error.problem.errors ?? []).map(({pointer, code, message}) => ({path: pathOf(pointer), code, message})).filter(({path}) => path !== '');
}

/**
 * The field that a pointer into what was sent means: `/customer/email` → `customer.email`, `/answers/2/value` → `answers.budget`.
 *
 * @param answers - As they were sent, for pointers into that list; others name the answer's key.
 */
export function pathOf(pointer: string, answers: readonly NewAnswer[] = []): string {
  const [, top = '', ...rest] = pointer.split('/');
  if (top === 'answers') {
    const key = /^\d+$/.test(rest[0] ?? '') ? answers[Number(rest[0])]?.key : rest[0];
    return key === undefined ? '' : `answers.${key}`;
  }
  if (top === 'lines' && rest.length > 0) return ['lines', ...rest.slice(0, 2)].join('.').replace('.unitPrice', '.price').replace('.discountPercent', '.discount');
  return top === 'customer' || top === 'contact' ? [top, ...rest.slice(0, 1)].join('.') : top;
}
