import type {DealEvent} from '@portico/contract';
import {sql} from 'kysely';
import type {Scope} from '../database/scope.ts';
import {closeOpenChanges} from '../deal-change/held-change.queries.ts';
import {skipOpenSteps} from '../deal-review/approval.queries.ts';
import type {DealCase} from './held-case.ts';
import {isProtected} from './deal-clock.rules.ts';
import {tellDealStory, tellOfDeal, theClock} from './deal-story.ts';
import type {HeldDeal} from './held-deal.queries.ts';

/** Another registration of the same customer and of at least one of the same products that waits for a decision or is protected. */
export type Rival = Pick<HeldDeal, 'deal_registration_id' | 'partner_org_id' | 'owner_id' | 'status' | 'number' | 'drafted_by' | 'distributor_id' | 'hide_from_distributor' | 'queue_number'>;

/** The rivals of a registration, protected ones and those with an earlier place in the queue first. The scope has to see all partners. */
export async function findRivals({db}: Scope, dealId: string): Promise<Rival[]> {
  const {rows} = await sql<Rival>`
    select deal_registration_id, partner_org_id, owner_id, status, number, drafted_by, distributor_id, hide_from_distributor, queue_number
    from deal_rivals(${dealId}::uuid) order by tab = 'protected' desc, queue_number, deal_registration_id`.execute(db);
  return rows;
}

/** Whether somebody is ahead: protected, or with an earlier place in the queue. */
export function isBehind(deal: Placed, rivals: readonly Rival[]): boolean {
  return rivals.some(rival => isProtected(rival.status) || isEarlier(rival, deal));
}

type Placed = Pick<HeldDeal, 'queue_number'>;

/** Whether one has an earlier place in the queue than another. */
export function isEarlier({queue_number: place}: Placed, {queue_number: other}: Placed): boolean {
  return place !== null && other !== null && place < other;
}

/** Releases what a registration protected and tells whoever is first now. Called by `moveDeal` with the row as it was before. */
export async function leaveQueue(held: DealCase, before: HeldDeal, event: DealEvent): Promise<void> {
  const [was, is] = [before.tab, held.deal.tab];
  if (was === 'protected' && is !== 'protected') {
    await releaseProtection(held);
    await closeOpenChanges(held);
  }
  if (before.status === 'pending_approval' && held.deal.status !== 'pending_approval' && is !== 'protected') await skipOpenSteps(held);
  // What was won is no longer there for the next.
  if (event === 'win' || !counts(was) || counts(is)) return;
  await tellWhoIsFirst(held, await findRivals(held.scope, held.deal.deal_registration_id), before);
}

/** Lets go of everything that a registration protects. */
export async function releaseProtection({scope: {db, tenantId}, deal, now}: DealCase): Promise<void> {
  await db.updateTable('deal_protection').set({released_at: now}).where('tenant_id', '=', tenantId).where('deal_registration_id', '=', deal.deal_registration_id).where('released_at', 'is', null).execute();
}

/** Tells those that were behind one registration and now have nobody ahead: their owners and the vendor, never why. */
async function tellWhoIsFirst(held: DealCase, rivals: readonly Rival[], before: HeldDeal): Promise<void> {
  for (const rival of rivals) {
    const wasAhead = isProtected(before.status) || isEarlier(before, rival);
    if (isProtected(rival.status) || !wasAhead || isBehind(rival, await findRivals(held.scope, rival.deal_registration_id))) continue;
    const next = {...held, deal: {...held.deal, ...rival}};
    await tellDealStory(next, 'next_in_queue', {by: theClock});
    tellOfDeal(next, 'next_in_queue');
  }
}

function counts(tab: string): boolean {
  return tab === 'in_review' || tab === 'protected';
}
