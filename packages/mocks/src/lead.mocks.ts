import {isEmptyLead, leadSubstanceMessage, type Api, type Lead, type LeadStatus, type NewLead} from '@portico/contract';
import {accountKey, toCandidate} from './eligibility.ts';
import type {MockHandlers, Scope} from './handlers.ts';
import {offerLead} from './lead-flow.ts';
import {isOpen, toLead, toRecord} from './lead-views.ts';
import {deadlineOf} from './lead-offer.mocks.ts';
import {newestBy, pageOf, sortRows, type Order} from './paging.ts';
import {definedOf} from './partner-org.mocks.ts';
import {problem} from './problem.ts';
import {routeLead} from './routing.ts';
import type {LeadRow, OfferRow, Store} from './store.ts';

type Filter = Parameters<MockHandlers<Api['leads']>['counts']>[0];

const final: readonly LeadStatus[] = ['converted', 'closed_won', 'closed_lost'];
const routable: readonly LeadStatus[] = ['new', 'enriching', 'routable', 'unroutable', 'recycled'];
const dueSoonMs = 4 * 3_600_000;

const orders: Record<'newest' | 'deadline' | 'score', (store: Store) => Order<LeadRow>> = {
  newest: () => newestBy(lead => lead.receivedAt),
  deadline: store => ({keyOf: lead => dueAt(store, lead), ids: 'up'}),
  score: () => ({keyOf: lead => -(lead.score ?? -1), ids: 'down'}),
};

const latestOffer = newestBy((offer: OfferRow) => offer.offeredAt);

