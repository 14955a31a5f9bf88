import type {LostReason} from '@portico/contract';
import {insertDecision} from '../routing-decision/routing-decision.queries.ts';
import type {Scope} from '../database/scope.ts';
import {newId} from '../context.ts';
import {hasEnded, lacksConsent} from '../lead/lead.rules.ts';
import {searchWordsOf} from '../lead/search.rules.ts';
import {takeLock, type LockOutcome} from '../lead-offer/account-lock.queries.ts';
import {acceptByOf, actByOf, idleByOf} from '../lead-offer/deadline.rules.ts';
import {insertOffer, type HeldOffer, type NewOffer} from '../lead-offer/held-offer.queries.ts';
import {problem} from '../problem.ts';
import {finish} from './end-offer.ts';
import {changeLead, changeOffer, moveOffer, openCase, openOffersOf, tellStory, type Doer, type LeadCase} from './lead-case.ts';
import {tellOfLead, tellOfOffer, type News} from './news.ts';
import {findPartnership, type HeldPartnership} from './partnership.queries.ts';

/** Where an imported lead stands with a partner. */
export interface ImportedStage {
  readonly leadId: string;
  readonly partnerOrgId: string;
  readonly assigneeId: string | null;
  readonly stage: 'offered' | 'working' | 'closed_won' | 'closed_lost';
  /** ISO text; now when `null`. */
  readonly acceptedAt: string | null;
  readonly endedAt: string | null;
  readonly lostReason: LostReason | null;
}

export interface ImportedOutcome {
  /** `placed`: given to the partner; `moved`: their offer was taken further; `unchanged`: it stood there already; `conflict`: another partner has it, or it has ended otherwise. */
  readonly outcome: 'placed' | 'moved' | 'unchanged' | 'conflict';
  /** Whether the partner has the customer for themselves now; `contested` when another has, and then both work with the customer. */
  readonly lock: LockOutcome;
}

/**
 * Puts an imported lead with a partner, as it stands in the file. The past is taken as given: no rule is asked. Clocks start at the import, because a deadline
 * that passed before the lead came here is nobody's fault.
 *
 * @param scope - Of the system.
 * @throws ProblemError `lead_not_found`, `partner_org_not_found`, `lead_consent_required`.
 */
export async function importStage(scope: Scope, news: News, stage: ImportedStage, by: Doer): Promise<ImportedOutcome> {
  const held = await openCase(scope, news, stage.leadId);
  if (!held) throw problem('lead_not_found');
  const partner = await findPartnership(scope, stage.partnerOrgId);
  if (!partner) throw problem('partner_org_not_found');
  if (lacksConsent(held.program.policy, {contact: held.lead.details.contact, consent: held.lead.consent})) throw problem('lead_consent_required');
  const [open] = openOffersOf(held);
  if (open && open.partnerOrgId === stage.partnerOrgId) return takeFurther(held, open, stage, by);
  if (open || held.lead.status === 'quarantined') return {outcome: 'conflict', lock: 'none'};
  if (hasEnded(held.lead.status)) return {outcome: held.lead.status === stage.stage ? 'unchanged' : 'conflict', lock: 'none'};
  return place(held, stage, partner, by);
}

