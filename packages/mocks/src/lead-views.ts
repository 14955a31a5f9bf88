import {canHappen, leadOfferTransitions, tabOf, type Lead, type LeadDetails, type LeadOffer, type LeadOfferAction, type LeadOfferRecord, type LeadOfferSummary, type LeadTeaser, type PersonRef} from '@portico/contract';
import type {LeadRow, OfferRow, Store} from './store.ts';
import type {Viewer} from './viewer.ts';

/** An offer as its reader sees it: the whole lead only after acceptance and while it is not taken back. */
export function toLeadOffer(store: Store, offer: OfferRow, viewer: Viewer): LeadOffer {
  const {partnerOrgId, assigneeId, ...rest} = offer;
  const lead = store.data.leads.get(offer.leadId);
  if (!lead) throw new Error(`The lead of offer ${offer.id} is missing.`);
  const org = store.data.partnerOrgs.get(partnerOrgId);
  return {
    ...rest,
    partnerOrg: {id: partnerOrgId, name: org?.name ?? ''},
    assignee: toPersonRef(store, assigneeId),
    channelManager: toPersonRef(store, org?.partnership.managerId ?? null),
    teaser: toTeaser(store, lead),
    lead: viewer.side === 'vendor' || isRevealed(offer) ? toDetails(lead) : null,
    actions: actionsOf(offer, viewer),
  };
}

/** Whether the partner may see the whole lead. */
export function isRevealed(offer: OfferRow): boolean {
  return offer.acceptedAt !== null && offer.status !== 'withdrawn';
}

/** A lead as vendor staff see it. */
export function toLead(store: Store, {offerIds, recycledAt: _recycledAt, ...lead}: LeadRow): Lead {
  const last = store.data.offers.get(offerIds.at(-1) ?? '');
  return {...lead, offer: last ? toSummary(store, last) : null, offerCount: offerIds.length};
}

/** Every word that a reader may find something by, in lower case. */
export function searchText(store: Store, offer: OfferRow): string {
  const lead = store.data.leads.get(offer.leadId);
  if (!lead) return '';
  const teaser = toTeaser(store, lead);
  const seen: unknown[] = [teaser.title, teaser.industry, teaser.region, teaser.need, teaser.companyName, ...teaser.products];
  if (isRevealed(offer)) seen.push(lead.title, lead.need, ...lead.tags, ...Object.values(lead.company), ...Object.values(lead.contact));
  return seen.filter(Boolean).join(' ').toLowerCase();
}

export function toPersonRef(store: Store, id: string | null): PersonRef | null {
  const person = id === null ? undefined : store.data.people.get(id);
  return person ? {id: person.id, name: person.name} : null;
}

function toDetails({title, company, contact, products, need, timeline, valueBand, estimatedValue, score, quality, priority, tags}: LeadRow): LeadDetails {
  return {title, company, contact, products, need, timeline, valueBand, estimatedValue, score, quality, priority, tags};
}

function toTeaser(store: Store, lead: LeadRow): LeadTeaser {
  const shown = new Set(store.data.program.leadPolicy.teaserFields);
  return {
    title: shown.has('title') ? lead.title : null,
    industry: shown.has('industry') ? lead.company.industry : null,
    country: shown.has('country') ? lead.company.country : null,
    region: shown.has('region') ? lead.company.region : null,
    products: shown.has('products') ? lead.products : [],
    valueBand: shown.has('valueBand') ? lead.valueBand : null,
    timeline: shown.has('timeline') ? lead.timeline : null,
    score: shown.has('score') ? lead.score : null,
    priority: lead.priority,
    need: shown.has('need') ? lead.need : null,
    companyName: shown.has('companyName') ? lead.company.name : null,
    receivedAt: lead.receivedAt,
  };
}

function toSummary(store: Store, offer: OfferRow): LeadOfferSummary {
  const {id, status, offeredAt, acceptBy, actBy, firstViewedAt, acceptedAt, firstContactAt, lastActivityAt, endedAt, version} = offer;
  const partnerOrg = {id: offer.partnerOrgId, name: store.data.partnerOrgs.get(offer.partnerOrgId)?.name ?? ''};
  return {id, status, partnerOrg, assignee: toPersonRef(store, offer.assigneeId), offeredAt, acceptBy, actBy, firstViewedAt, acceptedAt, firstContactAt, lastActivityAt, endedAt, reason: offer.endReason, version};
}

/** An offer in the history of its lead, as vendor staff see it. */
export function toRecord(store: Store, offer: OfferRow): LeadOfferRecord {
  const {reason: endReason, ...summary} = toSummary(store, offer);
  const {exclusive, endComment, routedBy} = offer;
  return {...summary, exclusive, endReason, endComment, routedBy};
}

function actionsOf(offer: OfferRow, viewer: Viewer): LeadOfferAction[] {
  const mayAct = viewer.side === 'vendor' || viewer.seesWholeOrg || offer.assigneeId === null || offer.assigneeId === viewer.person?.id;
  if (!mayAct) return [];
  const events = Object.keys(leadOfferTransitions) as (keyof typeof leadOfferTransitions)[];
  return events.filter(event => event !== 'contact' && leadOfferTransitions[event].by === viewer.side && canHappen(event, offer.status)) as LeadOfferAction[];
}

/** Whether an offer has not ended. */
export function isOpen(offer: OfferRow): boolean {
  return tabOf(offer.status) !== 'closed';
}