export const leadMocks: MockHandlers<Api['leads']> = {
  list(input, {store}) {
    const order = orders[input.sort](store);
    const {limit, cursor, ...filters} = input;
    const rows = store.remember(`leads ${JSON.stringify(filters)}`, () => sortRows(store.data.leads.values().filter(lead => matches(store, lead, input)), order));
    const {items, page} = pageOf(rows, order, {limit, cursor}, filters);
    return {items: items.map(lead => toLead(store, lead)), page};
  },
  counts(input, {store}) {
    return store.remember(`lead counts ${JSON.stringify(input)}`, () => {
      const byStatus: Partial<Record<LeadStatus, number>> = {};
      let dueSoon = 0;
      let needsAttention = 0;
      for (const lead of store.data.leads.values()) {
        if (!matches(store, lead, input)) continue;
        byStatus[lead.status] = (byStatus[lead.status] ?? 0) + 1;
        if (lead.attention !== null) needsAttention++;
        if (dueAt(store, lead) <= store.clock.now() + dueSoonMs) dueSoon++;
      }
      return {byStatus, dueSoon, needsAttention};
    });
  },
  get: ({id}, scope) => show(scope, findLead(scope, id)),
  offers(input, scope) {
    const {store} = scope;
    const offers = findLead(scope, input.id).offerIds.flatMap(id => store.data.offers.get(id) ?? []);
    const {items, page} = pageOf(sortRows(offers, latestOffer), latestOffer, input, input);
    return {items: items.map(offer => toRecord(store, offer)), page};
  },
  create(input, scope) {
    const {store} = scope;
    if (isEmptyLead(input)) throw problem('input_invalid', {errors: [{pointer: '', code: 'lead_empty', message: leadSubstanceMessage}]});
    const known = store.data.leads.values().find(lead => isSame(lead, input));
    if (known) {
      store.update(store.data.leads, known, {attention: known.attention ?? 'enquired_again'});
      store.write({leadId: known.id, leadOfferId: null, kind: 'event', visibility: 'vendor_internal', side: 'system', author: null, body: '', event: 'attach', data: {}});
      store.change('lead', known.id);
      return {lead: show(scope, findLead(scope, known.id)), outcome: 'attached'};
    }
    return {lead: show(scope, findLead(scope, addLead(store, input).id)), outcome: 'created'};
  },
  update({id, version, company, contact, ...input}, scope) {
    const lead = lockLead(scope, id, version);
    if (final.includes(lead.status)) throw problem('lead_read_only');
    scope.store.update(scope.store.data.leads, lead, {...definedOf(input), company: {...lead.company, ...definedOf(company ?? {})}, contact: {...lead.contact, ...definedOf(contact ?? {})}});
    return changed(scope, id);
  },
  offer(input, scope) {
    const {store, viewer} = scope;
    const lead = lockLead(scope, input.id, input.version);
    const open = lead.offerIds.flatMap(id => store.data.offers.get(id) ?? []).filter(isOpen);
    if (open.some(offer => offer.exclusive || offer.acceptedAt !== null || input.exclusive)) throw problem('lead_already_offered');
    if (!routable.includes(lead.status) && open.length === 0) throw problem('lead_not_routable');
    const org = store.data.partnerOrgs.get(input.partnerOrgId);
    if (!org) throw problem('partner_org_not_found');
    if (input.assigneeId !== undefined && !store.data.people.get(input.assigneeId)) throw problem('person_not_found');
    requireConsent(store, lead);
    const candidate = toCandidate(store, lead, org);
    if (candidate.failed.length > 0 && !input.override) throw problem('partner_not_eligible', {detail: candidate.failed.join(', ')});
    offerLead(store, lead, org.id, viewer, {...input, overridden: candidate.failed.length > 0, decision: {candidates: [candidate]}});
    if (input.comment) store.write({leadId: lead.id, leadOfferId: null, kind: 'note', visibility: 'vendor_internal', side: 'vendor', author: viewer.person, body: input.comment, event: null, data: {}});
    return show(scope, findLead(scope, lead.id));
  },
  route({id, version}, scope) {
    const lead = lockLead(scope, id, version);
    refuseOffered(scope, lead);
    if (!routable.includes(lead.status)) throw problem('lead_not_routable');
    requireConsent(scope.store, lead);
    routeLead(scope.store, lead, scope.viewer);
    return show(scope, findLead(scope, id));
  },
  quarantine({id, version, comment}, scope) {
    const lead = lockLead(scope, id, version);
    refuseOffered(scope, lead);
    if (final.includes(lead.status)) throw problem('lead_read_only');
    scope.store.update(scope.store.data.leads, lead, {status: 'quarantined', attention: null});
    note(scope, id, 'quarantine', comment);
    return changed(scope, id);
  },
  recycle({id, version}, scope) {
    const lead = lockLead(scope, id, version);
    refuseOffered(scope, lead);
    if (routable.includes(lead.status) && lead.status !== 'unroutable') throw problem('lead_not_routable');
    scope.store.update(scope.store.data.leads, lead, {status: 'recycled', attention: null, lostReason: null, endedAt: null, recycledAt: scope.store.now()});
    note(scope, id, 'recycle');
    return changed(scope, id);
  },
  close({id, version, reason, comment}, scope) {
    const lead = lockLead(scope, id, version);
    refuseOffered(scope, lead);
    if (final.includes(lead.status)) throw problem('lead_read_only');
    scope.store.update(scope.store.data.leads, lead, {status: 'closed_lost', attention: null, lostReason: reason, endedAt: scope.store.now()});
    note(scope, id, 'close_lost', comment);
    return changed(scope, id);
  },
};

