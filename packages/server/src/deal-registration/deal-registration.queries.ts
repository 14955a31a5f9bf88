import type {Api, DealCounts, DealRegistration, DealTab, Page, RouteParsed} from '@portico/contract';
import {sql} from 'kysely';
import {nowText} from '../context.ts';
import {readPage, type SortKey} from '../database/page.ts';
import type {Scope} from '../database/scope.ts';
import {benefitOf, findDealPartner, getDealProgram} from '../deal-flow/deal-program.queries.ts';
import {countOpenDeals} from '../deal-flow/capacity.ts';
import {dealCondition, needsAttention, type DealFilter} from './deal-filter.queries.ts';
import {dealReaderOf, type DealPlace} from './deal-reader.rules.ts';
import {findParts} from './deal-parts.queries.ts';
import {toDealRegistration} from './deal-registration.rows.ts';
import {dealRegistrations, type DealRow} from './deal-row.queries.ts';

type ListInput = RouteParsed<Api['dealRegistrations']['list']>;

/** One page of the registrations that the reader may see. */
export async function listDealRegistrations(scope: Scope, input: ListInput): Promise<Page<DealRegistration>> {
  const program = await getDealProgram(scope);
  const {tab, sort, limit, cursor, ...filter} = input;
  const query = dealRegistrations(scope)
    .where(await dealCondition(scope, program, filter))
    .$if(tab !== undefined, each => each.where('d.tab', '=', tab ?? ''));
  const {rows, page} = await readPage(scope, query, {...orderOf(sort, tab), input: {tab, sort, limit, cursor, ...filter}});
  return {items: await toItems(scope, rows, program), page};
}

/** How many registrations are under each tab, under the same filters. */
export async function countDealRegistrations(scope: Scope, filter: DealFilter): Promise<DealCounts> {
  const program = await getDealProgram(scope);
  const rows = await scope.db
    .selectFrom('deal_registration as d')
    .select(['d.tab', sql<number>`count(*)::int`.as('found'), sql<number>`(count(*) filter (where ${needsAttention(scope, program)}))::int`.as('attention')])
    .where('d.tenant_id', '=', scope.tenantId)
    .where(await dealCondition(scope, program, filter))
    .groupBy('d.tab')
    .execute();
  const counts: DealCounts = {draft: 0, in_review: 0, protected: 0, closed: 0, attention: 0, capacityLeft: await capacityLeftOf(scope)};
  for (const {tab, found, attention} of rows) {
    counts[tab as DealTab] += found;
    counts.attention += attention;
  }
  return counts;
}

/** One registration that the reader may see, as they see it. */
export async function findDealRegistration(scope: Scope, id: string): Promise<DealRegistration | undefined> {
  const program = await getDealProgram(scope);
  const rows = await dealRegistrations(scope).where('d.deal_registration_id', '=', id).where(await dealCondition(scope, program, {})).execute();
  const [item] = await toItems(scope, rows, program);
  return item;
}

/** What decides who sees a registration, without a lock. Row-level security has its say already. */
export async function findDealPlace({db, tenantId}: Scope, id: string): Promise<DealPlace | undefined> {
  const row = await db
    .selectFrom('deal_registration')
    .select(['status', 'number', 'drafted_by', 'partner_org_id', 'owner_id', 'distributor_id', 'hide_from_distributor'])
    .where('tenant_id', '=', tenantId)
    .where('deal_registration_id', '=', id)
    .executeTakeFirst();
  return row as DealPlace | undefined;
}

async function toItems(scope: Scope, rows: readonly DealRow[], program: Awaited<ReturnType<typeof getDealProgram>>): Promise<DealRegistration[]> {
  const parts = await findParts(scope, rows, program);
  const reading = {reader: dealReaderOf(scope), program, now: nowText(scope.context)};
  return rows.map(row => toDealRegistration(row, parts, reading));
}

function orderOf(sort: ListInput['sort'], tab: DealTab | undefined): {list: string; by: readonly SortKey[]; direction: 'asc' | 'desc'} {
  const id = {expression: sql.ref('d.deal_registration_id'), type: 'uuid'} as const;
  const list = `deal_registration ${sort} ${tab ?? 'all'}`;
  if (sort === 'newest') return {list, by: [{expression: sql.ref('d.created_at'), type: 'timestamptz'}, id], direction: 'desc'};
  if (sort === 'amount') return {list, by: [{expression: sql.ref('d.sort_amount'), type: 'bigint'}, id], direction: 'desc'};
  // Nothing runs out any more for what has ended: what ended last comes first.
  return {list, by: [{expression: sql.ref('d.sort_deadline'), type: 'timestamptz'}, id], direction: tab === 'closed' ? 'desc' : 'asc'};
}

/** How many more registrations the reader's own organisation may have open; `null` without a limit, and for vendor staff. */
async function capacityLeftOf(scope: Scope): Promise<number | null> {
  if (scope.caller !== 'partner' || scope.partnerOrgId === null) return null;
  const partner = await findDealPartner(scope, scope.partnerOrgId);
  const capacity = partner && benefitOf(await getDealProgram(scope), partner)?.capacity;
  return capacity === undefined || capacity === null ? null : Math.max(0, capacity - (await countOpenDeals(scope, scope.partnerOrgId)));
}
