import type {Api, RouteParsed} from '@portico/contract';
import {sql, type RawBuilder} from 'kysely';
import {nowText} from '../context.ts';
import type {Scope} from '../database/scope.ts';
import {afterDays} from '../deal-flow/deal-clock.rules.ts';
import type {DealProgram} from '../deal-flow/deal-program.queries.ts';
import {partnerDealMarks, vendorDealMarks} from '../deal-flow/deal-search.rules.ts';
import {searchQueryOf} from '../lead/search.rules.ts';
import {dealReaderOf} from './deal-reader.rules.ts';

/** What a list may be narrowed to. */
export type DealFilter = RouteParsed<Api['dealRegistrations']['counts']>;

/** The condition that the reader may see `deal_registration as d`, and asked for it. The same as `isDealVisibleTo`. */
export async function dealCondition(scope: Scope, program: DealProgram, {q, partnerOrgId, owner, reviewer, status, stage, attention}: DealFilter): Promise<RawBuilder<boolean>> {
  const conditions: RawBuilder<unknown>[] = [visible(scope, program)];
  if (partnerOrgId !== undefined) conditions.push(sql`d.partner_org_id = ${partnerOrgId}::uuid`);
  if (owner !== undefined) conditions.push(sql`d.owner_id = ${owner === 'me' ? scope.personId : owner}::uuid`);
  if (reviewer !== undefined) conditions.push(reviewedBy(scope, reviewer));
  if (status !== undefined) conditions.push(sql`d.status = any (${status}::text[])`);
  if (stage !== undefined) conditions.push(sql`d.stage = ${stage}`);
  if (attention !== undefined) conditions.push(attention ? needsAttention(scope, program) : sql`not ${needsAttention(scope, program)}`);
  if (q !== undefined) conditions.push(...(await found(scope, q)));
  return sql<boolean>`(${sql.join(conditions, sql` and `)})`;
}

/**
 * Whether a registration asks something of the reader. Of a partner: information that is wanted, and a protection whose end has been reminded of. Of the vendor: what
 * nobody took, what is late, a win to confirm, a request to decide.
 */
export function needsAttention(scope: Scope, {policy}: DealProgram): RawBuilder<boolean> {
  const now = nowText(scope.context);
  const soon = afterDays(now, Math.max(0, ...policy.expiryReminderDays));
  if (scope.caller === 'partner') return sql`(d.status = 'action_required' or (d.tab = 'protected' and d.sort_deadline <= ${soon}::timestamptz))`;
  return sql`(
    d.status = 'submitted' or (d.status in ('under_review', 'pending_approval') and d.review_due_at <= ${now}::timestamptz) or (d.status = 'won' and d.win_confirmed_at is null)
    or (d.tab = 'protected' and exists (select from deal_change c where c.tenant_id = d.tenant_id and c.deal_registration_id = d.deal_registration_id and c.status = 'requested' and c.kind <> 'transfer'))
  )`;
}

function visible(scope: Scope, {policy}: DealProgram): RawBuilder<boolean> {
  const reader = dealReaderOf(scope);
  const isPrivate = sql`(d.status = 'draft' or (d.status = 'withdrawn' and d.number is null))`;
  if (reader.side === 'vendor') return policy.vendorSeesDrafts ? sql`true` : sql`(not ${isPrivate} or d.drafted_by = 'vendor')`;
  const own = reader.seesWholeOrg ? sql`d.partner_org_id = ${reader.partnerOrgId}::uuid` : sql`(d.partner_org_id = ${reader.partnerOrgId}::uuid and d.owner_id = ${reader.personId}::uuid)`;
  if (!reader.seesResellers) return sql`${own}`;
  return sql`(${own} or (d.distributor_id = ${reader.partnerOrgId}::uuid and not d.hide_from_distributor and (not ${isPrivate} or d.drafted_by = 'distributor')))`;
}

/** Who reviews is the vendor's own affair: for partners nobody does. */
function reviewedBy({caller, personId}: Scope, reviewer: string): RawBuilder<boolean> {
  if (caller === 'partner') return sql`false`;
  return reviewer === 'nobody' ? sql`d.reviewer_id is null` : sql`d.reviewer_id = ${reviewer === 'me' ? personId : reviewer}::uuid`;
}

// More than this, and asking each row finds a page sooner than going through everything that was found.
const fewDeals = 1000;

async function found({caller, db}: Scope, q: string): Promise<RawBuilder<unknown>[]> {
  const words = searchQueryOf(q, caller === 'partner' ? partnerDealMarks : vendorDealMarks);
  if (words === null) return [];
  const {rows} = await sql<{id: string}>`select id from find_deals(${words}::tsquery, ${fewDeals + 1}) as id`.execute(db);
  return [rows.length > fewDeals ? sql`d.search_words @@ ${words}::tsquery` : sql`d.deal_registration_id = any (${rows.map(({id}) => id)}::uuid[])`];
}
