import {z} from 'zod';
import {LostReason} from '../lead/lead.schema.ts';
import {Money} from '../money.ts';
import {pageInput, pageOf} from '../page.ts';
import {defineRoutes} from '../route.ts';
import {Country, Day, Id, Version, text} from '../text.ts';
import {DeclineReason, LeadOffer, LeadOfferCounts, LeadOfferTab, NextStep, ReturnReason, WithdrawReason} from './lead-offer.schema.ts';

const offerFilter = {
  /** Words of what the reader may see: teaser before acceptance, company and contact after. */
  q: text(200, 0).optional(),
  product: text(120).optional(),
  country: Country.optional(),
  /** A colleague's offers, `me` for one's own, `nobody` for the unassigned. */
  assignee: z.union([Id, z.literal('me'), z.literal('nobody')]).optional(),
  unread: z.boolean().optional(),
};
const transition = {id: Id, version: Version};
const comment = text(1000).optional();
const transitionProblems = ['lead_offer_not_found', 'lead_offer_status_conflict', 'lead_offer_withdrawn'] as const;

export const leadOfferRoutes = defineRoutes({
  /** Lists the offers under one tab. */
  list: {
    method: 'GET',
    path: '/lead-offers',
    input: z.object({
      ...pageInput,
      ...offerFilter,
      tab: LeadOfferTab.default('new'),
      /** `deadline`: what runs out first; `score`: highest first; `age`: newest first. */
      sort: z.enum(['deadline', 'score', 'age']).default('deadline'),
    }),
    response: pageOf(LeadOffer),
    callers: ['partner'],
  },
  /** Counts offers by tab, under the same filters. */
  counts: {method: 'GET', path: '/lead-offers/counts', input: z.object(offerFilter), response: LeadOfferCounts, callers: ['partner']},
  /** One offer. */
  get: {method: 'GET', path: '/lead-offers/{id}', input: z.object({id: Id}), response: LeadOffer, callers: ['key', 'vendor', 'partner'], problems: ['lead_offer_not_found']},
  /** Notes that the offer was opened and read. Repeating it changes nothing. */
  view: {method: 'POST', path: '/lead-offers/{id}/view', input: z.object({id: Id}), response: LeadOffer, callers: ['partner'], problems: ['lead_offer_not_found']},
  /** Takes the lead: shows all of it and starts the time to act. */
  accept: {
    method: 'POST',
    path: '/lead-offers/{id}/accept',
    input: z.object(transition),
    response: LeadOffer,
    callers: ['partner'],
    problems: [...transitionProblems, 'lead_offer_expired', 'lead_offer_lost_race', 'lead_account_locked', 'partner_not_eligible', 'lead_consent_required'],
  },
  /** Turns the lead down; it is not offered to this partner again. */
  decline: {
    method: 'POST',
    path: '/lead-offers/{id}/decline',
    input: z.object({...transition, reason: DeclineReason, contacted: z.boolean().default(false), comment}),
    response: LeadOffer,
    callers: ['partner'],
    problems: [...transitionProblems, 'lead_offer_expired'],
  },
  /** Takes the offer back; the partner no longer sees the lead and is told why. */
  withdraw: {method: 'POST', path: '/lead-offers/{id}/withdraw', input: z.object({...transition, reason: WithdrawReason, comment}), response: LeadOffer, callers: ['key', 'vendor'], problems: ['lead_offer_not_found', 'lead_offer_status_conflict']},
  /** Gives an accepted lead back to the vendor. */
  return: {method: 'POST', path: '/lead-offers/{id}/return', input: z.object({...transition, reason: ReturnReason, comment}), response: LeadOffer, callers: ['partner'], problems: transitionProblems},
  /** Turns the lead into a draft deal registration, filled in from it; the lead becomes read-only. */
  convert: {
    method: 'POST',
    path: '/lead-offers/{id}/convert',
    input: z.object({...transition, dealName: text(200).optional(), amount: Money.optional(), expectedCloseOn: Day.optional()}),
    response: LeadOffer,
    callers: ['partner'],
    problems: transitionProblems,
  },
  /** Ends the lead as won. */
  closeWon: {method: 'POST', path: '/lead-offers/{id}/close-won', input: z.object({...transition, amount: Money.optional(), comment}), response: LeadOffer, callers: ['partner'], problems: transitionProblems},
  /** Ends the lead as lost. */
  closeLost: {method: 'POST', path: '/lead-offers/{id}/close-lost', input: z.object({...transition, reason: LostReason, comment}), response: LeadOffer, callers: ['partner'], problems: transitionProblems},
  /** Hands the offer to a colleague, or with `null` to anybody. */
  reassign: {
    method: 'POST',
    path: '/lead-offers/{id}/reassign',
    input: z.object({...transition, assigneeId: Id.nullable(), comment}),
    response: LeadOffer,
    callers: ['partner'],
    problems: [...transitionProblems, 'person_not_found', 'reassign_same_person'],
  },
  /** Sets or clears the next step. */
  setNextStep: {method: 'PATCH', path: '/lead-offers/{id}/next-step', input: z.object({...transition, nextStep: NextStep.nullable()}), response: LeadOffer, callers: ['partner'], problems: transitionProblems},
});