async function place(held: LeadCase, stage: ImportedStage, partner: HeldPartnership, by: Doer): Promise<ImportedOutcome> {
  const {scope, lead, now} = held;
  const chosen = {id: stage.partnerOrgId, name: partner.name};
  const decisionId = await insertDecision(scope, lead.id, {method: 'manual', ruleId: null, ruleName: null, ruleVersion: null, candidates: [{partnerOrg: chosen, failed: []}], chosen}, {decidedBy: by.personId, overridden: true});
  const offerId = newId(scope.context);
  const offer = await insertOffer(scope, {...columnsOf(held, stage, partner), lead_offer_id: offerId, lead_id: lead.id, partner_org_id: stage.partnerOrgId, assignee_id: stage.assigneeId, routing_decision_id: decisionId, routed_by: 'manual', score: lead.details.score, created_at: now, updated_at: now});
  held.offers = [...held.offers, offer];
  // Plans reminders.
  const planned = stage.stage === 'offered' || stage.stage === 'working' ? await changeOffer(held, offer, {}) : offer;
  const lock = stage.stage === 'working' ? await takeLock(scope, lead.accountKey, planned) : 'none';
  await tellStory(held, 'import', {offer: planned, by, data: {stage: stage.stage, partnerOrg: partner.name}});
  tellOfOffer(held.news, planned, 'import', {stage: stage.stage});
  tellOfLead(held.news, lead.id, 'import', {stage: stage.stage});
  await changeLead(held, {
    status: stage.stage,
    attention: null,
    lead_offer_id: offerId,
    offer_count: lead.offerCount + 1,
    search_words: searchWordsOf({...lead.details, externalId: lead.externalId, campaign: lead.campaign, partnerName: partner.name}),
    ...(stage.stage === 'closed_won' || stage.stage === 'closed_lost' ? {ended_at: stage.endedAt ?? now, lost_reason: stage.lostReason} : {}),
  });
  return {outcome: 'placed', lock};
}

function columnsOf({program: {policy}, now, lead}: LeadCase, {stage, acceptedAt, endedAt, lostReason}: ImportedStage, {timeZone}: HeldPartnership): Pick<NewOffer, 'status' | 'offered_at' | 'unread'> & Partial<NewOffer> {
  if (stage === 'offered') return {status: stage, offered_at: now, accept_by: acceptByOf(policy, Date.parse(now), {priority: lead.details.priority, timeZone}), unread: true};
  const accepted = acceptedAt ?? endedAt ?? now;
  const taken = {offered_at: accepted, accepted_at: accepted, unread: false};
  if (stage !== 'working') return {...taken, status: stage, first_contact_at: accepted, ended_at: endedAt ?? now, end_reason: lostReason};
  return {...taken, status: stage, first_contact_at: accepted, last_activity_at: now, act_by: actByOf(policy, Date.parse(now)), idle_by: idleByOf(policy, Date.parse(now))};
}

/** A lead that the partner has already, and that the file shows further on. */
async function takeFurther(held: LeadCase, offer: HeldOffer, stage: ImportedStage, by: Doer): Promise<ImportedOutcome> {
  const isAhead = stage.stage === 'offered' || (stage.stage === 'working' && offer.status === 'working');
  if (isAhead) return {outcome: 'unchanged', lock: 'none'};
  const {policy} = held.program;
  let current = offer;
  let lock: LockOutcome = 'none';
  if (current.acceptedAt === null) {
    lock = await takeLock(held.scope, held.lead.accountKey, current);
    current = await moveOffer(held, current, 'accept', {by, changes: {accepted_at: stage.acceptedAt ?? held.now, act_by: actByOf(policy, Date.parse(held.now)), idle_by: idleByOf(policy, Date.parse(held.now)), unread: false}});
    for (const rival of openOffersOf(held)) if (rival.id !== current.id) await moveOffer(held, rival, 'lose_race', {by});
  }
  if (current.status === 'accepted') current = await moveOffer(held, current, 'contact', {by, changes: {first_contact_at: current.acceptedAt ?? held.now, last_activity_at: held.now}});
  await changeLead(held, {status: 'working', attention: null, lead_offer_id: current.id, owner_id: null});
  if (stage.stage === 'closed_won' || stage.stage === 'closed_lost') {
    const won = stage.stage === 'closed_won';
    await finish(held, current, won ? 'close_won' : 'close_lost', {by, reason: stage.lostReason, endedAt: stage.endedAt ?? held.now, ...(stage.lostReason ? {lostReason: stage.lostReason} : {})});
  }
  return {outcome: 'moved', lock};
}
