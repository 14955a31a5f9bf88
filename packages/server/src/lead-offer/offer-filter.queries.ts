import type {LeadOfferTab, LeadPolicy, TeaserField} from '@portico/contract';
import {sql, type RawBuilder} from 'kysely';
import type {SortKey} from '../database/page.ts';
import type {Scope} from '../database/scope.ts';
import {wordsCondition} from '../lead/search.queries.ts';
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
 * What the reader may see of `lead_offer as o` joined with `lead as l`, and asked for. Before acceptance a filter looks at the teaser only: otherwise what is
 * hidden could be found out by filtering.
 *
 * @param filter.tab - The tab that is listed; `null` when all are counted.
 */
export async function offerCondition(scope: Scope, policy: LeadPolicy, {tab, ...filter}: OfferFilter & {readonly tab: LeadOfferTab | null}): Promise<RawBuilder<boolean>> {
  const conditions: RawBuilder<boolean>[] = [];
  if (scope.caller === 'partner') conditions.push(sql`o.partner_org_id = ${scope.partnerOrgId}::uuid`);
  if (!scope.seesWholeOrg) conditions.push(sql`(o.assignee_id is null or o.assignee_id = ${scope.personId}::uuid)`);
  if (filter.assignee === 'nobody') conditions.push(sql`o.assignee_id is null`);
  else if (filter.assignee !== undefined) conditions.push(sql`o.assignee_id = ${filter.assignee === 'me' ? scope.personId : filter.assignee}::uuid`);
  if (filter.unread !== undefined) conditions.push(sql`o.unread = ${filter.unread}`);
  if (filter.q !== undefined) conditions.push(...(await found(scope, filter.q, policy, tab)));
  if (filter.product !== undefined) conditions.push(ofLead(sql`${filter.product} = any (l.products)`, 'products', policy));
  if (filter.country !== undefined) conditions.push(ofLead(sql`l.company->>'country' = ${filter.country}`, 'country', policy));
  return sql<boolean>`${sql.join(conditions.length > 0 ? conditions : [sql`true`], sql` and `)}`;
}

/** Whether a filter asks about the lead, and not about the offer alone. */
export function asksAboutLead({q, product, country}: OfferFilter): boolean {
  return q !== undefined || product !== undefined || country !== undefined;
}

/** The order of a list: its keys as in the index that gives them. */
export function sortOf(tab: LeadOfferTab, sort: 'deadline' | 'score' | 'age', policy: LeadPolicy): {list: string; by: readonly SortKey[]; direction: 'asc' | 'desc'} {
  const id = {expression: sql.ref('o.lead_offer_id'), type: 'uuid'} as const;
  // Where the teaser hides the score, its order would tell it.
  const shown = sort === 'score' && tab !== 'working' && !policy.teaserFields.includes('score') ? 'age' : sort;
  const list = `lead_offer ${tab} ${shown}`;
  if (shown === 'score') return {list, by: [{expression: sql.ref('o.sort_score'), type: 'integer'}, id], direction: 'desc'};
  if (shown === 'age') return {list, by: [{expression: sql.ref('o.offered_at'), type: 'timestamptz'}, id], direction: 'desc'};
  // Nothing runs out any more for an ended offer: what ended last comes first.
  return {list, by: [{expression: sql.ref('o.sort_deadline'), type: 'timestamptz'}, id], direction: tab === 'closed' ? 'desc' : 'asc'};
}

const isRevealed = sql<boolean>`(o.accepted_at is not null and o.status <> 'withdrawn')`;

async function found(scope: Scope, q: string, policy: LeadPolicy, tab: LeadOfferTab | null): Promise<RawBuilder<boolean>[]> {
  const whole = searchQueryOf(q, revealedMarks);
  const teaser = searchQueryOf(q, teaserMarksOf(policy.teaserFields));
  if (whole === null || teaser === null) return [];
  const purpose = tab === null ? 'count' : 'page';
  // Under these two tabs all offers are of one kind, which lets the search lead the way.
  if (tab === 'new') return [await wordsCondition(scope, teaser, 'o.lead_id', purpose)];
  if (tab === 'working') return [await wordsCondition(scope, whole, 'o.lead_id', purpose)];
  return [sql`(${isRevealed} and ${await wordsCondition(scope, whole, 'o.lead_id', purpose)} or not ${isRevealed} and ${await wordsCondition(scope, teaser, 'o.lead_id', purpose)})`];
}

function ofLead(condition: RawBuilder<unknown>, field: TeaserField, policy: LeadPolicy): RawBuilder<boolean> {
  return policy.teaserFields.includes(field) ? sql`${condition}` : sql`(${isRevealed} and ${condition})`;
}
