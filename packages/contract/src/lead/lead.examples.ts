import type {z} from 'zod';
import type {Lead, LeadCounts, LeadDetails, LeadOfferRecord, LeadReceipt, LeadTeaser, NewLead} from './lead.schema.ts';

const company: LeadDetails['company'] = {
  name: 'Tampere Paper Works Oy',
  website: 'https://tamperepaper.example',
  industry: 'Pulp and paper',
  employeeBand: '250-999',
  country: 'FI',
  region: 'Pirkanmaa',
  postalCode: '33100',
  city: 'Tampere',
  street: 'Tehtaankatu 12',
};
const contact: LeadDetails['contact'] = {
  firstName: 'Kaisa',
  lastName: 'Mäkelä',
  jobTitle: 'Plant manager',
  email: 'kaisa.makela@tamperepaper.example',
  phone: '+358 40 555 0134',
  language: 'fi',
  timeZone: 'Europe/Helsinki',
};

/** All of a lead, as a partner sees it after accepting. */
export const leadDetailsExample = {
  title: 'Paper mill wants to watch its drying line',
  company,
  contact,
  products: ['Aurora Vision', 'Aurora Edge'],
  need: 'Web breaks on line 3 twice a week. They want cameras on the dryer and an alarm in the control room before the summer stop.',
  timeline: 'Within 3 months',
  valueBand: {minMinor: 5_000_000, maxMinor: 12_000_000, currency: 'EUR'},
  estimatedValue: {amountMinor: 8_400_000, currency: 'EUR'},
  score: 82,
  quality: 'sales_qualified',
  priority: 'hot',
  tags: ['trade fair'],
} satisfies LeadDetails;

/** The same lead before acceptance, under the programme's default teaser fields. */
export const leadTeaserExample = {
  title: leadDetailsExample.title,
  industry: company.industry,
  country: company.country,
  region: company.region,
  products: leadDetailsExample.products,
  valueBand: leadDetailsExample.valueBand,
  timeline: leadDetailsExample.timeline,
  score: leadDetailsExample.score,
  priority: 'hot',
  need: null,
  companyName: null,
  receivedAt: '2026-11-20T13:45:00.000Z',
} satisfies LeadTeaser;

const offered: Lead = {
  ...leadDetailsExample,
  id: '0193a0c0-0000-7000-8000-000000000301',
  externalId: 'crm-4711',
  status: 'offered',
  source: 'event',
  campaign: 'Smart Factory 2026',
  consent: {purposes: ['share_with_partner'], textVersion: '2026-01', at: '2026-11-20T13:40:00.000Z', source: 'Trade fair tablet'},
  owner: null,
  offer: {
    id: '0193a0c0-0000-7000-8000-000000000401',
    status: 'offered',
    partnerOrg: {id: '0193a0c0-0000-7000-8000-000000000101', name: 'Lumen Automation Oy'},
    assignee: null,
    offeredAt: '2026-11-20T13:45:02.000Z',
    acceptBy: '2026-11-21T13:45:02.000Z',
    actBy: null,
    firstViewedAt: null,
    acceptedAt: null,
    firstContactAt: null,
    lastActivityAt: null,
    endedAt: null,
    reason: null,
    version: 1,
  },
  offerCount: 1,
  attention: null,
  lostReason: null,
  receivedAt: '2026-11-20T13:45:00.000Z',
  endedAt: null,
  version: 2,
  createdAt: '2026-11-20T13:45:00.000Z',
  updatedAt: '2026-11-20T13:45:02.000Z',
};

/** One lead on offer and one that nobody could be found for. */
export const leadExamples = {
  offered,
  unroutable: {
    ...offered,
    id: '0193a0c0-0000-7000-8000-000000000302',
    externalId: null,
    title: 'Logistics hub asks for a price',
    company: {...company, name: null, industry: 'Logistics', country: 'AE', region: null, postalCode: null, city: null, street: null, website: null},
    contact: {...contact, firstName: null, lastName: null, email: null, phone: null},
    status: 'unroutable',
    source: 'web_form',
    campaign: null,
    consent: null,
    offer: null,
    offerCount: 0,
    attention: 'no_partner',
    score: null,
    quality: null,
    priority: 'normal',
  },
} satisfies Record<string, Lead>;

/** A lead as a host sends it. */
export const newLeadExample = {
  externalId: 'crm-4712',
  source: 'web_form',
  company: {name: 'Vaasa Shipyard Oy', industry: 'Shipbuilding', country: 'FI', region: 'Ostrobothnia', city: 'Vaasa'},
  contact: {firstName: 'Erik', lastName: 'Sund', email: 'erik.sund@vaasashipyard.example', phone: '+358 40 555 0178'},
  consent: {purposes: ['share_with_partner'], textVersion: '2026-01', at: '2026-11-21T08:00:00.000Z', source: 'https://aurora.example/contact'},
  products: ['Aurora Flow'],
  need: 'Wants to plan the welding hall with fewer spreadsheets.',
  estimatedValue: {amountMinor: 3_200_000, currency: 'EUR'},
  score: 64,
} satisfies z.input<typeof NewLead>;

export const leadReceiptExample = {lead: offered, outcome: 'created'} satisfies LeadReceipt;

export const leadCountsExample = {byStatus: {offered: 4, working: 3, closed_won: 1, unroutable: 1}, dueSoon: 1, needsAttention: 1} satisfies LeadCounts;

/** The offers of a lead, newest first: one partner has it now, another declined it before. */
export const leadOfferRecordExamples = {
  open: {
    id: '0193a0c0-0000-7000-8000-000000000401',
    status: 'viewed',
    exclusive: true,
    partnerOrg: {id: '0193a0c0-0000-7000-8000-000000000101', name: 'Lumen Automation Oy'},
    assignee: {id: '0193a0c0-0000-7000-8000-000000000204', name: 'Mika Korhonen'},
    routedBy: 'territory',
    offeredAt: '2026-11-20T13:45:02.000Z',
    acceptBy: '2026-11-21T13:45:02.000Z',
    actBy: null,
    firstViewedAt: '2026-11-20T13:52:10.000Z',
    acceptedAt: null,
    firstContactAt: null,
    lastActivityAt: null,
    endedAt: null,
    endReason: null,
    endComment: null,
    version: 1,
  },
  declined: {
    id: '0193a0c0-0000-7000-8000-000000000400',
    status: 'declined',
    exclusive: true,
    partnerOrg: {id: '0193a0c0-0000-7000-8000-000000000102', name: 'Bergmann Systemhaus GmbH'},
    assignee: null,
    routedBy: 'round_robin',
    offeredAt: '2026-11-19T09:10:00.000Z',
    acceptBy: '2026-11-20T09:10:00.000Z',
    actBy: null,
    firstViewedAt: '2026-11-19T11:02:41.000Z',
    acceptedAt: null,
    firstContactAt: null,
    lastActivityAt: null,
    endedAt: '2026-11-20T08:31:15.000Z',
    endReason: 'outside_territory',
    endComment: 'Finland is not ours; our people work between Hamburg and Basel.',
    version: 3,
  },
} satisfies Record<string, LeadOfferRecord>;
