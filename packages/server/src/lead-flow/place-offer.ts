import type {RoutingDecision} from '@portico/contract';
import {newId} from '../context.ts';
import {searchWordsOf} from '../lead/search.rules.ts';
import {acceptByOf, scheduleOf} from '../lead-offer/deadline.rules.ts';
import {insertOffer, type HeldOffer} from '../lead-offer/held-offer.queries.ts';
import {problem} from '../problem.ts';
import {noteTurn} from '../routing-decision/routing-decision.queries.ts';
import {acceptOffer} from './accept-offer.ts';
import {changeLead, tellStory, theClock, type Doer, type LeadCase} from './lead-case.ts';
import {tellOfLead, tellOfOffer} from './news.ts';
import {findPartnership} from './partnership.queries.ts';

/** To whom a lead is offered and how it came about. */
export interface Placing {
  readonly partnerOrgId: string;
  readonly method: RoutingDecision['method'];
  readonly decisionId: string;
  readonly by: Doer;
  readonly assigneeId?: string | undefined;
  readonly exclusive?: boolean;
  /** Hours to accept, instead of the programme's. */
  readonly withinHours?: number | undefined;
}

/** Offers a lead to a partner, and accepts it for them at once where the programme says so. Consent and eligibility were checked before. */
export async function placeOffer(held: LeadCase, placing: Placing): Promise<HeldOffer> {
  const {scope, program, lead, now} = held;
  const partner = await findPartnership(scope, placing.partnerOrgId);
  if (!partner) throw problem('partner_org_not_found');
  const acceptBy = acceptByOf(program.policy, Date.parse(now), {priority: lead.details.priority, timeZone: partner.timeZone, withinHours: placing.withinHours});
  const schedule = scheduleOf({status: 'offered', offeredAt: now, acceptBy, acceptedAt: null, lastActivityAt: null, actBy: null, idleBy: null}, program.policy, Date.parse(now));
  const offer = await insertOffer(scope, {
    lead_offer_id: newId(scope.context),
    lead_id: lead.id,
    partner_org_id: placing.partnerOrgId,
    status: 'offered',
    exclusive: placing.exclusive ?? true,
    assignee_id: placing.assigneeId ?? null,
    routed_by: placing.method,
    routing_decision_id: placing.decisionId,
    offered_at: now,
    accept_by: acceptBy,
    remind_at: schedule.remindAt,
    remind_kind: schedule.remindKind,
    due_at: schedule.dueAt,
    score: lead.details.score,
    created_at: now,
    updated_at: now,
  });
  held.offers = [...held.offers, offer];
  await noteTurn(scope, placing.partnerOrgId);
  await tellStory(held, 'offer', {offer, by: placing.by, data: {method: placing.method, partnerOrg: partner.name}});
  tellOfOffer(held.news, offer, 'offer', {method: placing.method});
  tellOfLead(held.news, lead.id, 'offer', {partnerOrgId: placing.partnerOrgId, method: placing.method});
  const searchWords = searchWordsOf({...lead.details, externalId: lead.externalId, campaign: lead.campaign, partnerName: partner.name});
  await changeLead(held, {status: 'offered', attention: null, lead_offer_id: offer.id, offer_count: lead.offerCount + 1, search_words: searchWords});
  return program.policy.autoAccept ? acceptOffer(held, offer, theClock) : offer;
}
