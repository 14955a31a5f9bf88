import type {LeadAttention, LeadOfferStatus} from '@portico/contract';
import {lacksConsent} from '../lead/lead.rules.ts';
import {findLockHolder} from '../lead-offer/account-lock.queries.ts';
import {getRoutablePartners, insertDecision} from '../routing-decision/routing-decision.queries.ts';
import {routeLead as decide, routeToNamed as decideNamed, type RoutablePartner, type Routing} from '../routing-decision/routing-decision.rules.ts';
import type {RoutedLead} from '../routing-rule/routing-rule.rules.ts';
import {getRulesInOrder} from '../routing-rule/routing-rule.queries.ts';
import {changeLead, tellStory, type Doer, type LeadCase} from './lead-case.ts';
import {getLeadProgram} from './lead-program.queries.ts';
import {tellOfLead} from './news.ts';
import {placeOffer} from './place-offer.ts';

/** Lets the rules choose a partner and offers the lead to them; when they find nobody, the lead waits for a person. The decision is logged either way. */
export async function routeLead(held: LeadCase, by: Doer): Promise<void> {
  const {scope, lead, program} = held;
  if (lacksConsent(program.policy, {contact: lead.details.contact, consent: lead.consent})) return setAside(held, 'consent_missing', by);
  const partners = await lockPartners(held);
  const lockHolderId = await findLockHolder(scope, lead.accountKey);
  const decision = decide({lead: toRouted(held), rules: await getRulesInOrder(scope), partners, lockHolderId, defaultPartnerOrgId: program.defaultPartnerOrgId});
  await carryOut(held, decision, lockHolderId, by);
}

/** Offers a lead to the partner whom the customer asked, if that can be; else as `routeLead`: who works with the customer, or a person decides. */
export async function routeToNamed(held: LeadCase, partnerOrgId: string, by: Doer): Promise<void> {
  const {scope, lead, program} = held;
  if (lacksConsent(program.policy, {contact: lead.details.contact, consent: lead.consent})) return setAside(held, 'consent_missing', by);
  const partners = await lockPartners(held);
  const lockHolderId = await findLockHolder(scope, lead.accountKey);
  await carryOut(held, decideNamed({lead: toRouted(held), partners, lockHolderId}, partnerOrgId), lockHolderId, by);
}

async function carryOut(held: LeadCase, decision: Routing, lockHolderId: string | null, by: Doer): Promise<void> {
  const {scope, lead} = held;
  const decisionId = await insertDecision(scope, lead.id, decision, {decidedBy: by.personId, overridden: false});
  if (decision.chosen) await placeOffer(held, {partnerOrgId: decision.chosen.id, method: decision.method, decisionId, by});
  else await setAside(held, attentionFor(held, lockHolderId), by);
}

/** All partners as routing sees them for this lead. From here to the commit nobody else gives out leads of the programme. */
export async function lockPartners(held: LeadCase): Promise<RoutablePartner[]> {
  const {levels} = await getLeadProgram(held.scope, {lock: true});
  return getRoutablePartners(held.scope, partnersWhoHadIt(held), levels);
}

/** What rules look at in a lead. */
export function toRouted({lead}: LeadCase): RoutedLead {
  const {company, products, score} = lead.details;
  return {country: company.country, region: company.region, products, campaign: lead.campaign, score};
}

const withoutResult: readonly LeadOfferStatus[] = ['expired', 'withdrawn', 'reclaimed', 'returned', 'timed_out', 'closed_lost'];

/** Who declined it gets it never again; who let it go otherwise gets it again only after the lead was put back. */
function partnersWhoHadIt({offers, lead}: LeadCase): Set<string> {
  const since = lead.recycledAt ?? '';
  return new Set(offers.filter(({status, offeredAt}) => status === 'declined' || (withoutResult.includes(status) && offeredAt >= since)).map(({partnerOrgId}) => partnerOrgId));
}

function attentionFor({offers}: LeadCase, lockHolderId: string | null): LeadAttention {
  if (lockHolderId !== null) return 'account_locked';
  return offers.length > 0 ? 'all_declined' : 'no_partner';
}

async function setAside(held: LeadCase, attention: LeadAttention, by: Doer): Promise<void> {
  await tellStory(held, 'unroutable', {by, data: {reason: attention}});
  tellOfLead(held.news, held.lead.id, 'unroutable', {attention});
  await changeLead(held, {status: 'unroutable', attention});
}
