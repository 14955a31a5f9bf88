import type {Api, DealFields, DealLine, Money, RouteParsed} from '@portico/contract';
import {answerErrors, snapshotAnswers} from '@portico/contract/deal-form-rules';
import type {DealRow} from './deal-rows.ts';
import {definedOf} from './partner-org.mocks.ts';
import {problem} from './problem.ts';
import type {Store} from './store.ts';

type Changes = Omit<RouteParsed<Api['dealRegistrations']['update']>, 'id' | 'version'>;

/** The fields that a change would alter, as a request for information names them: `customer.taxId`, `lines`, `answers.budget`. */
export function changedFields(deal: DealRow, changes: Changes): string[] {
  const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);
  const inside = (part: 'customer' | 'contact') => Object.entries(changes[part] ?? {}).flatMap(([key, value]) => (value === undefined || same(value, deal[part][key as never]) ? [] : [`${part}.${key}`]));
  const {customer: _customer, contact: _contact, answers, ...plain} = changes;
  const own = Object.entries(plain).flatMap(([key, value]) => (value === undefined || same(value, deal[key as keyof typeof plain]) ? [] : [key]));
  const before = new Map(deal.answers.map(({key, value}) => [key, value]));
  const asked = (answers ?? []).flatMap(({key, value}) => (same(value, before.get(key) ?? null) ? [] : [`answers.${key}`]));
  return [...own, ...inside('customer'), ...inside('contact'), ...asked];
}

/** Refuses what a reviewer did not ask for. @throws MockProblem `deal_field_read_only`. */
export function refuseReadOnly(deal: DealRow, fields: readonly string[]): void {
  const asked = deal.infoRequest?.fields ?? [];
  const wrong = fields.filter(field => !asked.includes(field) && !asked.includes(field.split('.')[0] ?? ''));
  if (wrong.length > 0) throw problem('deal_field_read_only', {errors: wrong.map(field => ({pointer: `/${field.replaceAll('.', '/')}`, code: 'read_only', message: 'This was not asked for and cannot be changed now.'}))});
}

/** A registration's fields with changes laid over them. @throws MockProblem `input_invalid` for answers that the form cannot keep. */
export function withChanges(store: Store, deal: DealRow, {customer, contact, answers, ...changes}: Changes): Partial<DealRow> {
  const errors = answerErrors(store.data.dealForm, answers ?? [], deal.answers);
  if (errors.length > 0) throw problem('input_invalid', {errors});
  const changed: Partial<DealRow> = {...definedOf(changes)};
  if (customer) changed.customer = {...deal.customer, ...definedOf(customer)};
  if (contact) changed.contact = {...deal.contact, ...definedOf(contact)};
  if (answers) changed.answers = snapshotAnswers(store.data.dealForm, answers, deal.answers);
  return {...changed, estimatedAmount: amountOf({lines: changed.lines ?? deal.lines, estimatedAmount: changed.estimatedAmount === undefined ? deal.estimatedAmount : changed.estimatedAmount})};
}

/** The sum of the lines when each has a price in one currency, rounded half up a line; else what was estimated. */
export function amountOf({lines, estimatedAmount}: Pick<DealFields, 'lines' | 'estimatedAmount'>): Money | null {
  const currency = lines[0]?.unitPrice?.currency;
  if (currency === undefined || !lines.every(({unitPrice}) => unitPrice?.currency === currency)) return estimatedAmount;
  return {amountMinor: lines.reduce((sum, line) => sum + lineMinor(line), 0), currency};
}

function lineMinor({quantity, unitPrice, discountPercent}: DealLine): number {
  return Math.floor(quantity * (unitPrice?.amountMinor ?? 0) * (1 - discountPercent / 100) + 0.5);
}
