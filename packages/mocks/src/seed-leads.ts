import {leadOfferExamples, leadDetailsExample, leadExamples} from '@portico/contract/examples';
import type {LeadOfferStatus, LeadStatus} from '@portico/contract';
import {idAt, indexOf, pick, seededAt, type Random} from './random.ts';
import {campaigns, companies, firstNames, industries, jobTitles, lastNames, longWords, needs, places, timelines} from './sample-words.ts';
import type {LeadRow, OfferRow} from './store.ts';
import type {RowSource} from './table.ts';

/** What is known of a row before it is made. */
export interface Plan {
  readonly status: LeadOfferStatus | Extract<LeadStatus, 'unroutable' | 'quarantined' | 'new'>;
  readonly partnerOrgId: string;
}

export interface SeedOptions {
  readonly seed: number;
  readonly startMs: number;
  readonly size: number;
  readonly longNames: boolean;
  plan(index: number): Plan;
  /** Somebody at the partner, or nobody yet. */
  assignee(plan: Plan, random: Random): string | null;
}

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;
const withoutOffer: readonly string[] = ['unroutable', 'quarantined', 'new'];
const endReasons: Partial<Record<LeadOfferStatus, string>> = {declined: 'outside_expertise', withdrawn: 'customer_request', returned: 'no_capacity', closed_lost: 'chose_competitor'};

const instants = new Map<number, string>();

/** An instant to the minute. A hundred thousand rows share few minutes, and writing an instant costs more than the rest of a row. */
export function iso(ms: number): string {
  const minute = Math.floor(ms / minuteMs);
  let text = instants.get(minute);
  if (!text) instants.set(minute, (text = new Date(minute * minuteMs).toISOString()));
  return text;
}

/** Leads made by number; the first is the contract's example. */
export function seedLeads(options: SeedOptions): RowSource<LeadRow> {
  return {size: options.size, idAt: index => idAt('lead', index), indexOf: id => indexOf('lead', id), make: index => makeLead(index, options)};
}

/** The offer of each of those leads, under the same number. */
export function makeOffer(index: number, options: SeedOptions): OfferRow {
  const plan = options.plan(index);
  const status = plan.status as LeadOfferStatus;
  const {random, isEnded, wasAccepted, contacted, offeredMs, acceptMs, acceptedMs, contactMs, endedMs} = timesOf(index, status, options);
  return {
    id: idAt('leadOffer', index),
    leadId: idAt('lead', index),
    partnerOrgId: plan.partnerOrgId,
    assigneeId: wasAccepted ? options.assignee(plan, random) : null,
    status,
    exclusive: true,
    unread: status === 'offered' || (isEnded && random() < 0.1),
    offeredAt: iso(offeredMs),
    acceptBy: iso(acceptMs),
    firstViewedAt: status === 'offered' ? null : iso(offeredMs + 7 * minuteMs),
    acceptedAt: wasAccepted ? iso(acceptedMs) : null,
    actBy: wasAccepted ? iso(acceptedMs + 60 * dayMs) : null,
    idleBy: wasAccepted && !isEnded ? iso((contacted ? contactMs : acceptedMs) + 14 * dayMs) : null,
    firstContactAt: contacted ? iso(contactMs) : null,
    lastActivityAt: contacted ? iso(contactMs) : null,
    endedAt: isEnded ? iso(endedMs) : null,
    endReason: endReasons[status] ?? null,
    endComment: status === 'withdrawn' ? leadOfferExamples.withdrawn.endComment : null,
    routedBy: pick(random, ['territory', 'round_robin', 'named_partner']),
    nextStep: status === 'working' && random() < 0.7 ? {text: leadOfferExamples.working.nextStep?.text ?? '', dueOn: iso(options.startMs + 4 * dayMs).slice(0, 10)} : null,
    dealRegistrationId: status === 'converted' ? idAt('dealRegistration', index) : null,
    version: 1,
    updatedAt: iso(isEnded ? endedMs : options.startMs),
  };
}

/** When things happened to the offer with this number, in milliseconds; a later step counts only where the status says that it was taken. */
function timesOf(index: number, status: LeadOfferStatus, {seed, startMs}: SeedOptions) {
  const random = seededAt(seed + 1, index);
  const isNew = status === 'offered' || status === 'viewed';
  const isEnded = !isNew && status !== 'accepted' && status !== 'working';
  const wasAccepted = !isNew && status !== 'declined' && status !== 'expired' && status !== 'lost_race';
  // New ones run out soon: the first within minutes, the others spread over two days.
  const offeredMs = startMs - (isNew ? (1 + random() * 40) * 60 * minuteMs : (2 + random() * 9) * dayMs);
  const acceptMs = isNew ? startMs + (index === 0 ? 35 : 60 + random() * 2820) * minuteMs : offeredMs + 2 * dayMs;
  const acceptedMs = offeredMs + random() * dayMs;
  const contactMs = acceptedMs + random() * (startMs - acceptedMs) * 0.8;
  const endedMs = contactMs + random() * (startMs - contactMs);
  return {random, isEnded, wasAccepted, contacted: wasAccepted && status !== 'accepted', offeredMs, acceptMs, acceptedMs, contactMs, endedMs};
}

