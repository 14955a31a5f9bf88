import type {LeadAttention, LeadOfferEvent, LostReason} from '@portico/contract';
import type {LeadChanges} from '../lead/held-lead.queries.ts';
import {releaseLock} from '../lead-offer/account-lock.queries.ts';
import type {HeldOffer, OfferChanges} from '../lead-offer/held-offer.queries.ts';
import {isUnreadAfter, leadStatusOf} from '../lead-offer/lead-offer.rules.ts';
import {changeLead, moveOffer, openOffersOf, theClock, type Doer, type LeadCase} from './lead-case.ts';
import {getLeadProgram} from './lead-program.queries.ts';
import {findPartnership} from './partnership.queries.ts';
import {routeLead} from './route-lead.ts';

/** Events after which a partner no longer has the lead, without a result. */
export type LetGo = Extract<LeadOfferEvent, 'decline' | 'expire' | 'withdraw' | 'reclaim' | 'time_out' | 'return'>;

/** How an offer ends. */
export interface Ending {
  readonly by: Doer;
  /** A decline, return, withdraw or lost reason. */
  readonly reason?: string | null;
  readonly comment?: string | undefined;
  readonly changes?: OfferChanges;
  /** ISO text; now when left out. */
  readonly endedAt?: string;
  /** For the story, besides the reason. */
  readonly data?: Record<string, string>;
}

/**
 * Ends an offer without a result: the customer is free again, and the lead goes to the next partner, to a person or, when its time is over, to an end, as the
 * programme says.
 */
export async function letGo(held: LeadCase, offer: HeldOffer, event: LetGo, ending: Ending): Promise<void> {
  // Everybody takes the programme's row before customers' locks, so that nobody waits for each other.
  await getLeadProgram(held.scope, {lock: true});
  await end(held, offer, event, ending);
  const [other] = openOffersOf(held);
  if (other) {
    // Others were asked at the same time and may still take it.
    await changeLead(held, {status: leadStatusOf(other.status), lead_offer_id: other.id});
    return;
  }
  const {policy} = held.program;
  if (event === 'time_out' && policy.onTimedOut === 'close_lost') {
    await closeLead(held, 'closed_lost', 'no_response');
    return;
  }
  const owner = event === 'return' || event === 'reclaim' || event === 'time_out' ? {owner_id: (await findPartnership(held.scope, offer.partnerOrgId))?.managerId ?? null} : {};
  await changeLead(held, {status: 'routable', attention: attentions[event], ...owner});
  const goesOn = event === 'time_out' || (policy.autoReoffer && (event === 'decline' || event === 'expire' || event === 'reclaim'));
  if (goesOn) await routeLead(held, theClock);
}

/** Ends an offer with a result, which is the lead's result too. */
export async function finish(held: LeadCase, offer: HeldOffer, event: Extract<LeadOfferEvent, 'convert' | 'close_won' | 'close_lost'>, ending: Ending & {readonly lostReason?: LostReason}): Promise<void> {
  const ended = await end(held, offer, event, ending);
  await closeLead(held, leadStatusOf(ended.status) as 'converted' | 'closed_won' | 'closed_lost', ending.lostReason ?? null, ending.endedAt);
}

const attentions = {decline: 'declined', expire: 'expired', withdraw: 'withdrawn', reclaim: 'reclaimed', time_out: 'timed_out', return: 'returned'} as const satisfies Record<LetGo, LeadAttention>;

async function end(held: LeadCase, offer: HeldOffer, event: LeadOfferEvent, {by, reason = null, comment, changes, data, endedAt = held.now}: Ending): Promise<HeldOffer> {
  const ended = await moveOffer(held, offer, event, {
    by,
    changes: {ended_at: endedAt, end_reason: reason, end_comment: comment ?? null, unread: isUnreadAfter(event), ...changes},
    data: {...(reason === null ? {} : {reason}), ...data},
  });
  // A deal that is being registered keeps the customer.
  if (event !== 'convert') await releaseLock(held.scope, offer.id);
  return ended;
}

/** Ends the lead. */
export async function closeLead(held: LeadCase, status: 'converted' | 'closed_won' | 'closed_lost', lostReason: LostReason | null, endedAt = held.now): Promise<void> {
  const changes: LeadChanges = {status, lost_reason: lostReason, ended_at: endedAt, attention: null};
  await changeLead(held, changes);
}
