import type {Api, LeadDetails, LeadOffer, LeadOfferCounts, LeadOfferStatus, LeadPolicy, Page, PersonRef, RouteParsed} from '@portico/contract';
import {sql} from 'kysely';
import {readPage} from '../database/page.ts';
import type {Scope} from '../database/scope.ts';
import {teaserOf} from '../lead/lead.rules.ts';
import {isRevealed, actionsOf, type OfferReader} from './lead-offer.rules.ts';
import {asksAboutLead, offerCondition, sortOf, type OfferFilter} from './offer-filter.queries.ts';

/** Who reads, for the rules. */
export function readerOf({caller, partnerOrgId, personId, seesWholeOrg, scopes}: Scope): OfferReader {
  const side = caller === 'partner' ? 'partner' : 'vendor';
  return {side, partnerOrgId, personId, seesWholeOrg, mayAct: scopes.includes('lead_offer:write'), mayLog: scopes.includes('activity:write')};
}

type ListInput = OfferFilter & Pick<RouteParsed<Api['leadOffers']['list']>, 'tab' | 'sort' | 'limit' | 'cursor'>;

/** One page of the inbox. */
export async function listOffers(scope: Scope, policy: LeadPolicy, input: ListInput): Promise<Page<LeadOffer>> {
  const {by, direction, list} = sortOf(input.tab, input.sort, policy);
  const query = offers(scope).where('o.tab', '=', input.tab).where(await offerCondition(scope, policy, input));
  const {rows, page} = await readPage(scope, query, {list, by, direction, input: {...input}});
  return {items: rows.map(row => toLeadOffer(scope, row, policy)), page};
}

/** How many offers are under each tab. */
export async function countOffers(scope: Scope, policy: LeadPolicy, filter: OfferFilter): Promise<LeadOfferCounts> {
  const {db, tenantId} = scope;
  const rows = await db
    .selectFrom('lead_offer as o')
    .select(['o.tab', 'o.unread', sql<number>`count(*)::int`.as('found')])
    .$if(asksAboutLead(filter), query => query.innerJoin('lead as l', join => join.onRef('l.tenant_id', '=', 'o.tenant_id').onRef('l.lead_id', '=', 'o.lead_id')))
    .where('o.tenant_id', '=', tenantId)
    .where(await offerCondition(scope, policy, {...filter, tab: null}))
    .groupBy(['o.tab', 'o.unread'])
    .execute();
  const counts: LeadOfferCounts = {new: 0, working: 0, closed: 0, unread: 0};
  for (const {tab, unread, found} of rows) {
    counts[tab as 'new' | 'working' | 'closed'] += found;
    if (unread) counts.unread += found;
  }
  return counts;
}

/**
 * One offer as this reader may see it now. Whether they may see it at all is the caller's to decide.
 *
 * @param policy - Of the programme: it says what the teaser shows.
 */
export async function findOffer(scope: Scope, policy: LeadPolicy, id: string): Promise<LeadOffer | undefined> {
  const row = await offers(scope).where('o.lead_offer_id', '=', id).executeTakeFirst();
  return row && toLeadOffer(scope, row, policy);
}

