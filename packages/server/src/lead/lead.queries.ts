import type {Api, Consent, Lead, LeadAttention, LeadCompany, LeadContact, LeadCounts, LeadDetails, LeadOfferSummary, LeadStatus, LostReason, Page, PersonRef, RouteParsed} from '@portico/contract';
import {sql, type RawBuilder} from 'kysely';
import {readPage, type SortKey} from '../database/page.ts';
import type {Scope} from '../database/scope.ts';
import {wordsCondition} from './search.queries.ts';
import {searchQueryOf, vendorMarks} from './search.rules.ts';

type ListInput = RouteParsed<Api['leads']['list']>;
type LeadFilter = RouteParsed<Api['leads']['counts']>;

/** One page of the vendor's leads. */
export async function listLeads(scope: Scope, input: ListInput): Promise<Page<Lead>> {
  const {by, direction} = sorts[input.sort];
  const {rows, page} = await readPage(scope, leads(scope).where(await conditionOf(scope, 'page', input)), {list: 'lead', by, direction, input: {...input}});
  return {items: rows.map(toLead), page};
}

/** One lead with the offer that counts now. */
export async function findLead(scope: Scope, id: string): Promise<Lead | undefined> {
  const row = await leads(scope).where('l.lead_id', '=', id).executeTakeFirst();
  return row && toLead(row);
}

const soonMs = 4 * 3_600_000;

/** Counts leads by status, those whose time runs out, and those that wait for a person. */
export async function countLeads(scope: Scope, filter: LeadFilter): Promise<LeadCounts> {
  const {db, tenantId, context} = scope;
  const all = db.selectFrom('lead as l').where('l.tenant_id', '=', tenantId).where(await conditionOf(scope, 'count', filter));
  const number = sql<number>`count(*)::int`.as('found');
  const byStatus = await all.select(['l.status', number]).groupBy('l.status').execute();
  const soon = new Date(context.now() + soonMs).toISOString();
  const due = await all.select(number).where(sql<boolean>`l.sort_due <= ${soon}::timestamptz`).executeTakeFirstOrThrow();
  const waiting = await all.select(number).where('l.attention', 'is not', null).executeTakeFirstOrThrow();
  return {byStatus: Object.fromEntries(byStatus.map(({status, found}) => [status, found])), dueSoon: due.found, needsAttention: waiting.found};
}

const id: SortKey = {expression: sql.ref('l.lead_id'), type: 'uuid'};
const sorts: Record<ListInput['sort'], {by: readonly SortKey[]; direction: 'asc' | 'desc'}> = {
  newest: {by: [{expression: sql.ref('l.received_at'), type: 'timestamptz'}, id], direction: 'desc'},
  deadline: {by: [{expression: sql.ref('l.sort_due'), type: 'timestamptz'}, id], direction: 'asc'},
  score: {by: [{expression: sql.ref('l.sort_score'), type: 'integer'}, id], direction: 'desc'},
};

async function conditionOf(scope: Scope, purpose: 'page' | 'count', {status, q, partnerOrgId, externalId, attention}: LeadFilter): Promise<RawBuilder<boolean>> {
  const conditions: RawBuilder<unknown>[] = [];
  if (status !== undefined) conditions.push(sql`l.status = any (${status}::text[])`);
  const words = q === undefined ? null : searchQueryOf(q, vendorMarks);
  if (words !== null) conditions.push(await wordsCondition(scope, words, 'l.lead_id', purpose));
  if (partnerOrgId !== undefined) conditions.push(sql`exists (select from lead_offer f where f.tenant_id = l.tenant_id and f.lead_id = l.lead_id and f.lead_offer_id = l.lead_offer_id and f.partner_org_id = ${partnerOrgId}::uuid)`);
  if (externalId !== undefined) conditions.push(sql`l.external_id = ${externalId}`);
  if (attention !== undefined) conditions.push(attention ? sql`l.attention is not null` : sql`l.attention is null`);
  return sql<boolean>`${sql.join(conditions.length > 0 ? conditions : [sql`true`], sql` and `)}`;
}

