import type {LeadPolicy, NewLead} from '@portico/contract';
import {newId, nowText} from '../context.ts';
import type {Scope} from '../database/scope.ts';
import {detailsOf} from '../lead-flow/create-lead.ts';
import {identify} from '../lead-flow/lead-identity.ts';
import {actByOf, acceptByOf, idleByOf, scheduleOf} from '../lead-offer/deadline.rules.ts';
import {searchWordsOf} from '../lead/search.rules.ts';
import type {JsonRow, PlacedRows, WantedLock} from './placed-lead.queries.ts';
import type {Placement} from './placement.rules.ts';

/** A lead that comes in together with the partner who has it, or had it. */
export interface PlacedLead {
  readonly leadId: string;
  readonly leadOfferId: string;
  readonly lead: NewLead;
  readonly placement: Placement;
}

/** Gives a lead and its offer their ids. */
export function toPlaced({context}: Scope, lead: NewLead, placement: Placement): PlacedLead {
  return {leadId: newId(context), leadOfferId: newId(context), lead, placement};
}

/**
 * The rows of leads with a partner. What happened keeps its dates; the clocks to accept and to act begin now, or an import of old leads would take them all away again at once.
 *
 * @param importId - Named in the story of each lead.
 */
export function toRows(scope: Scope, placed: readonly PlacedLead[], policy: LeadPolicy, importId: string): PlacedRows & {readonly locks: WantedLock[]} {
  const rows = {leads: [] as JsonRow[], decisions: [] as JsonRow[], offers: [] as JsonRow[], activities: [] as JsonRow[], locks: [] as WantedLock[]};
  for (const item of placed) addRows(scope, item, policy, importId, rows);
  return rows;
}

function addRows(scope: Scope, {leadId, leadOfferId, lead, placement}: PlacedLead, policy: LeadPolicy, importId: string, rows: {leads: JsonRow[]; decisions: JsonRow[]; offers: JsonRow[]; activities: JsonRow[]; locks: WantedLock[]}): void {
  const {context, programId} = scope;
  const {stage, partnerOrg, assigneeId, lostReason} = placement;
  const now = nowText(context);
  const decisionId = newId(context);
  const written = {created_at: now, updated_at: now};
  const clocks = clocksOf(context.now(), lead, placement, policy);
  const details = detailsOf(lead);
  const identity = identify(details.company, details.contact);
  const {valueBand, estimatedValue, score, ...plain} = details;
  const externalId = lead.externalId ?? null;
  const campaign = lead.campaign ?? null;

  rows.leads.push({
    ...written, ...plain,
    lead_id: leadId, program_id: programId, lead_offer_id: leadOfferId, offer_count: 1, status: stage, external_id: externalId, source: lead.source, campaign, consent: lead.consent ?? null, score,
    value_band: valueBand, estimated_minor: estimatedValue?.amountMinor ?? null, estimated_currency: estimatedValue?.currency ?? null,
    account_key: identity.accountKey, domain_key: identity.domainKey, email_key: identity.emailKey, search_words: searchWordsOf({...details, externalId, campaign, partnerName: partnerOrg.name}),
    lost_reason: lostReason, received_at: earliest(lead.receivedAt ?? now, clocks.offeredAt), ended_at: clocks.endedAt, due_at: clocks.deadlineAt,
  });
  rows.decisions.push({routing_decision_id: decisionId, lead_id: leadId, method: 'manual', candidates: [{partnerOrg: {id: partnerOrg.id, name: partnerOrg.name}, failed: []}], chosen_partner_org_id: partnerOrg.id, overridden: true, decided_at: now});
  rows.offers.push({
    ...written,
    lead_offer_id: leadOfferId, lead_id: leadId, partner_org_id: partnerOrg.id, status: stage, exclusive: true, assignee_id: assigneeId, unread: stage === 'offered', routed_by: 'manual', routing_decision_id: decisionId,
    offered_at: clocks.offeredAt, first_viewed_at: clocks.acceptedAt, accepted_at: clocks.acceptedAt, accept_by: clocks.acceptBy, act_by: clocks.actBy, idle_by: clocks.idleBy, first_contact_at: clocks.acceptedAt, last_activity_at: stage === 'working' ? now : null,
    ended_at: clocks.endedAt, end_reason: lostReason, remind_at: clocks.remindAt, remind_kind: clocks.remindKind, reminders_sent: 0, due_at: clocks.dueAt, score,
  });

  const tell = (event: string, occurredAt: string, data: Record<string, string>, offerId: string | null = leadOfferId) =>
    rows.activities.push({activity_id: newId(context), lead_id: leadId, lead_offer_id: offerId, kind: 'event', visibility: offerId ? 'shared' : 'vendor_internal', side: 'system', body: '', event, data, occurred_at: occurredAt, created_at: now});
  tell('create', now, {source: lead.source, leadImportId: importId}, null);
  if (clocks.acceptedAt) tell('accept', clocks.acceptedAt, {});
  if (clocks.endedAt && stage === 'closed_lost') tell('close_lost', clocks.endedAt, lostReason ? {reason: lostReason} : {});
  if (clocks.endedAt && stage === 'closed_won') tell('close_won', clocks.endedAt, estimatedValue ? {amountMinor: String(estimatedValue.amountMinor), currency: estimatedValue.currency} : {});
  tell('import', now, {stage, partnerOrg: partnerOrg.name});

  if (stage === 'working' && identity.accountKey) rows.locks.push({id: newId(context), accountKey: identity.accountKey, partnerOrgId: partnerOrg.id, leadOfferId, lockedAt: clocks.offeredAt});
}

function clocksOf(nowMs: number, lead: NewLead, {stage, partnerOrg, acceptedAt: given, endedAt: ended}: Placement, policy: LeadPolicy) {
  const now = new Date(nowMs).toISOString();
  const isOffered = stage === 'offered';
  const isWorking = stage === 'working';
  const endedAt = isOffered || isWorking ? null : (ended ?? now);
  const acceptedAt = isOffered ? null : (given ?? endedAt ?? now);
  const offeredAt = acceptedAt ?? now;
  const acceptBy = isOffered ? acceptByOf(policy, nowMs, {priority: lead.priority, timeZone: partnerOrg.timeZone}) : null;
  const actBy = isWorking ? actByOf(policy, nowMs) : null;
  const idleBy = isWorking ? idleByOf(policy, nowMs) : null;
  const schedule = scheduleOf({status: stage, offeredAt, acceptBy, acceptedAt, lastActivityAt: isWorking ? now : null, actBy, idleBy}, policy, nowMs);
  const deadlineAt = acceptBy ?? (actBy && idleBy ? earliest(actBy, idleBy) : null);
  return {offeredAt, acceptedAt, endedAt, acceptBy, actBy, idleBy, deadlineAt, ...schedule};
}

function earliest(one: string, other: string): string {
  return Date.parse(one) <= Date.parse(other) ? one : other;
}
