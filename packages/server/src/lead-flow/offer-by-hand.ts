import type {Api, EligibilityCheck, RouteParsed} from '@portico/contract';
import {lacksConsent} from '../lead/lead.rules.ts';
import {findLockHolder} from '../lead-offer/account-lock.queries.ts';
import {isOpen, mayWorkLeads} from '../lead-offer/lead-offer.rules.ts';
import {problem} from '../problem.ts';
import {insertDecision} from '../routing-decision/routing-decision.queries.ts';
import {failedChecks} from '../routing-decision/routing-decision.rules.ts';
import type {Doer, LeadCase} from './lead-case.ts';
import {noteForColleagues} from './note-for-colleagues.ts';
import {findColleague} from './partnership.queries.ts';
import {placeOffer} from './place-offer.ts';
import {lockPartners, toRouted} from './route-lead.ts';

const explanations: Record<EligibilityCheck, string> = {
  partnership_active: 'the partnership is not active',
  level: 'its level receives no leads',
  territory: 'the lead is outside its territory',
  product: 'it may not sell a product the lead asks for',
  not_declined_before: 'it had this lead before',
  capacity: 'it has as many leads as it can take',
  not_paused: 'new leads are held back from it',
  account_lock: 'another partner works with this customer',
};

/**
 * Offers a lead to the partner that a person chose. What the rules say about it is logged; unless the person overrides them, it counts.
 *
 * @throws ProblemError `lead_consent_required`, `partner_org_not_found`, `person_not_found`, `lead_account_locked`, `partner_not_eligible`, `lead_already_offered`.
 */
export async function offerByHand(held: LeadCase, input: RouteParsed<Api['leads']['offer']>, by: Doer): Promise<void> {
  const {scope, lead, program} = held;
  if (lacksConsent(program.policy, {contact: lead.details.contact, consent: lead.consent})) throw problem('lead_consent_required');
  const partners = await lockPartners(held);
  const partner = partners.find(({id}) => id === input.partnerOrgId);
  if (!partner) throw problem('partner_org_not_found');
  if (input.assigneeId !== undefined) {
    const assignee = await findColleague(scope, input.assigneeId, partner.id);
    if (!assignee || !mayWorkLeads(assignee.roles)) throw problem('person_not_found');
  }
  if (held.offers.some(offer => offer.partnerOrgId === partner.id && isOpen(offer.status))) throw problem('lead_already_offered', {detail: 'This partner has an open offer of it.'});
  const failed = failedChecks(toRouted(held), partner, await findLockHolder(scope, lead.accountKey));
  refuse(failed, input.override);
  const chosen = {id: partner.id, name: partner.name};
  const overridden = failed.length > 0;
  const decisionId = await insertDecision(scope, lead.id, {method: 'manual', ruleId: null, ruleName: null, ruleVersion: null, candidates: [{partnerOrg: chosen, failed}], chosen}, {decidedBy: by.personId, overridden});
  const offer = await placeOffer(held, {partnerOrgId: partner.id, method: 'manual', decisionId, by, assigneeId: input.assigneeId, exclusive: input.exclusive, withinHours: input.acceptWithinHours});
  if (input.comment !== undefined) await noteForColleagues(held, offer, by, input.comment);
}

function refuse(failed: readonly EligibilityCheck[], override: boolean): void {
  // Who is no partner any more gets no customer's data, whoever says so.
  const counting = override ? failed.filter(check => check === 'partnership_active') : failed;
  if (counting.length === 0) return;
  if (counting.includes('account_lock')) throw problem('lead_account_locked');
  throw problem('partner_not_eligible', {detail: `Not now, because ${counting.map(check => explanations[check]).join(', and ')}.`});
}