function leads({db, tenantId}: Scope) {
  return db
    .selectFrom('lead as l')
    .leftJoin('lead_offer as o', join => join.onRef('o.tenant_id', '=', 'l.tenant_id').onRef('o.lead_id', '=', 'l.lead_id').onRef('o.lead_offer_id', '=', 'l.lead_offer_id'))
    .leftJoin('partner_org as g', join => join.onRef('g.tenant_id', '=', 'o.tenant_id').onRef('g.partner_org_id', '=', 'o.partner_org_id'))
    .leftJoin('person as assignee', join => join.onRef('assignee.tenant_id', '=', 'o.tenant_id').onRef('assignee.person_id', '=', 'o.assignee_id'))
    .leftJoin('person as owner', join => join.onRef('owner.tenant_id', '=', 'l.tenant_id').onRef('owner.person_id', '=', 'l.owner_id'))
    .select([
      'l.lead_id', 'l.external_id', 'l.status', 'l.title', 'l.source', 'l.campaign', 'l.company', 'l.contact', 'l.consent', 'l.products', 'l.need', 'l.timeline', 'l.value_band', 'l.estimated_minor', 'l.estimated_currency',
      'l.score', 'l.quality', 'l.priority', 'l.tags', 'l.owner_id', 'owner.name as owner_name', 'l.attention', 'l.lost_reason', 'l.offer_count', 'l.received_at', 'l.ended_at', 'l.version', 'l.created_at', 'l.updated_at',
      'o.lead_offer_id', 'o.status as offer_status', 'o.partner_org_id', 'g.name as partner_org_name', 'o.assignee_id', 'assignee.name as assignee_name', 'o.offered_at', 'o.accept_by', 'o.act_by', 'o.first_viewed_at',
      'o.accepted_at', 'o.first_contact_at', 'o.last_activity_at', 'o.ended_at as offer_ended_at', 'o.end_reason', 'o.version as offer_version',
    ])
    .where('l.tenant_id', '=', tenantId);
}

type LeadRow = Awaited<ReturnType<ReturnType<typeof leads>['executeTakeFirstOrThrow']>>;

function toLead(row: LeadRow): Lead {
  return {
    id: row.lead_id,
    externalId: row.external_id,
    status: row.status as LeadStatus,
    title: row.title,
    source: row.source as Lead['source'],
    campaign: row.campaign,
    company: row.company as LeadCompany,
    contact: row.contact as LeadContact,
    consent: row.consent as Consent | null,
    products: row.products,
    need: row.need,
    timeline: row.timeline,
    valueBand: row.value_band as LeadDetails['valueBand'],
    estimatedValue: row.estimated_minor === null || row.estimated_currency === null ? null : {amountMinor: row.estimated_minor, currency: row.estimated_currency},
    score: row.score,
    quality: row.quality as Lead['quality'],
    priority: row.priority as Lead['priority'],
    tags: row.tags,
    owner: toRef(row.owner_id, row.owner_name),
    offer: toOfferSummary(row),
    offerCount: row.offer_count,
    attention: row.attention as LeadAttention | null,
    lostReason: row.lost_reason as LostReason | null,
    receivedAt: row.received_at,
    endedAt: row.ended_at,
    version: row.version,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  };
}

function toOfferSummary(row: LeadRow): LeadOfferSummary | null {
  if (row.lead_offer_id === null || row.partner_org_id === null || row.offered_at === null) return null;
  return {
    id: row.lead_offer_id,
    status: row.offer_status ?? '',
    partnerOrg: {id: row.partner_org_id, name: row.partner_org_name ?? ''},
    assignee: toRef(row.assignee_id, row.assignee_name),
    offeredAt: row.offered_at,
    acceptBy: row.accept_by,
    actBy: row.act_by,
    firstViewedAt: row.first_viewed_at,
    acceptedAt: row.accepted_at,
    firstContactAt: row.first_contact_at,
    lastActivityAt: row.last_activity_at,
    endedAt: row.offer_ended_at,
    reason: row.end_reason,
    version: row.offer_version ?? 1,
  };
}

function toRef(personId: string | null, name: string | null): PersonRef | null {
  return personId === null ? null : {id: personId, name: name ?? ''};
}
