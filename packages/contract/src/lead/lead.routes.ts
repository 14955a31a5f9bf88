import {z} from 'zod';
import {changesOf} from '../changes.ts';
import {pageInput, pageOf} from '../page.ts';
import {defineRoutes} from '../route.ts';
import {Id, Version, text} from '../text.ts';
import {Lead, LeadCompany, LeadContact, LeadCounts, LeadOfferRecord, LeadReceipt, LeadStatus, LostReason, NewLead} from './lead.schema.ts';

const leadFilter = {
  status: z.array(LeadStatus).max(12).optional(),
  /** Words of title, company, contact, partner or externalId. */
  q: text(200, 0).optional(),
  partnerOrgId: Id.optional(),
  externalId: text(200).optional(),
  /** Only leads that wait for a decision of the vendor. */
  attention: z.boolean().optional(),
};

export const leadRoutes = defineRoutes({
  /** Lists leads with the offer that counts now. */
  list: {
    method: 'GET',
    path: '/leads',
    input: z.object({
      ...pageInput,
      ...leadFilter,
      /** `newest` first; `deadline`: what runs out first, then the rest; `score`: highest first. */
      sort: z.enum(['newest', 'deadline', 'score']).default('newest'),
    }),
    response: pageOf(Lead),
    callers: ['key', 'vendor'],
  },
  /** Counts leads by status. */
  counts: {method: 'GET', path: '/leads/counts', input: z.object(leadFilter), response: LeadCounts, callers: ['key', 'vendor']},
  /** One lead. */
  get: {method: 'GET', path: '/leads/{id}', input: z.object({id: Id}), response: Lead, callers: ['key', 'vendor'], problems: ['lead_not_found']},
  /** Every offer of one lead, open and ended, newest first. */
  offers: {method: 'GET', path: '/leads/{id}/offers', input: z.object({id: Id, ...pageInput}), response: pageOf(LeadOfferRecord), callers: ['key', 'vendor'], problems: ['lead_not_found']},
  /**
   * Sends a lead to the programme: checks for a lead that is the same, then routes it to a partner. A lead has a title, a need, a company's name or website, or a
   * person's name, e-mail or phone; an empty one is `input_invalid`.
   */
  create: {method: 'POST', path: '/leads', input: NewLead, response: LeadReceipt, status: 201, callers: ['key', 'vendor'], problems: ['lead_consent_required', 'lead_account_locked']},
  /** Corrects a lead; what is left out stays. */
  update: {
    method: 'PATCH',
    path: '/leads/{id}',
    input: z.object({
      ...changesOf(NewLead.omit({externalId: true, source: true, campaign: true, receivedAt: true, route: true, enriching: true})).shape,
      company: changesOf(LeadCompany).optional(),
      contact: changesOf(LeadContact).optional(),
      id: Id,
      version: Version,
    }),
    response: Lead,
    callers: ['key', 'vendor'],
    problems: ['lead_not_found', 'lead_read_only', 'lead_consent_required'],
  },
  /**
   * Offers the lead to a partner by hand. With `override`, also to one whom the rules would pass over; that is logged. With `exclusive: false` several
   * partners may hold an offer of it at once, and the first to accept has the lead.
   */
  offer: {
    method: 'POST',
    path: '/leads/{id}/offer',
    input: z.object({
      id: Id,
      version: Version,
      partnerOrgId: Id,
      assigneeId: Id.optional(),
      acceptWithinHours: z.number().positive().max(24 * 60).optional(),
      exclusive: z.boolean().default(true),
      override: z.boolean().default(false),
      /** For the vendor's own eyes. */
      comment: text(1000).optional(),
    }),
    response: Lead,
    callers: ['key', 'vendor'],
    problems: ['lead_not_found', 'lead_not_routable', 'lead_already_offered', 'lead_account_locked', 'partner_org_not_found', 'person_not_found', 'partner_not_eligible', 'lead_consent_required'],
  },
  /** Lets the routing rules choose a partner now. */
  route: {
    method: 'POST',
    path: '/leads/{id}/route',
    input: z.object({id: Id, version: Version}),
    response: Lead,
    callers: ['key', 'vendor'],
    problems: ['lead_not_found', 'lead_not_routable', 'lead_already_offered', 'lead_consent_required'],
  },
  /** Sets the lead aside as spam or a duplicate. */
  quarantine: {
    method: 'POST',
    path: '/leads/{id}/quarantine',
    input: z.object({id: Id, version: Version, comment: text(1000).optional()}),
    response: Lead,
    callers: ['key', 'vendor'],
    problems: ['lead_not_found', 'lead_already_offered', 'lead_read_only'],
  },
  /** Puts an ended or set-aside lead back, ready to be offered again. */
  recycle: {method: 'POST', path: '/leads/{id}/recycle', input: z.object({id: Id, version: Version}), response: Lead, callers: ['key', 'vendor'], problems: ['lead_not_found', 'lead_not_routable', 'lead_already_offered']},
  /** Ends a lead that no partner has. */
  close: {
    method: 'POST',
    path: '/leads/{id}/close',
    input: z.object({id: Id, version: Version, reason: LostReason, comment: text(1000).optional()}),
    response: Lead,
    callers: ['key', 'vendor'],
    problems: ['lead_not_found', 'lead_already_offered', 'lead_read_only'],
  },
});
