import type {DealContact, DealImportField} from '@portico/contract';
import type {Scope} from '../database/scope.ts';
import {changeDeal, openDeal, tellDealStory, tellOfDeal, theClock} from '../deal-flow/deal-case.ts';
import {isProtected} from '../deal-flow/deal-clock.rules.ts';
import {derivedColumnsOf} from '../deal-flow/deal-search.rules.ts';
import type {DealChanges} from '../deal-flow/held-deal.queries.ts';
import {holdProtection} from '../deal-flow/protect-deal.ts';
import type {News} from '../lead-flow/news.ts';
import type {ImportedDeal, ReadDeal} from './deal-row.rules.ts';
import {toTexts} from './deal-text.rules.ts';
import {filedDeals} from './known-deals.queries.ts';
import type {Warn} from './placed-deals.ts';

/** Where a registration stands is decided here, not by a file; these stay as they are. */
const standing: readonly DealImportField[] = ['number', 'partnerOrg', 'owner', 'externalId', 'status', 'stage', 'submittedAt', 'protectedFrom', 'protectedUntil', 'endedAt', 'endReason'];

/**
 * Corrects a registration by what a row says; what the row leaves empty stays.
 *
 * @returns Whether anything was changed.
 */
export async function correctDeal(scope: Scope, news: News, id: string, {read, deal}: ReadDeal & {readonly deal: ImportedDeal}, warn: Warn): Promise<boolean> {
  const filed = await filedDeals(scope).where('d.deal_registration_id', '=', id).executeTakeFirstOrThrow();
  const texts = toTexts(filed);
  const differing = (Object.keys(read) as DealImportField[]).filter(field => read[field] !== texts[field]);
  const kept = differing.filter(field => standing.includes(field));
  // Those that wait behind another one, or for steps that no file brings, are said to be protected each time the file comes.
  if (kept.length > 0) warn('standing_kept', `It stands otherwise here (${kept.map(field => `${field}: ${texts[field] ?? 'empty'}`).join(', ')}) and was left so.`);
  const wanted = differing.filter(field => !standing.includes(field));
  if (wanted.length === 0) return false;
  if (filed.tab === 'closed') {
    warn('deal_read_only', 'The registration has ended, so it was left as it is.');
    return false;
  }
  const held = await openDeal(scope, news, id);
  if (!held) return false;
  const {fields, answers} = deal;
  const said = (field: DealImportField) => wanted.includes(field);
  const customer = {...filed.customer, ...pick(fields.customer, 'customer.', said)};
  const contact = {...(filed.contact as DealContact), ...pick(fields.contact, 'contact.', said)};
  const lines = said('products') ? fields.lines : filed.lines;
  const name = said('name') ? fields.name : filed.name;
  const changes: DealChanges = {
    ...derivedColumnsOf({number: filed.number, external_id: filed.external_id, name, customer, contact, lines, partnerName: filed.partnerName}),
    name,
    customer: JSON.stringify(customer),
    contact: JSON.stringify(contact),
    lines: JSON.stringify(lines),
    ...(said('description') ? {description: fields.description} : {}),
    ...(said('useCase') ? {use_case: fields.useCase} : {}),
    ...(said('registrationType') ? {registration_type: fields.registrationType} : {}),
    ...(said('estimatedAmount') || said('currency') ? {estimated_minor: fields.estimatedAmount?.amountMinor ?? null, estimated_currency: fields.estimatedAmount?.currency ?? null} : {}),
    ...(said('contractType') ? {contract_type: fields.contractType} : {}),
    ...(said('contractTermMonths') ? {contract_term_months: fields.contractTermMonths} : {}),
    ...(said('expectedCloseOn') ? {expected_close_on: fields.expectedCloseOn} : {}),
    ...(said('competitors') ? {competitors: fields.competitors} : {}),
    ...(said('incumbent') ? {incumbent: fields.incumbent} : {}),
    ...(said('supportRequested') ? {support_requested: fields.supportRequested} : {}),
    ...(said('answers') ? {answers: JSON.stringify(answers)} : {}),
  };
  await changeDeal(held, changes);
  if (isProtected(held.deal.status)) await holdProtection(held);
  await tellDealStory(held, 'update', {by: theClock, data: {fields: wanted.join(' ')}});
  tellOfDeal(held, 'update', {fields: wanted});
  return true;
}

function pick<T extends object>(group: T, prefix: string, said: (field: DealImportField) => boolean): Partial<T> {
  return Object.fromEntries(Object.entries(group).filter(([key]) => said(`${prefix}${key}` as DealImportField))) as Partial<T>;
}
