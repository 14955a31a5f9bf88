import type {ConflictResolution} from '@portico/contract';
import {amountOf, expectLastWord, type Reviewer} from '../deal-flow/approve-deal.ts';
import {moveDeal, tellOfDeal, type DealCase} from '../deal-flow/deal-case.ts';
import {isProtected} from '../deal-flow/deal-clock.rules.ts';
import {protectDeal} from '../deal-flow/protect-deal.ts';
import {problem} from '../problem.ts';
import type {Side} from './conflict-case.queries.ts';
import {canBeSide, isBeyondEnding, losersOf} from './conflict.rules.ts';

/**
 * Does what a decision means for both registrations; that it is made is written before. Whoever loses ends first, so that its protection is free; when the second takes the deal, it is
 * approved at once; when they share it and one is protected, the other is approved beside it. Neither of two that share a deal is ahead of the other from then on.
 *
 * @throws ProblemError `conflict_status_conflict` when a registration can no longer do what the decision says; `deal_not_your_step`, `deal_limit_too_low` when approving it takes
 * somebody else; `deal_already_protected` when a third one is.
 */
export async function resolveCase(sides: Readonly<Record<Side, DealCase>>, resolution: ConflictResolution, by: Reviewer): Promise<void> {
  for (const side of losersOf[resolution]) await end(sides[side], resolution, by);
  if (resolution === 'second_takes') await approve(sides.second, by);
  if (resolution === 'split') {
    if (isProtected(sides.first.deal.status)) await approve(sides.second, by);
    else if (isProtected(sides.second.deal.status)) await approve(sides.first, by);
    else for (const side of [sides.first, sides.second]) tellOfDeal(side, 'standing');
  }
}

async function end(held: DealCase, resolution: ConflictResolution, by: Reviewer): Promise<void> {
  if (isBeyondEnding(held.deal.status)) throw problem('conflict_status_conflict', {detail: 'A registration that would have to end has become an opportunity of the vendor.'});
  // One that ended by itself needs no end.
  if (canBeSide(held.deal.status)) await moveDeal(held, 'cancel', {by, reason: resolution === 'direct' ? 'direct_sales_active' : 'duplicate'});
}

async function approve(held: DealCase, by: Reviewer): Promise<void> {
  if (isProtected(held.deal.status)) return;
  expectLastWord(held, by, amountOf(held.deal));
  if (held.deal.status === 'submitted') await moveDeal(held, 'assign', {by, changes: {reviewer_id: by.personId}});
  if (held.deal.status !== 'under_review' && held.deal.status !== 'pending_approval') throw problem('conflict_status_conflict', {detail: 'The registration that would be approved has ended, or waits for information.'});
  await protectDeal(held, {by});
}
