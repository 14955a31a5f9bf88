import type {DealEvent, LeadOfferEvent, OwnPartnerEvent, PartnerEventFacts, PointsEntryReason, PointsReplay} from '@portico/contract';
import {findingsOf} from '@portico/contract/points-check-rules';
import {replay, type Grant, type RuleVersion} from '@portico/contract/points-rules';
import {countGoals} from './challenge-flow.ts';
import {customerSigns, partnerSigns} from './company-signs.ts';
import type {DealRow} from './deal-rows.ts';
import type {EntryRow, EventRow, RuleRow} from './standing.ts';
import type {OfferRow, Store} from './store.ts';

const noFacts: PartnerEventFacts = {amount: null, products: [], country: null, hours: null};
const counted: Partial<Record<DealEvent, OwnPartnerEvent>> = {submit: 'deal_registered', approve: 'deal_approved', win: 'deal_won', lose: 'deal_lost'};

/** Records what a partner did and gives the points for it; what came from the same source before is answered again. */
export function recordEvent(store: Store, input: Pick<EventRow, 'event' | 'partnerOrgId' | 'personId' | 'sourceId' | 'entityId' | 'facts' | 'occurredAt' | 'isOwn'>): EventRow {
  const {standing} = store.data;
  const known = standing.events.values().find(({event, sourceId}) => event === input.event && sourceId === input.sourceId);
  if (known) return known;
  const org = store.data.partnerOrgs.get(input.partnerOrgId);
  const stands = {levelId: org?.partnership.levelId ?? null, type: org?.type ?? 'reseller', country: org?.country ?? null, groups: org?.partnership.groups ?? []} as const;
  const row = standing.events.set({...input, id: store.newId('partnerEvent'), standing: stands, recordedAt: store.now(), retractedAt: null});
  standing.streams.set(row.partnerOrgId, [...(standing.streams.get(row.partnerOrgId) ?? []), row]);
  holdSuspicious(store, row);
  settleAll(store, row.partnerOrgId, 'event');
  countGoals(store, row.partnerOrgId);
  return row;
}

/** Holds an event that looks as if points were all it was for. */
function holdSuspicious(store: Store, row: EventRow): void {
  const {id, event, partnerOrgId, entityId, facts, occurredAt} = row;
  const {check, events, rules, holds} = store.data.standing;
  const org = store.data.partnerOrgs.get(partnerOrgId);
  if (!org || !rules.values().some(({versions}) => versions.some(({terms}) => terms.event === event))) return;
  const isWithin = (ms: number) => (each: EventRow) => each.partnerOrgId === partnerOrgId && each.event === event && each.occurredAt <= occurredAt && Date.parse(each.occurredAt) > Date.parse(occurredAt) - ms;
  const burst = check.burst ? events.values().filter(isWithin(check.burst.minutes * 60_000)).length : 0;
  const won = check.oneCustomer && event === 'deal_won' ? events.values().filter(isWithin(check.oneCustomer.days * 86_400_000)).filter(({retractedAt}) => retractedAt === null) : [];
  const findings = findingsOf(check, {event, customer: facts.customer ?? null, customerSigns: check.selfDealing ? customerSigns(store, row) : null, partner: partnerSigns(store, partnerOrgId), burst, customers: won.map(each => each.facts.customer ?? null)});
  if (findings.length === 0) return;
  const hold = holds.set({id: store.newId('pointsHold'), partnerOrg: {id: org.id, name: org.name}, event: {id, event, entityId, amount: facts.amount, occurredAt}, findings, status: 'held', comment: null, createdAt: store.now(), decidedAt: null, version: 1});
  store.change('points_hold', hold.id);
}

/** Takes an event back, and with it its points. */
export function retractEvent(store: Store, row: EventRow): EventRow {
  const {standing} = store.data;
  if (row.retractedAt !== null) return row;
  const retracted = standing.events.set({...row, retractedAt: store.now()});
  standing.streams.get(row.partnerOrgId)?.push({retracts: row.id});
  settleAll(store, row.partnerOrgId, 'event_retracted');
  countGoals(store, row.partnerOrgId);
  return retracted;
}

/** Records what an event of an offer counts as, when a partner's person made it happen. */
export function recordOffer(store: Store, event: LeadOfferEvent, offer: OfferRow, by: {readonly side: string; readonly person: {readonly id: string} | null} | null): void {
  if (by?.side !== 'partner' || (event !== 'accept' && event !== 'contact')) return;
  const {products = [], company, estimatedValue: amount = null} = store.data.leads.get(offer.leadId) ?? {};
  const from = event === 'accept' ? offer.offeredAt : (offer.acceptedAt ?? store.now());
  const hours = Math.max(0, Math.round((store.clock.now() - Date.parse(from)) / 36_000) / 100);
  recordEvent(store, {event: event === 'accept' ? 'lead_accepted' : 'first_contact', isOwn: true, partnerOrgId: offer.partnerOrgId, personId: by.person?.id ?? null, sourceId: offer.leadId, entityId: offer.leadId, facts: {amount, products: [...products], country: company?.country ?? null, hours}, occurredAt: store.now()});
}

/** Records what an event of a registration counts as; a win that is voided is taken back. */
export function recordDeal(store: Store, event: DealEvent, {id, partnerOrgId, ownerId, estimatedAmount: amount, lines, customer}: DealRow): void {
  if (event === 'void') {
    const won = store.data.standing.events.values().find(each => each.event === 'deal_won' && each.sourceId === id);
    if (won) retractEvent(store, won);
  }
  const own = counted[event];
  if (own) recordEvent(store, {event: own, isOwn: true, partnerOrgId, personId: ownerId, sourceId: id, entityId: id, facts: {...noFacts, amount, products: [...new Set(lines.map(({product}) => product))], country: customer.country, customer: customer.name ?? customer.website?.slice(0, 200) ?? null}, occurredAt: store.now()});
}

