import type {Answer, Api, FieldError, RouteParsed} from '@portico/contract';
import {amountIn} from '../deal-flow/amount.rules.ts';
import type {HeldDeal} from '../deal-flow/held-deal.queries.ts';

/** What can be changed of a draft; what is left out stays. */
export type FieldChanges = Omit<RouteParsed<Api['dealRegistrations']['update']>, 'id' | 'version'>;

const columns = {
  registrationType: 'registration_type',
  name: 'name',
  description: 'description',
  useCase: 'use_case',
  lines: 'lines',
  contractType: 'contract_type',
  contractTermMonths: 'contract_term_months',
  expectedCloseOn: 'expected_close_on',
  competitors: 'competitors',
  incumbent: 'incumbent',
  tender: 'tender',
  supportRequested: 'support_requested',
  hideFromDistributor: 'hide_from_distributor',
} as const;

/** Names of the fields that would be different: `name`, `customer.taxId`, `answers.budget`. What is sent as it is does not count. */
export function changedFields(deal: HeldDeal, changes: FieldChanges): string[] {
  const plain = (Object.keys(columns) as (keyof typeof columns)[]).filter(name => changes[name] !== undefined && differs(changes[name], deal[columns[name]]));
  const amount = changes.estimatedAmount !== undefined && differs(changes.estimatedAmount, amountIn(deal)) ? ['estimatedAmount'] : [];
  return [...plain, ...amount, ...changedParts('customer', deal.customer, changes.customer), ...changedParts('contact', deal.contact, changes.contact), ...changedAnswers(deal.answers as Answer[], changes.answers)];
}

/**
 * Fields that were changed although a reviewer asked for others.
 *
 * @param asked - Names of fields; `customer`, `contact` and `answers` stand for all of theirs.
 */
export function readOnlyErrors(changed: readonly string[], asked: readonly string[]): FieldError[] {
  const free = (field: string): boolean => asked.includes(field) || asked.includes(field.split('.')[0] ?? '');
  return changed.filter(field => !free(field)).map(field => ({pointer: `/${field.replace('.', '/')}`, code: 'read_only', message: 'Only what the vendor asked for can be changed now.'}));
}

function changedParts(part: string, kept: unknown, changes: Readonly<Record<string, unknown>> | undefined): string[] {
  const before = kept as Readonly<Record<string, unknown>>;
  return Object.entries(changes ?? {}).flatMap(([name, value]) => (value !== undefined && differs(value, before[name] ?? null) ? [`${part}.${name}`] : []));
}

function changedAnswers(kept: readonly Answer[], given: FieldChanges['answers']): string[] {
  if (given === undefined) return [];
  const [before, after] = [new Map(kept.map(({key, value}) => [key, value])), new Map(given.map(({key, value}) => [key, value]))];
  return [...new Set([...before.keys(), ...after.keys()])].filter(key => differs(after.get(key) ?? null, before.get(key) ?? null)).map(key => `answers.${key}`);
}

function differs(a: unknown, b: unknown): boolean {
  return JSON.stringify(inOrder(a)) !== JSON.stringify(inOrder(b));
}

/** With keys in order: what comes back from the database has them in another one. */
function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([key, part]) => [key, inOrder(part)]));
}
