import type {ImportIssue} from '@portico/contract';
import {sql} from 'kysely';
import type {ChunkOutcome, ImportRow} from '../csv-import/import-kind.ts';
import {countRepeats} from '../csv-import/recognise.ts';
import type {RowKey} from '../csv-import/row-key.ts';
import type {Scope} from '../database/scope.ts';
import {isProtected} from '../deal-flow/deal-clock.rules.ts';
import {findDealPartner} from '../deal-flow/deal-program.queries.ts';
import {actsOfPlaced} from '../deal-flow/deal-acts.rules.ts';
import {derivedColumnsOf} from '../deal-flow/deal-search.rules.ts';
import {publishNews, startNews, type News} from '../lead-flow/news.ts';
import {correctDeal} from './correct-deal.ts';
import type {ImportedDeal, ReadDeal} from './deal-row.rules.ts';
import type {DealSetting} from './deal-setting.queries.ts';
import {findKnownDeals, rememberDeals} from './known-deals.queries.ts';
import {toPlacedDeal, type PlacedDeal} from './placed-deals.ts';
import {findHeldKeys, insertPlacedDeals, protectionOf, takeNumbers, type ProtectionKey} from './placed-deals.queries.ts';

type Row = ImportRow<ReadDeal> & {readonly row: ReadDeal & {readonly deal: ImportedDeal}};

/**
 * Writes the rows of a chunk in the caller's transaction: new registrations stand as the file says, known ones are corrected, and what was written before is left
 * alone.
 *
 * @param scope - Of the system. The tenant's turn is taken at the end.
 */
export async function importDeals(scope: Scope, importId: string, rows: readonly ImportRow<ReadDeal>[], setting: DealSetting): Promise<ChunkOutcome> {
  // A connection keeps its plans of foreign keys. One made while the tables were empty would read all of them for each row from here on.
  await sql`discard plans`.execute(scope.db);
  const news = startNews();
  const issues: ImportIssue[] = rows.flatMap(row => row.issues);
  const warn = (line: number) => (code: string, message: string) => void issues.push({line, column: null, code, message, severity: 'warning'});
  const taken = rows.filter((row): row is Row => row.taken && row.row.deal !== null);
  const known = await findKnownDeals(scope, taken.map(({key}) => key));
  const fresh = taken.filter(({key}) => !known.has(key.key));
  const remembered: (RowKey & {id: string})[] = [];
  let [updated, unchanged] = [0, 0];

  for (const {row, key} of taken) {
    const before = known.get(key.key);
    if (!before) continue;
    if (before.same || !(await correctDeal(scope, news, before.id, row, warn(row.line)))) unchanged++;
    else updated++;
    if (!before.same) remembered.push({...key, id: before.id});
  }
  const placed = await place(scope, fresh, setting, importId, warn);
  remembered.push(...fresh.map(({key}, index) => ({...key, id: placed[index]?.deal_registration_id ?? ''})));
  await rememberDeals(scope, remembered);
  for (const deal of placed) {
    tell(news, deal, importId);
    news.acts.push(...actsOfPlaced(deal));
  }
  await publishNews(scope, news);

  const failed = new Set(issues.filter(({severity}) => severity === 'error').map(({line}) => line)).size;
  const warnings = issues.filter(({severity}) => severity === 'warning').length;
  return {counts: {created: placed.length, updated, unchanged: unchanged + countRepeats(rows), failed, warnings}, issues: issues.sort((a, b) => a.line - b.line)};
}

/** Writes those that are new, in their order: of two that protect the same, the first one is protected. */
async function place(scope: Scope, rows: readonly Row[], {program}: DealSetting, importId: string, warn: (line: number) => (code: string, message: string) => void): Promise<PlacedDeal[]> {
  const wanted = rows.map(({row: {deal}}) => (isProtected(deal.status) ? protectionOf({...derived(deal), lines: deal.fields.lines}, program) : []));
  const held = await findHeldKeys(scope, wanted.flat());
  const number = await takeNumbers(scope, rows.filter(({row: {deal}}) => deal.number === null && deal.status !== 'draft').length, rows.flatMap(({row: {deal}}) => deal.number ?? []));
  const distributors = new Map<string, string | null>();
  for (const {row: {deal: {partnerOrg}}} of rows) if (!distributors.has(partnerOrg.id)) distributors.set(partnerOrg.id, (await findDealPartner(scope, partnerOrg.id))?.distributorId ?? null);
  const protections: {id: string; key: ProtectionKey}[] = [];
  const placed = rows.map(({row: {deal, line}}, index) => {
    const keys = wanted[index] ?? [];
    const isFree = keys.every(key => !held.has(key));
    const next = toPlacedDeal(scope, deal, program, {number, isFree, distributorId: distributors.get(deal.partnerOrg.id) ?? null}, warn(line));
    if (deal.fields.customer.name === null && deal.fields.customer.website === null) warn(line)('customer_missing', 'The row names no customer; it protects nothing and conflicts with nothing.');
    if (isProtected(next.status)) {
      for (const key of keys) held.add(key);
      protections.push(...keys.map(key => ({id: next.deal_registration_id, key})));
    }
    return next;
  });
  await insertPlacedDeals(scope, placed, protections, importId);
  return placed;
}

function derived({number, externalId, partnerOrg, fields: {name, customer, contact, lines}}: ImportedDeal) {
  const keys = derivedColumnsOf({number, external_id: externalId, name, customer, contact, lines, partnerName: partnerOrg.name});
  const textOf = (key: unknown) => (typeof key === 'string' ? key : null);
  return {domain_key: textOf(keys.domain_key), tax_key: textOf(keys.tax_key), name_key: textOf(keys.name_key), country_key: textOf(keys.country_key), email_key: textOf(keys.email_key), phone_key: textOf(keys.phone_key)};
}

function tell(news: News, {deal_registration_id: id, partner_org_id: partnerOrgId, owner_id: personId, status}: PlacedDeal, dealImportId: string): void {
  news.changes.push({resource: 'deal_registration', id, action: 'import', partnerOrgId, personId, changes: {status, dealImportId}});
}