function offers({db, tenantId, programId, caller}: Scope) {
  // What names the customer is not even read for those who may not see it.
  const revealed = caller === 'partner' ? sql`(o.accepted_at is not null and o.status <> 'withdrawn')` : sql`true`;
  return db
    .selectFrom('lead_offer as o')
    .innerJoin('lead as l', join => join.onRef('l.tenant_id', '=', 'o.tenant_id').onRef('l.lead_id', '=', 'o.lead_id'))
    .innerJoin('partner_org as g', join => join.onRef('g.tenant_id', '=', 'o.tenant_id').onRef('g.partner_org_id', '=', 'o.partner_org_id'))
    .leftJoin('partnership as s', join => join.onRef('s.tenant_id', '=', 'o.tenant_id').onRef('s.partner_org_id', '=', 'o.partner_org_id').on('s.program_id', '=', programId))
    .leftJoin('person as assignee', join => join.onRef('assignee.tenant_id', '=', 'o.tenant_id').onRef('assignee.person_id', '=', 'o.assignee_id'))
    .leftJoin('person as manager', join => join.onRef('manager.tenant_id', '=', 's.tenant_id').onRef('manager.person_id', '=', 's.manager_id'))
    .select([
      'o.lead_offer_id', 'o.lead_id', 'o.partner_org_id', 'g.name as partner_org_name', 'o.status', 'o.exclusive', 'o.assignee_id', 'assignee.name as assignee_name', 's.manager_id', 'manager.name as manager_name',
      'o.unread', 'o.offered_at', 'o.accept_by', 'o.first_viewed_at', 'o.accepted_at', 'o.act_by', 'o.idle_by', 'o.first_contact_at', 'o.last_activity_at', 'o.ended_at', 'o.end_reason', 'o.end_comment', 'o.routed_by',
      'o.next_step', 'o.next_step_due', 'o.deal_registration_id', 'o.version', 'o.updated_at',
      'l.title', 'l.products', 'l.value_band', 'l.estimated_minor', 'l.estimated_currency', 'l.timeline', 'l.score', 'l.priority', 'l.need', 'l.received_at',
    ])
    .select([
      sql<string | null>`l.company->>'industry'`.as('industry'),
      sql<string | null>`l.company->>'country'`.as('country'),
      sql<string | null>`l.company->>'region'`.as('region'),
      sql<string | null>`l.company->>'name'`.as('company_name'),
      sql<Pick<LeadDetails, 'company' | 'contact' | 'quality' | 'tags'> | null>`case when ${revealed} then jsonb_build_object('company', l.company, 'contact', l.contact, 'quality', l.quality, 'tags', l.tags) end`.as('hidden'),
    ])
    .where('o.tenant_id', '=', tenantId);
}

type OfferRow = Awaited<ReturnType<ReturnType<typeof offers>['executeTakeFirstOrThrow']>>;

function toLeadOffer(scope: Scope, row: OfferRow, policy: LeadPolicy): LeadOffer {
  const status = row.status as LeadOfferStatus;
  const reader = readerOf(scope);
  const place = {status, acceptBy: row.accept_by, partnerOrgId: row.partner_org_id, assigneeId: row.assignee_id};
  const estimatedValue = row.estimated_minor === null || row.estimated_currency === null ? null : {amountMinor: row.estimated_minor, currency: row.estimated_currency};
  const valueBand = row.value_band as LeadDetails['valueBand'];
  const priority = row.priority as LeadDetails['priority'];
  const {title, products, need, timeline, score} = row;
  const shown = reader.side === 'vendor' || isRevealed({status, acceptedAt: row.accepted_at});
  return {
    id: row.lead_offer_id,
    leadId: row.lead_id,
    partnerOrg: {id: row.partner_org_id, name: row.partner_org_name},
    status,
    exclusive: row.exclusive,
    assignee: toRef(row.assignee_id, row.assignee_name),
    channelManager: toRef(row.manager_id, row.manager_name),
    unread: row.unread,
    offeredAt: row.offered_at,
    acceptBy: row.accept_by,
    firstViewedAt: row.first_viewed_at,
    acceptedAt: row.accepted_at,
    actBy: row.act_by,
    idleBy: row.idle_by,
    firstContactAt: row.first_contact_at,
    lastActivityAt: row.last_activity_at,
    endedAt: row.ended_at,
    endReason: row.end_reason,
    endComment: row.end_comment,
    routedBy: row.routed_by,
    teaser: teaserOf({title, industry: row.industry, country: row.country, region: row.region, products, valueBand, timeline, score, priority, need, companyName: row.company_name, receivedAt: row.received_at, estimatedValue}, policy.teaserFields),
    lead: shown && row.hidden ? {title, products, need, timeline, valueBand, estimatedValue, score, priority, ...row.hidden} : null,
    // What a partner plans may name the customer; it goes with the lead when that is taken back.
    nextStep: row.next_step === null || !shown ? null : {text: row.next_step, dueOn: row.next_step_due},
    dealRegistrationId: row.deal_registration_id,
    actions: actionsOf(reader, place, scope.context.now()),
    version: row.version,
    updatedAt: row.updated_at,
  };
}

function toRef(id: string | null, name: string | null): PersonRef | null {
  return id === null ? null : {id, name: name ?? ''};
}
