import type {LeadOfferTab, LeadPolicy, TeaserField} from '@portico/contract';
import {sql, type RawBuilder} from 'kysely';
import type {SortKey} from '../database/page.ts';
import type {Scope} from '../database/scope.ts';
import {revealedMarks, searchQueryOf, teaserMarksOf} from '../lead/search.rules.ts';

/** What an inbox may be narrowed to. */
export interface OfferFilter {
  readonly q?: string | undefined;
  readonly product?: string | undefined;
  readonly country?: string | undefined;
  readonly assignee?: string | undefined;
  readonly unread?: boolean | undefined;
}

/**
 * What the reader may see of `lead_offer as o`, and asked for. Before acceptance a filter looks at the teaser only: otherwise what is hidden could be found out
 * by filtering.
 */
export function offerCondition(scope: Scope, policy: LeadPolicy, filter: OfferFilter): RawBuilder<boolean> {
  const conditions: RawBuilder<boolean>[] = [];
  if (scope.caller === 'partner') conditions.push(sql`o.partner_org_id = ${scope.partnerOrgId}::uuid`);
  if (!scope.seesWholeOrg) conditions.push(sql`(o.assignee_id is null or o.assignee_id = ${scope.personId}::uuid)`);
  if (filter.assignee === 'nobody') conditions.push(sql`o.assignee_id is null`);
  else if (filter.assignee !== undefined) conditions.push(sql`o.assignee_id = ${filter.assignee === 'me' ? scope.personId : filter.assignee}::uuid`);
  if (filter.unread !== undefined) conditions.push(sql`o.unread = ${filter.unread}`);
  if (filter.q !== undefined) conditions.push(...found(filter.q, policy));
  if (filter.product !== undefined) conditions.push(ofLead(sql`${filter.product} = any (f.products)`, 'products', policy));
  if (filter.country !== undefined) conditions.push(ofLead(sql`f.company->>'country' = ${filter.country}`, 'country', policy));
  return sql<boolean>`${sql.join(conditions.length > 0 ? conditions : [sql`true`], sql` and `)}`;
}

/** The order of a list: its keys as in the index that gives them. */
export function sortOf(tab: LeadOfferTab, sort: 'deadline' | 'score' | 'age', policy: LeadPolicy): {list: string; by: readonly SortKey[]; direction: 'asc' | 'desc'} {
  const id = {expression: sql.ref('o.lead_offer_id'), type: 'uuid'} as const;
  // Where the teaser hides the score, its order would tell it.
  const shown = sort === 'score' && tab !== 'working' && !policy.teaserFields.includes('score') ? 'age' : sort;
  const list = `lead_offer ${tab} ${shown}`;
  if (shown === 'score') return {list, by: [{expression: sql`coalesce(o.score, -1)`, type: 'integer'}, id], direction: 'desc'};
  if (shown === 'age') return {list, by: [{expression: sql.ref('o.offered_at'), type: 'timestamptz'}, id], direction: 'desc'};
  // Nothing runs out any more for an ended offer: what ended last comes first.
  return {list, by: [{expression: sql`coalesce(o.deadline_at, 'infinity'::timestamptz)`, type: 'timestamptz'}, id], direction: tab === 'closed' ? 'desc' : 'asc'};
}

const isRevealed = sql<boolean>`(o.accepted_at is not null and o.status <> 'withdrawn')`;

function found(q: string, policy: LeadPolicy): RawBuilder<boolean>[] {
  const whole = searchQueryOf(q, revealedMarks);
  const teaser = searchQueryOf(q, teaserMarksOf(policy.teaserFields));
  if (whole === null || teaser === null) return [];
  return [sql`case when ${isRevealed} then o.lead_id in (select find_leads(${whole}::tsquery)) else o.lead_id in (select find_leads(${teaser}::tsquery)) end`];
}

function ofLead(condition: RawBuilder<unknown>, field: TeaserField, policy: LeadPolicy): RawBuilder<boolean> {
  const allowed = policy.teaserFields.includes(field) ? sql`true` : isRevealed;
  return sql`(${allowed} and exists (select from lead f where f.tenant_id = o.tenant_id and f.lead_id = o.lead_id and ${condition}))`;
}
