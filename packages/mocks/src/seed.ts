import type {Activity, Program, Receipt, RoutingDecision} from '@portico/contract';
import {accountExamples, activityExamples, dealFormExamples, dealImportExamples, leadImportExamples, meExamples, partnerOrgExamples, personExamples, programExamples, routingDecisionExamples, routingRuleExamples} from '@portico/contract/examples';
import type {DealRow} from './deal-rows.ts';
import {idAt, indexOf, pick} from './random.ts';
import type {NewReceipt} from './receipt-chain.ts';
import {dealStory} from './sample-deals.ts';
import {longWords} from './sample-words.ts';
import type {Scenario} from './scenarios.ts';
import {makeDeal, seedConflicts, seedDealChanges, seedEvidence, type DealSeedOptions} from './seed-deals.ts';
import {dealStoryOf} from './seed-deal-story.ts';
import {hasOffer, makeOffer, seedLeads, type SeedOptions} from './seed-leads.ts';
import {seedLibrary} from './seed-library.ts';
import {emptyChallenges} from './challenge-data.ts';
import {emptyStanding} from './standing.ts';
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
  const leads = new Table(seedLeads(options));
  const dealSize = scenario.deals;
  const dealOptions: DealSeedOptions = {seed, startMs, longNames, leadOf: index => (index < size && scenario.plan(index).status === 'converted' ? leads.get(idAt('lead', index)) : undefined)};
  const deals = new Table<DealRow>({size: dealSize, idAt: index => idAt('dealRegistration', index), indexOf: id => indexOf('dealRegistration', id), make: index => makeDeal(index, dealOptions)});
  const data: Data = {
    tenantId: meExamples.vendor.tenantId,
    vendorName: meExamples.vendor.vendorName,
    program: dealSize > 0 ? programWithDeals(dealSize) : programExamples.aurora,
    people: tableOf(people),
    partnerOrgs: tableOf(orgs),
    leads,
    offers,
    rules: tableOf(Object.values(routingRuleExamples)),
    imports: tableOf(size > 0 ? [leadImportExamples.done] : []),
    deals,
    dealChanges: tableOf(dealSize > 1 ? seedDealChanges(startMs) : []),
    dealForm: dealFormExamples.aurora,
    evidence: tableOf(dealSize > 1 ? seedEvidence(startMs) : []),
    conflicts: tableOf(dealSize > 1 ? seedConflicts(startMs) : []),
    dealImports: tableOf(dealSize > 0 ? [dealImportExamples.done] : []),
    accounts: tableOf(dealSize > 0 ? Object.values(accountExamples) : []),
    collateral: seedLibrary(size, startMs),
    standing: emptyStanding(),
    challenges: emptyChallenges(),
    receipts: dealSize > 1 ? seedReceipts(deals) : [],
    lastDealNumber: dealSize + 12,
    dealStory: dealStoryOf,
    story: lead => storyOf(lead, offers.get(lead.offerIds[0] ?? '')),
    decisions: lead => decisionsOf(lead, offers.get(lead.offerIds[0] ?? '')),
  };
  return data;
}

/** Approval by two for large deals, a limit, and progress to be shown, so that screens have all of it to show. */
function programWithDeals(size: number): Program {
  const {aurora} = programExamples;
  const {dealPolicy} = aurora;
  const steps = [
    {name: 'Channel manager', position: 0, approver: {role: 'channel_manager' as const}, limit: null, dueHours: 48},
    {name: 'Programme lead', position: 1, approver: {role: 'channel_admin' as const}, limit: null, dueHours: 48},
  ];
  return {
    ...aurora,
    dealPolicy: {
      ...dealPolicy,
      progressWindowDays: 60,
      approvalRules: [{name: 'From 200,000 euros', minAmount: {amountMinor: 20_000_000, currency: 'EUR'}, levelIds: [], countries: [], steps}],
      levelBenefits: dealPolicy.levelBenefits.map(benefit => ({...benefit, capacity: size > 100 ? null : 20})),
    },
  };
}

/** What was submitted in the story, in its order. */
function seedReceipts(deals: Table<DealRow>): NewReceipt[] {
  const sent = dealStory.flatMap((_, index) => deals.get(idAt('dealRegistration', index)) ?? []).filter(({submittedAt}) => submittedAt !== null);
  return sent.sort((a, b) => (a.queueNumber ?? 0) - (b.queueNumber ?? 0)).map((deal, index) => {
    const {id, number, partnerOrgId, submittedAt, name, customer, contact, lines, answers} = deal;
    const content: Receipt['content'] = {name, customer, contact, lines, answers};
    return {id: idAt('receipt', index), statement: {programId: programExamples.aurora.id, dealRegistrationId: id, number: number ?? '', partnerOrgId, submittedAt: submittedAt ?? '', standing: 'first'}, content};
  });
}

function tableOf<Row extends {id: string}>(rows: readonly Row[]): Table<Row> {
  const table = new Table<Row>();
  for (const row of rows) table.set(row);
  return table;
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