/** Records something done with material, once for its source. */
export function recordMaterial(store: Store, event: 'asset_downloaded' | 'asset_cobranded', {partnerOrgId, personId, sourceId, assetId}: {readonly partnerOrgId: string; readonly personId: string | null; readonly sourceId: string; readonly assetId: string}): void {
  recordEvent(store, {event, isOwn: true, partnerOrgId, personId, sourceId, entityId: assetId, facts: noFacts, occurredAt: store.now()});
}

/** Runs a rule over all that partners did. With `write` the ledger is put right. */
export function replayRule(store: Store, ruleId: string, versions: readonly RuleVersion[], {write}: {readonly write: boolean}): PointsReplay {
  const names = new Set(versions.map(({terms}) => terms.event));
  const partners = [...store.data.standing.streams.keys()].map(partnerOrgId => {
    const live = liveEntries(store, ruleId, partnerOrgId);
    const {wrong, missing} = compare(store, live, partnerOrgId, versions);
    if (write) settle(store, ruleId, partnerOrgId, versions, 'rule_changed');
    const before = live.reduce((sum, {points}) => sum + points, 0);
    const difference = missing.reduce((sum, [, {points}]) => sum + points, 0) - wrong.reduce((sum, {points}) => sum + points, 0);
    return {partnerOrg: {id: partnerOrgId, name: store.data.partnerOrgs.get(partnerOrgId)?.name ?? ''}, before, after: before + difference, difference, added: missing.length, reversed: wrong.length};
  });
  const sum = (of: (partner: (typeof partners)[number]) => number) => partners.reduce((total, partner) => total + of(partner), 0);
  const changed = partners.filter(({added, reversed}) => added + reversed > 0);
  return {
    ruleId,
    number: versions.at(-1)?.number ?? 1,
    events: store.data.standing.events.values().filter(({event}) => names.has(event)).length,
    added: sum(({added}) => added),
    reversed: sum(({reversed}) => reversed),
    pointsBefore: sum(({before}) => before),
    pointsAfter: sum(({after}) => after),
    partnersChanged: changed.length,
    partnersLeft: 0,
    partners: changed.toSorted((a, b) => Math.abs(b.difference) - Math.abs(a.difference)).slice(0, 500),
  };
}

/** Brings a partner's ledger to what all rules give. */
export function settleAll(store: Store, partnerOrgId: string, reason: PointsEntryReason): void {
  for (const {id, versions} of store.data.standing.rules.values()) if (versions.length > 0) settle(store, id, partnerOrgId, versions, reason);
}

/** Makes a partner's ledger what a replay gives: that is what giving points event by event gives too. */
function settle(store: Store, ruleId: string, partnerOrgId: string, versions: readonly RuleVersion[], reason: PointsEntryReason): void {
  const {entries, events} = store.data.standing;
  const {wrong, missing} = compare(store, liveEntries(store, ruleId, partnerOrgId), partnerOrgId, versions);
  const now = store.now();
  for (const entry of wrong) {
    const id = store.newId('pointsEntry');
    entries.set({...entry, reversedById: id});
    entries.set({...entry, id, points: -entry.points, reason: reason === 'event' ? 'rule_changed' : reason, recordedAt: now, reversesId: entry.id, reversedById: null});
  }
  for (const [eventId, {number, points, occurredAt, expiresAt}] of missing) {
    const had = entries.values().some(entry => entry.ruleId === ruleId && entry.eventId === eventId);
    entries.set({id: store.newId('pointsEntry'), partnerOrgId, personId: events.get(eventId)?.personId ?? null, ruleId, number, eventId, points, reason: had ? 'rule_changed' : 'event', occurredAt, recordedAt: now, expiresAt, reversesId: null, reversedById: null});
  }
  if (wrong.length + missing.length > 0) store.change('points_entry', entries.values().at(-1)?.id ?? ruleId, {onlyPartnerOrgId: partnerOrgId});
}

function compare(store: Store, live: readonly EntryRow[], partnerOrgId: string, versions: readonly RuleVersion[]): {wrong: EntryRow[]; missing: [string, Grant][]} {
  const held = new Set(store.data.standing.holds.values().flatMap(({event, status}) => (status === 'released' ? [] : [event.id])));
  const grants = replay(versions, (store.data.standing.streams.get(partnerOrgId) ?? []).filter(item => 'retracts' in item || !held.has(item.id)));
  const isRight = ({eventId, points, expiresAt}: EntryRow) => grants.get(eventId)?.points === points && grants.get(eventId)?.expiresAt === expiresAt;
  const right = new Set(live.filter(isRight).map(({eventId}) => eventId));
  return {wrong: live.filter(entry => !isRight(entry)), missing: [...grants].filter(([eventId]) => !right.has(eventId))};
}

function liveEntries(store: Store, ruleId: string, partnerOrgId: string): EntryRow[] {
  return store.data.standing.entries.values().filter(entry => entry.ruleId === ruleId && entry.partnerOrgId === partnerOrgId && entry.reversesId === null && entry.reversedById === null);
}

/** The version that was published last. */
export function inForce({versions}: RuleRow): RuleRow['versions'][number] | undefined {
  return versions.at(-1);
}
