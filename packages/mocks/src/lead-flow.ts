import {canHappen, leadOfferTransitions, type LeadAttention, type LeadOfferEvent, type LeadOfferStatus, type LeadStatus, type LostReason, type RoutingDecision} from '@portico/contract';
import {isOpen} from './lead-views.ts';
import {recordOffer} from './points-flow.ts';
import {problem} from './problem.ts';
import type {LeadRow, OfferRow, Store} from './store.ts';
import type {Viewer} from './viewer.ts';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

/** Who does something; `null` is the clock. */
export type Doer = Viewer | null;

/** What the end of an offer makes of its lead; the rest goes back to the vendor. */
const leadEnds: Partial<Record<LeadOfferStatus, LeadStatus>> = {converted: 'converted', closed_won: 'closed_won', closed_lost: 'closed_lost'};

/**
 * Lets something happen to an offer, by the contract's table: its status, times, story and lead change together.
 *
 * @param changes - What the event brings besides what the table says.
 * @param data - Written into the story.
 * @throws MockProblem when it cannot happen in the offer's status.
 */
export function moveOffer(store: Store, offer: OfferRow, event: LeadOfferEvent, by: Doer, changes: Partial<OfferRow> = {}, data: Record<string, string> = {}): OfferRow {
  if (!canHappen(event, offer.status)) throw refusal(offer);
  // What is known from before is written from the row as it was.
  store.story(offer.leadId);
  const now = store.now();
  const {leadPolicy} = store.data.program;
  const status = leadOfferTransitions[event].to ?? offer.status;
  const times: Partial<OfferRow> = {};
  if (event === 'view') times.firstViewedAt = offer.firstViewedAt ?? now;
  if (event === 'accept') Object.assign(times, {acceptedAt: now, firstViewedAt: offer.firstViewedAt ?? now, actBy: store.at(leadPolicy.actSlaDays * dayMs), idleBy: store.at(leadPolicy.idleLimitDays * dayMs)});
  if (event === 'contact') times.firstContactAt = now;
  if (event === 'contact' || event === 'log_activity') Object.assign(times, {lastActivityAt: now, idleBy: store.at(leadPolicy.idleLimitDays * dayMs)});
  const write = event === 'view' ? store.touch.bind(store) : store.update.bind(store);
  const moved = write(store.data.offers, offer, {status, ...times, unread: isNews(event, by), ...changes});
  const ended = isOpen(moved) ? moved : store.data.offers.set({...moved, endedAt: now, idleBy: null});
  store.change('lead_offer', ended.id);
  if (event !== 'log_activity' && event !== 'view') {
    store.write({leadId: offer.leadId, leadOfferId: offer.id, kind: 'event', visibility: 'shared', side: by?.side ?? 'system', author: by?.person ?? null, body: '', event, data});
  }
  moveLead(store, ended, event);
  recordOffer(store, event, ended, by);
  return ended;
}

/** Offers a lead to a partner: the row, the log and the lead's status. */
export function offerLead(
  store: Store,
  lead: LeadRow,
  partnerOrgId: string,
  by: Doer,
  options: {assigneeId?: string | undefined; acceptWithinHours?: number | undefined; exclusive?: boolean | undefined; overridden?: boolean; decision?: Partial<RoutingDecision>} = {},
): OfferRow {
  const {leadPolicy} = store.data.program;
  const hours = options.acceptWithinHours ?? (lead.priority === 'hot' ? leadPolicy.hotAcceptSlaHours : leadPolicy.acceptSlaHours);
  const now = store.now();
  const decision = logDecision(store, lead, {method: 'manual', chosen: orgRef(store, partnerOrgId), decidedBy: by?.person ?? null, overridden: options.overridden ?? false, ...options.decision});
  const offer = store.data.offers.set({
    id: store.newId('leadOffer'),
    leadId: lead.id,
    partnerOrgId,
    assigneeId: options.assigneeId ?? null,
    status: 'offered',
    exclusive: options.exclusive ?? true,
    unread: true,
    offeredAt: now,
    acceptBy: store.at(hours * hourMs),
    firstViewedAt: null,
    acceptedAt: null,
    actBy: null,
    idleBy: null,
    firstContactAt: null,
    lastActivityAt: null,
    endedAt: null,
    endReason: null,
    endComment: null,
    routedBy: decision.method,
    nextStep: null,
    dealRegistrationId: null,
    version: 1,
    updatedAt: now,
  });
  store.update(store.data.leads, lead, {status: 'offered', attention: null, endedAt: null, lostReason: null, offerIds: [...lead.offerIds, offer.id]});
  store.change('lead_offer', offer.id);
  store.change('lead', lead.id);
  store.write({leadId: lead.id, leadOfferId: offer.id, kind: 'event', visibility: 'shared', side: by?.side ?? 'system', author: by?.person ?? null, body: '', event: 'offer', data: {routedBy: decision.method}});
  return offer;
}

/** Writes a routing decision; without a chosen partner the lead waits for a person. */
export function logDecision(store: Store, lead: LeadRow, decision: Partial<RoutingDecision> & Pick<RoutingDecision, 'method'>): RoutingDecision {
  const {chosen = null} = decision;
  const logged: RoutingDecision = {
    leadId: lead.id,
    ruleId: null,
    ruleName: null,
    ruleVersion: null,
    candidates: chosen ? [{partnerOrg: chosen, failed: []}] : [],
    chosen,
    decidedBy: null,
    overridden: false,
    ...decision,
    id: store.newId('decision'),
    decidedAt: store.now(),
  };
  store.decisions(lead.id).unshift(logged);
  return logged;
}

export function orgRef(store: Store, id: string): {id: string; name: string} {
  return {id, name: store.data.partnerOrgs.get(id)?.name ?? ''};
}

/** Whether the partner has yet to see what happened: others took the lead away, or handed it on. */
function isNews(event: LeadOfferEvent, by: Doer): boolean {
  return event === 'withdraw' || event === 'reclaim' || event === 'time_out' || event === 'reassign' || (by?.side !== 'partner' && event === 'accept');
}

function refusal(offer: OfferRow) {
  if (offer.status === 'withdrawn') return problem('lead_offer_withdrawn');
  if (offer.status === 'lost_race') return problem('lead_offer_lost_race');
  return problem(offer.status === 'expired' ? 'lead_offer_expired' : 'lead_offer_status_conflict');
}

function moveLead(store: Store, offer: OfferRow, event: LeadOfferEvent): void {
  const lead = store.data.leads.get(offer.leadId);
  if (!lead || lead.offerIds.at(-1) !== offer.id) return;
  store.change('lead', lead.id);
  if (event === 'accept' || event === 'contact') {
    store.update(store.data.leads, lead, {status: offer.status === 'working' ? 'working' : 'accepted'});
  } else if (!isOpen(offer)) {
    const status = leadEnds[offer.status];
    if (status) store.update(store.data.leads, lead, {status, endedAt: offer.endedAt, lostReason: status === 'closed_lost' ? ((offer.endReason ?? 'other') as LostReason) : null});
    else store.update(store.data.leads, lead, {status: 'routable', attention: offer.status === 'lost_race' ? null : (offer.status as LeadAttention)});
  }
}