/** Whether the lead with this number has an offer. */
export function hasOffer({status}: Plan): boolean {
  return !withoutOffer.includes(status);
}

function makeLead(index: number, options: SeedOptions): LeadRow {
  const plan = options.plan(index);
  const random = seededAt(options.seed, index);
  const offer = hasOffer(plan) ? timesOf(index, plan.status as LeadOfferStatus, options) : null;
  const receivedAt = iso(offer ? offer.offeredMs - 2000 : options.startMs - random() * 3 * dayMs);
  const endedAt = offer?.isEnded ? iso(offer.endedMs) : null;
  const details = index === 0 && !options.longNames ? leadDetailsExample : makeDetails(index, random, options.longNames);
  return {
    ...details,
    id: idAt('lead', index),
    externalId: `crm-${4000 + index}`,
    status: leadStatusOf(plan),
    source: pick(random, ['web_form', 'event', 'locator', 'campaign']),
    campaign: random() < 0.5 ? pick(random, campaigns) : null,
    consent: leadExamples.offered.consent && {...leadExamples.offered.consent, at: receivedAt},
    owner: null,
    attention: attentionOf(plan),
    lostReason: plan.status === 'closed_lost' ? 'chose_competitor' : null,
    receivedAt,
    endedAt: ['converted', 'closed_won', 'closed_lost'].includes(plan.status) ? endedAt : null,
    offerIds: offer ? [idAt('leadOffer', index)] : [],
    recycledAt: null,
    version: 1,
    createdAt: receivedAt,
    updatedAt: endedAt ?? (offer ? iso(options.startMs) : receivedAt),
  };
}

function makeDetails(index: number, random: Random, long: boolean) {
  const company = `${pick(random, companies)}${index < companies.length ? '' : ` ${index}`}`;
  const place = pick(random, places);
  const industry = pick(random, industries);
  const domain = `${company.normalize('NFD').replace(/[^a-z0-9]/gi, '').toLowerCase()}.example`;
  const firstName = pick(random, firstNames);
  const lastName = pick(random, lastNames);
  const minMinor = Math.ceil(random() * 40) * 250_000;
  const {country, region, city, postalCode, language, timeZone} = place;
  return {
    title: long ? (index % 3 === 1 ? longWords.arabicTitle : longWords.title) : `${industry}: ${pick(random, needs)}`,
    company: {name: long ? longWords.company : company, website: `https://${domain}`, industry, employeeBand: '50-249', country, region: long ? longWords.region : region, postalCode, city, street: null},
    contact: {
      firstName: long ? longWords.firstName : firstName,
      lastName: long ? longWords.lastName : lastName,
      jobTitle: pick(random, jobTitles),
      email: `${firstName.normalize('NFD').replace(/[^a-z]/gi, '').toLowerCase()}@${domain}`,
      phone: `+358 40 555 ${String(1000 + (index % 9000))}`,
      language,
      timeZone,
    },
    products: long ? [longWords.product, 'Aurora Flow'] : [pick(random, ['Aurora Flow', 'Aurora Vision', 'Aurora Edge'])],
    need: `${leadDetailsExample.need} (${index})`,
    timeline: pick(random, timelines),
    valueBand: {minMinor, maxMinor: minMinor * 2, currency: 'EUR'},
    estimatedValue: {amountMinor: Math.round(minMinor * 1.5), currency: 'EUR'},
    score: Math.floor(random() * 101),
    quality: pick(random, ['marketing_qualified', 'sales_qualified', 'direct'] as const),
    priority: pick(random, ['hot', 'normal', 'normal', 'low'] as const),
    tags: random() < 0.3 ? ['trade fair'] : [],
  };
}

function leadStatusOf({status}: Plan): LeadStatus {
  if (status === 'viewed') return 'offered';
  if (['declined', 'expired', 'reclaimed'].includes(status)) return 'unroutable';
  if (['lost_race', 'timed_out', 'withdrawn', 'returned'].includes(status)) return 'routable';
  return status as LeadStatus;
}

function attentionOf({status}: Plan): LeadRow['attention'] {
  if (status === 'unroutable') return 'no_partner';
  if (status === 'declined' || status === 'expired' || status === 'reclaimed') return 'all_declined';
  return status === 'withdrawn' || status === 'returned' ? status : null;
}
