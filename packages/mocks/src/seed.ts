import {dealFromLead, type Activity, type DealRegistration, type RoutingDecision} from '@portico/contract';
import {activityExamples, dealRegistrationExamples, leadImportExamples, meExamples, partnerOrgExamples, personExamples, programExamples, routingDecisionExamples, routingRuleExamples} from '@portico/contract/examples';
import {idAt, indexOf, pick} from './random.ts';
import {longWords} from './sample-words.ts';
import type {Scenario} from './scenarios.ts';
import {hasOffer, makeOffer, seedLeads, type SeedOptions} from './seed-leads.ts';
import type {Data, LeadRow, OfferRow} from './store.ts';
import {Table} from './table.ts';

/** The rows that a backend starts with: the contract's examples, and leads made by number around now. */
export function seedData(scenario: Scenario, seed: number, startMs: number): Data {
  const {size, longNames} = scenario;
  const colleagues = [personExamples.aino.id, personExamples.mika.id, personExamples.linh.id] as const;
  const options: SeedOptions = {
    seed,
    startMs,
    size,
    longNames,
    plan: index => scenario.plan(index),
    assignee: ({partnerOrgId}, random) => (partnerOrgId === partnerOrgExamples.lumen.id ? pick(random, colleagues) : personExamples.jonas.id),
  };
  const offers = new Table<OfferRow>({size, idAt: index => idAt('leadOffer', index), indexOf: id => indexOf('leadOffer', id), has: index => hasOffer(scenario.plan(index)), make: index => makeOffer(index, options)});
  const people = Object.values(personExamples).map(person => (longNames && person.id === personExamples.mika.id ? {...person, name: longWords.person} : person));
  const orgs = Object.values(partnerOrgExamples).map(org => {
    if (org.id !== partnerOrgExamples.lumen.id) return org;
    // Whoever has hundreds of leads in work has no limit of forty.
    const {capacity} = org.partnership;
    return {...org, name: longNames ? longWords.partner : org.name, partnership: {...org.partnership, capacity: size > 100 ? null : capacity}};
  });
  const data: Data = {
    tenantId: meExamples.vendor.tenantId,
    vendorName: meExamples.vendor.vendorName,
    program: programExamples.aurora,
    people: tableOf(people),
    partnerOrgs: tableOf(orgs),
    leads: new Table(seedLeads(options)),
    offers,
    rules: tableOf(Object.values(routingRuleExamples)),
    imports: tableOf(size > 0 ? [leadImportExamples.done] : []),
    dealRegistrations: tableOf([]),
    story: lead => storyOf(lead, offers.get(lead.offerIds[0] ?? '')),
    decisions: lead => decisionsOf(lead, offers.get(lead.offerIds[0] ?? '')),
  };
  for (let index = 0; index < Math.min(size, 1000); index++) {
    if (scenario.plan(index).status === 'converted') data.dealRegistrations.set(dealOf(idAt('dealRegistration', index), data.leads.get(idAt('lead', index))));
  }
  return data;
}

function tableOf<Row extends {id: string}>(rows: readonly Row[]): Table<Row> {
  const table = new Table<Row>();
  for (const row of rows) table.set(row);
  return table;
}

function dealOf(id: string, lead: LeadRow | undefined): DealRegistration {
  const {draft} = dealRegistrationExamples;
  if (!lead) return {...draft, id};
  return {...draft, id, leadId: lead.id, leadOfferId: lead.offerIds[0] ?? null, name: lead.title, ...dealFromLead(lead), estimatedAmount: lead.estimatedValue, createdAt: lead.updatedAt, updatedAt: lead.updatedAt};
}

/** What happened to a lead before the backend started, newest first. */
function storyOf(lead: LeadRow, offer: OfferRow | undefined): Activity[] {
  const number = indexOf('lead', lead.id);
  if (number < 0 || !offer) return [];
  const entries: Omit<Activity, 'id' | 'createdAt' | 'leadId' | 'leadOfferId'>[] = [];
  const event = (name: string, occurredAt: string | null, side: Activity['side'], data: Record<string, string> = {}) => {
    if (occurredAt) entries.push({kind: 'event', visibility: 'shared', side, author: null, body: '', event: name, data, occurredAt});
  };
  event('offer', offer.offeredAt, 'system', {routedBy: offer.routedBy});
  event('accept', offer.acceptedAt, 'partner');
  event('contact', offer.firstContactAt, 'partner');
  if (offer.firstContactAt) {
    const {call, internalNote, vendorNote} = activityExamples;
    for (const each of [call, internalNote, vendorNote]) entries.push({...each, occurredAt: offer.firstContactAt});
  }
  if (offer.endedAt) event(eventOf(offer.status), offer.endedAt, offer.status === 'withdrawn' ? 'vendor' : 'partner', offer.endReason ? {reason: offer.endReason} : {});
  return entries.map((entry, index) => ({...entry, id: idAt('activity', number * 10 + index), leadId: lead.id, leadOfferId: offer.id, createdAt: entry.occurredAt})).reverse();
}

const events: Partial<Record<OfferRow['status'], string>> = {declined: 'decline', expired: 'expire', withdrawn: 'withdraw', reclaimed: 'reclaim', timed_out: 'time_out', returned: 'return', converted: 'convert', closed_won: 'close_won', closed_lost: 'close_lost'};

function eventOf(status: OfferRow['status']): string {
  return events[status] ?? status;
}

function decisionsOf(lead: LeadRow, offer: OfferRow | undefined): RoutingDecision[] {
  const number = indexOf('lead', lead.id);
  if (number < 0) return [];
  const {byRule, none} = routingDecisionExamples;
  return [{...(offer ? byRule : none), id: idAt('decision', number), leadId: lead.id, decidedAt: offer?.offeredAt ?? lead.receivedAt}];
}