/** Takes a lead in and routes it, unless it is to wait. */
export function addLead(store: Store, input: NewLead): LeadRow {
  const now = store.now();
  const {route: wanted, enriching, externalId, title, campaign, receivedAt, consent, need, timeline, valueBand, estimatedValue, score, quality, ...rest} = input;
  const route = wanted && !enriching;
  if (route && store.data.program.leadPolicy.consentRequired && !consent && (input.contact.email ?? input.contact.phone ?? input.contact.lastName)) throw problem('lead_consent_required');
  const lead = store.data.leads.set({
    ...rest,
    id: store.newId('lead'),
    externalId: externalId ?? null,
    title: title ?? [input.company.industry ?? 'Lead', input.company.country].filter(Boolean).join(', '),
    campaign: campaign ?? null,
    consent: consent ?? null,
    need: need ?? null,
    timeline: timeline ?? null,
    valueBand: valueBand ?? null,
    estimatedValue: estimatedValue ?? null,
    score: score ?? null,
    quality: quality ?? null,
    status: enriching ? 'enriching' : 'new',
    owner: null,
    attention: route || enriching ? null : 'not_routed',
    lostReason: null,
    receivedAt: receivedAt ?? now,
    endedAt: null,
    offerIds: [],
    recycledAt: null,
    version: 1,
    createdAt: now,
    updatedAt: now,
  });
  store.change('lead', lead.id);
  store.write({leadId: lead.id, leadOfferId: null, kind: 'event', visibility: 'vendor_internal', side: 'system', author: null, body: '', event: 'receive', data: {source: lead.source}});
  if (route) routeLead(store, lead);
  return lead;
}

function matches(store: Store, lead: LeadRow, {status, q, partnerOrgId, externalId, attention}: Filter): boolean {
  if (status !== undefined && !status.includes(lead.status)) return false;
  if (externalId !== undefined && lead.externalId !== externalId) return false;
  if (attention !== undefined && (lead.attention !== null) !== attention) return false;
  if (partnerOrgId !== undefined && store.data.offers.get(lead.offerIds.at(-1) ?? '')?.partnerOrgId !== partnerOrgId) return false;
  if (!q) return true;
  const org = store.data.partnerOrgs.get(store.data.offers.get(lead.offerIds.at(-1) ?? '')?.partnerOrgId ?? '');
  const text = [lead.title, lead.externalId, org?.name, ...Object.values(lead.company), ...Object.values(lead.contact)].filter(Boolean).join(' ').toLowerCase();
  return q.toLowerCase().split(/\s+/).every(word => text.includes(word));
}

function dueAt(store: Store, lead: LeadRow): number {
  const offer = store.data.offers.get(lead.offerIds.at(-1) ?? '');
  return offer && isOpen(offer) ? deadlineOf(offer) : Number.MAX_SAFE_INTEGER;
}

function isSame(lead: LeadRow, input: NewLead): boolean {
  if (input.externalId !== undefined) return lead.externalId === input.externalId;
  const key = accountKey(input);
  return key !== null && !final.includes(lead.status) && accountKey(lead) === key;
}

function findLead({store}: Scope, id: string): LeadRow {
  const lead = store.data.leads.get(id);
  if (!lead) throw problem('lead_not_found');
  return lead;
}

function lockLead(scope: Scope, id: string, version: number): LeadRow {
  const lead = findLead(scope, id);
  if (!scope.store.isCurrent(lead, version)) throw problem('version_conflict', {current: show(scope, lead)});
  return lead;
}

function refuseOffered({store}: Scope, lead: LeadRow): void {
  const last = store.data.offers.get(lead.offerIds.at(-1) ?? '');
  if (last && isOpen(last)) throw problem('lead_already_offered');
}

function requireConsent(store: Store, {consent, contact}: LeadRow): void {
  if (store.data.program.leadPolicy.consentRequired && !consent && (contact.email ?? contact.phone ?? contact.lastName)) throw problem('lead_consent_required');
}

function note({store, viewer}: Scope, leadId: string, event: string, comment?: string): void {
  store.write({leadId, leadOfferId: null, kind: 'event', visibility: 'vendor_internal', side: viewer.side, author: viewer.person, body: comment ?? '', event, data: {}});
}

function changed(scope: Scope, id: string): Lead {
  scope.store.change('lead', id);
  return show(scope, findLead(scope, id));
}

function show({store}: Scope, lead: LeadRow): Lead {
  return toLead(store, lead);
}
