import type {DealLine} from '@portico/contract';
import {amountOf as amountOfLines} from '../deal-flow/amount.rules.ts';
import {amountOf, expectLastWord, type Reviewer} from '../deal-flow/approve-deal.ts';
import {refuseOverCapacity} from '../deal-flow/capacity.ts';
import {changeDeal, type DealCase} from '../deal-flow/deal-case.ts';
import {findDealPartner} from '../deal-flow/deal-program.queries.ts';
import {tellDealStory, tellOfDeal, theClock} from '../deal-flow/deal-story.ts';
import {benefitsOf, holdProtection} from '../deal-flow/protect-deal.ts';
import {findRivals, isWaiting, tellIfFirst} from '../deal-flow/queue.ts';
import {problem} from '../problem.ts';
import {raisesAmount} from './amendment.rules.ts';
import {endOfDay} from './extension.rules.ts';
import type {HeldChange} from './held-change.queries.ts';

/**
 * Moves the end of the protection to the day that was asked for.
 *
 * @throws ProblemError `deal_status_conflict` when the protection has meanwhile been moved further.
 */
export async function applyExtension(held: DealCase, change: HeldChange): Promise<void> {
  const until = endOfDay(change.protected_until_on ?? '', held.program.timeZone);
  if (held.deal.protected_until === null || until <= held.deal.protected_until) throw problem('deal_status_conflict', {detail: 'The protection lasts longer than that already.'});
  await changeDeal(held, {protected_until: until, extension_count: held.deal.extension_count + 1});
}

/**
 * Changes amount, closing day and products. What is protected follows the products; more of them, or a larger amount, is decided by whoever would have the last word on a
 * new registration like this.
 *
 * @throws ProblemError `deal_already_protected`, `deal_not_your_step`, `deal_limit_too_low`.
 */
export async function applyAmendment(held: DealCase, {amendment, needs_new_approval: isWider}: HeldChange, by: Reviewer): Promise<void> {
  const lines = amendment?.lines ?? (held.deal.lines as DealLine[]);
  const before = amountOf(held.deal);
  const after = amountOfLines(lines, amendment?.estimatedAmount ?? before);
  if (isWider || raisesAmount(after, before)) expectLastWord(held, by, after);
  const rivals = await findRivals(held.scope, held.deal.deal_registration_id);
  await changeDeal(held, {
    lines: JSON.stringify(lines),
    estimated_minor: after?.amountMinor ?? null,
    estimated_currency: after?.currency ?? null,
    ...(amendment?.expectedCloseOn === undefined ? {} : {expected_close_on: amendment.expectedCloseOn}),
  });
  if (amendment?.lines === undefined) return;
  await holdProtection(held, rival => rivals.some(({deal_registration_id: id}) => id === rival.deal_registration_id));
  await tellFreed(held, rivals);
}

/** Tells those who waited for products that are protected no longer, and have nobody ahead now. */
async function tellFreed(held: DealCase, rivals: Awaited<ReturnType<typeof findRivals>>): Promise<void> {
  const still = new Set((await findRivals(held.scope, held.deal.deal_registration_id)).map(rival => rival.deal_registration_id));
  await tellIfFirst(held, rivals.filter(rival => isWaiting(rival) && !still.has(rival.deal_registration_id)));
}

/**
 * Gives the deal to the partner who agreed to have it. The protection stays as it is; what the partner gets for it is what its own level gets, and what was said before stays
 * between the vendor and the partner who had it.
 *
 * @throws ProblemError `deal_status_conflict` when the other partner no longer takes part or a conflict case is open; `deal_capacity_reached` when it has as many open
 * registrations as its level allows.
 */
export async function applyTransfer(held: DealCase, change: HeldChange): Promise<void> {
  const {scope, deal, now, news} = held;
  await expectNoConflict(held);
  const partner = await findDealPartner(scope, change.to_partner_org_id ?? '');
  if (partner?.status !== 'active') throw problem('deal_status_conflict', {detail: 'The other partner does not take part in the programme now.'});
  await refuseOverCapacity(scope, held.program, partner, 'The deal can be taken over when one of your open registrations has ended.');
  const gone = {resource: 'deal_registration', id: deal.deal_registration_id, action: 'transfer', toVendor: false} as const;
  news.changes.push({...gone, partnerOrgId: deal.partner_org_id, personId: deal.owner_id});
  if (deal.distributor_id !== null && !deal.hide_from_distributor) news.changes.push({...gone, partnerOrgId: deal.distributor_id});
  await changeDeal(held, {
    partner_org_id: partner.id,
    partner_since: now,
    owner_id: null,
    submitted_by: null,
    lead_offer_id: null,
    distributor_id: partner.distributorId,
    benefits: JSON.stringify(benefitsOf({program: held.program, partner})),
  });
  await tellDealStory(held, 'transfer', {by: theClock});
  tellOfDeal(held, 'transfer', {partnerOrgId: [deal.partner_org_id, partner.id]});
}

/** @throws ProblemError `deal_status_conflict` while people decide between this registration and another. */
export async function expectNoConflict({scope: {db, tenantId}, deal}: DealCase): Promise<void> {
  const open = await db
    .selectFrom('conflict_case')
    .select('conflict_case_id')
    .where('tenant_id', '=', tenantId)
    .where(eb => eb.or([eb('first_id', '=', deal.deal_registration_id), eb('second_id', '=', deal.deal_registration_id)]))
    .where('status', '<>', 'resolved')
    .executeTakeFirst();
  if (open) throw problem('deal_status_conflict', {detail: 'A conflict case about this deal is open.'});
}
