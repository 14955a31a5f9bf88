import {newId} from '../context.ts';
import {publishNews} from '../lead-flow/news.ts';
import type {DealCase} from './held-case.ts';
import type {HeldDeal} from './held-deal.queries.ts';
import {isSeenByDistributor, isSeenByVendor} from './deal-secrecy.rules.ts';

/** Who makes something happen. */
export interface Doer {
  readonly side: 'vendor' | 'partner' | 'system';
  readonly personId: string | null;
}

export const theClock: Doer = {side: 'system', personId: null};

/**
 * Writes an event into the story.
 *
 * @param entry.data - Codes and names; both sides read it when it is shared.
 * @param entry.body - Somebody's own words.
 */
export async function tellDealStory(
  {scope, deal, now}: Pick<DealCase, 'scope' | 'now'> & {readonly deal: Pick<HeldDeal, 'deal_registration_id'>},
  event: string,
  {by, data = {}, body = '', visibility = 'shared'}: {readonly by: Doer; readonly data?: Readonly<Record<string, string>>; readonly body?: string; readonly visibility?: 'shared' | 'vendor_internal'},
): Promise<void> {
  await scope.db
    .insertInto('deal_activity')
    .values({
      tenant_id: scope.tenantId,
      deal_activity_id: newId(scope.context),
      deal_registration_id: deal.deal_registration_id,
      kind: 'event',
      visibility,
      side: by.side,
      author_id: by.personId,
      event,
      body,
      data: JSON.stringify(data),
      occurred_at: now,
      created_at: now,
    })
    .execute();
}

/** Keeps words that people of a partner wrote for their own side. */
export async function noteForDealColleagues({scope, deal, now}: Pick<DealCase, 'scope' | 'deal' | 'now'>, {side, personId}: Doer, body: string): Promise<void> {
  await scope.db
    .insertInto('deal_activity')
    .values({
      tenant_id: scope.tenantId,
      deal_activity_id: newId(scope.context),
      deal_registration_id: deal.deal_registration_id,
      kind: 'note',
      visibility: side === 'partner' ? 'partner_internal' : 'vendor_internal',
      partner_org_id: side === 'partner' ? deal.partner_org_id : null,
      side,
      author_id: personId,
      body,
      occurred_at: now,
      created_at: now,
    })
    .execute();
}

/**
 * Remembers to announce something about the registration to the vendor, its partner and the distributor that sees it. Of a partner's own draft the vendor hears nothing.
 *
 * @param changes - For the audit entry: no personal data.
 * @param before - As it was, when what happened may have taken it out of somebody's sight: they hear of that too.
 */
export function tellOfDeal({news, deal, program}: Pick<DealCase, 'news' | 'deal' | 'program'>, action: string, changes: Readonly<Record<string, unknown>> = {}, before: HeldDeal = deal): void {
  const told = {resource: 'deal_registration', id: deal.deal_registration_id, action} as const;
  const toVendor = isSeenByVendor(deal, program) || isSeenByVendor(before, program);
  news.changes.push({...told, partnerOrgId: deal.partner_org_id, personId: deal.owner_id, toVendor, changes});
  const isShared = [deal, before].some(each => !each.hide_from_distributor && isSeenByDistributor(each));
  if (deal.distributor_id !== null && isShared) news.changes.push({...told, partnerOrgId: deal.distributor_id, toVendor: false});
}

/** Announces what happened and writes the audit entries. Call it once, as the last thing in a transaction. */
export const publishDealNews = publishNews;
