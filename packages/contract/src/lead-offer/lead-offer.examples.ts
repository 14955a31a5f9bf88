import {leadDetailsExample, leadTeaserExample} from '../lead/lead.examples.ts';
import type {LeadOffer, LeadOfferCounts} from './lead-offer.schema.ts';

const offered: LeadOffer = {
  id: '0193a0c0-0000-7000-8000-000000000401',
  leadId: '0193a0c0-0000-7000-8000-000000000301',
  partnerOrg: {id: '0193a0c0-0000-7000-8000-000000000101', name: 'Lumen Automation Oy'},
  status: 'offered',
  exclusive: true,
  assignee: null,
  channelManager: {id: '0193a0c0-0000-7000-8000-000000000201', name: 'Priya Raman'},
  unread: true,
  offeredAt: '2026-11-20T13:45:02.000Z',
  acceptBy: '2026-11-21T13:45:02.000Z',
  firstViewedAt: null,
  acceptedAt: null,
  actBy: null,
  idleBy: null,
  firstContactAt: null,
  lastActivityAt: null,
  endedAt: null,
  endReason: null,
  endComment: null,
  routedBy: 'territory',
  teaser: leadTeaserExample,
  lead: null,
  nextStep: null,
  dealRegistrationId: null,
  actions: ['view', 'accept', 'decline', 'reassign'],
  version: 1,
  updatedAt: '2026-11-20T13:45:02.000Z',
};
const working: LeadOffer = {
  ...offered,
  status: 'working',
  assignee: {id: '0193a0c0-0000-7000-8000-000000000204', name: 'Mika Korhonen'},
  unread: false,
  firstViewedAt: '2026-11-20T13:52:10.000Z',
  acceptedAt: '2026-11-20T14:03:00.000Z',
  actBy: '2027-01-19T14:03:00.000Z',
  idleBy: '2026-12-04T15:20:00.000Z',
  firstContactAt: '2026-11-20T15:20:00.000Z',
  lastActivityAt: '2026-11-20T15:20:00.000Z',
  lead: leadDetailsExample,
  nextStep: {text: 'Send the camera layout', dueOn: '2026-11-25'},
  actions: ['return', 'convert', 'close_won', 'close_lost', 'reassign', 'log_activity'],
  version: 5,
  updatedAt: '2026-11-20T15:20:00.000Z',
};

/** One offer at each turn of its life. */
export const leadOfferExamples = {
  offered,
  working,
  /** The data is hidden again, and the partner is told why. */
  withdrawn: {
    ...working,
    status: 'withdrawn',
    lead: null,
    nextStep: null,
    idleBy: null,
    endedAt: '2026-11-21T07:00:00.000Z',
    endReason: 'customer_request',
    endComment: 'They chose to wait until the summer stop is over.',
    unread: true,
    actions: [],
    version: 6,
    updatedAt: '2026-11-21T07:00:00.000Z',
  },
  converted: {
    ...working,
    status: 'converted',
    idleBy: null,
    endedAt: '2026-11-21T08:30:00.000Z',
    dealRegistrationId: '0193a0c0-0000-7000-8000-000000000901',
    actions: [],
    version: 6,
    updatedAt: '2026-11-21T08:30:00.000Z',
  },
} satisfies Record<string, LeadOffer>;

export const leadOfferCountsExample = {new: 4, working: 6, closed: 11, unread: 3} satisfies LeadOfferCounts;
