import {lacksConsent} from '../lead/lead.rules.ts';
import {takeLock} from '../lead-offer/account-lock.queries.ts';
import {actByOf, idleByOf} from '../lead-offer/deadline.rules.ts';
import type {HeldOffer} from '../lead-offer/held-offer.queries.ts';
import {problem} from '../problem.ts';
import {wasOverridden} from '../routing-decision/routing-decision.queries.ts';
import {isActive} from '../routing-decision/routing-decision.rules.ts';
import {changeLead, moveOffer, openOffersOf, theClock, type Doer, type LeadCase} from './lead-case.ts';
import {countInWork, findPartnership} from './partnership.queries.ts';

/**
 * Accepts an offer: shows the lead, starts the time to act, locks the customer; everybody else who was asked has lost the race.
 *
 * @throws ProblemError `lead_consent_required`, `partner_not_eligible`, `lead_account_locked`, `lead_offer_status_conflict`.
 */
export async function acceptOffer(held: LeadCase, offer: HeldOffer, by: Doer): Promise<HeldOffer> {
  const {program, lead, now, scope} = held;
  if (lacksConsent(program.policy, {contact: lead.details.contact, consent: lead.consent})) throw problem('lead_consent_required');
  // A manager who decided against the rules has decided about these as well.
  const overridden = await wasOverridden(scope, offer.routingDecisionId);
  await checkRoom(held, offer, overridden);
  const lock = await takeLock(scope, lead.accountKey, offer);
  if (lock === 'contested' && !overridden) throw problem('lead_account_locked');

  const accepted = await moveOffer(held, offer, 'accept', {
    by,
    changes: {
      accepted_at: now,
      accepted_by: by.personId,
      assignee_id: offer.assigneeId ?? by.personId,
      act_by: actByOf(program.policy, Date.parse(now)),
      idle_by: idleByOf(program.policy, Date.parse(now)),
      unread: by.side === 'system',
    },
    data: lead.consent ? {consentTextVersion: lead.consent.textVersion, consentAt: lead.consent.at} : {},
    wholeOrg: true,
  });
  for (const rival of openOffersOf(held)) {
    if (rival.id !== accepted.id) await moveOffer(held, rival, 'lose_race', {by: theClock});
  }
  await changeLead(held, {status: 'accepted', lead_offer_id: accepted.id, owner_id: null, attention: null});
  return accepted;
}

async function checkRoom({scope}: LeadCase, {partnerOrgId}: HeldOffer, overridden: boolean): Promise<void> {
  const partnership = await findPartnership(scope, partnerOrgId, {lock: true});
  if (!partnership || !isActive(partnership.status)) throw problem('partner_not_eligible', {detail: 'The partnership is not active.'});
  if (partnership.capacity === null || overridden) return;
  if ((await countInWork(scope, partnerOrgId)) >= partnership.capacity) throw problem('partner_not_eligible', {detail: `All ${partnership.capacity} places for leads in work are taken. End or return one first.`});
}
