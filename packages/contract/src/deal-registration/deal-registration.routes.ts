import {z} from 'zod';
import {changesOf} from '../changes.ts';
import {NextStep} from '../lead-offer/lead-offer.schema.ts';
import {pageInput, pageOf} from '../page.ts';
import {Receipt} from '../receipt/receipt.schema.ts';
import {defineRoutes} from '../route.ts';
import {ExternalId, Id, Version, text} from '../text.ts';
import {DealContact, DealCustomer} from './deal-customer.schema.ts';
import {DealCounts, DealFields, DealLostReason, DealRegistration, DealStatus, DealTab, DealWithdrawReason} from './deal-registration.schema.ts';

const dealFilter = {
  /** Words of number, name, customer, contact or (vendor) partner. */
  q: text(200, 0).optional(),
  partnerOrgId: Id.optional(),
  /** The colleague who works it; `me` for one's own. */
  owner: z.union([Id, z.literal('me')]).optional(),
  /** The vendor's person who reviews it; `me` for one's own, `nobody` for those nobody took. Vendor staff only. */
  reviewer: z.union([Id, z.literal('me'), z.literal('nobody')]).optional(),
  status: z.array(DealStatus).max(16).optional(),
  stage: text(60).optional(),
  /** Only those that ask something of the reader. */
  attention: z.boolean().optional(),
};
const transition = {id: Id, version: Version};
const comment = text(1000).optional();
const found = ['deal_registration_not_found'] as const;
const moved = ['deal_registration_not_found', 'deal_status_conflict'] as const;

export const dealRegistrationRoutes = defineRoutes({
  /** Lists deal registrations: a partner's own, or all that vendor staff may see. */
  list: {
    method: 'GET',
    path: '/deal-registrations',
    input: z.object({
      ...pageInput,
      ...dealFilter,
      tab: DealTab.optional(),
      /** `newest` first; `deadline`: what runs out or is due first; `amount`: largest first. */
      sort: z.enum(['newest', 'deadline', 'amount']).default('newest'),
    }),
    response: pageOf(DealRegistration),
    callers: ['key', 'vendor', 'partner'],
  },
  /** Counts registrations by tab, under the same filters. */
  counts: {method: 'GET', path: '/deal-registrations/counts', input: z.object(dealFilter), response: DealCounts, callers: ['key', 'vendor', 'partner']},
  /** One deal registration. */
  get: {method: 'GET', path: '/deal-registrations/{id}', input: z.object({id: Id}), response: DealRegistration, callers: ['key', 'vendor', 'partner'], problems: found},
  /** Starts a draft, of one's own organisation; a distributor for its reseller, vendor staff for any partner. */
  create: {
    method: 'POST',
    path: '/deal-registrations',
    input: z.object({
      ...DealFields.shape,
      externalId: ExternalId.optional(),
      /** Needed from vendor staff and keys. */
      partnerOrgId: Id.optional(),
      /** An accepted offer whose lead fills in what is left out. */
      leadOfferId: Id.optional(),
    }),
    response: DealRegistration,
    status: 201,
    callers: ['key', 'vendor', 'partner'],
    problems: ['partner_org_not_found', 'lead_offer_not_found', 'external_id_taken'],
  },
  /** Changes a draft, or the fields a reviewer asked for; what is left out stays. */
  update: {
    method: 'PATCH',
    path: '/deal-registrations/{id}',
    input: z.object({
      ...changesOf(DealFields).shape,
      customer: changesOf(DealCustomer).optional(),
      contact: changesOf(DealContact).optional(),
      ...transition,
    }),
    response: DealRegistration,
    callers: ['key', 'vendor', 'partner'],
    problems: [...moved, 'deal_field_read_only'],
  },
  /** Sends a draft, or answers to a request for information. The answer holds the receipt: number, server time, place in the queue, signature. */
  submit: {
    method: 'POST',
    path: '/deal-registrations/{id}/submit',
    input: z.object({
      ...transition,
      /** Version of the programme's terms that the person accepted; needed when the programme has terms. */
      acceptTermsVersion: text(40).optional(),
    }),
    response: z.object({registration: DealRegistration, receipt: Receipt}),
    callers: ['key', 'vendor', 'partner'],
    problems: [...moved, 'deal_capacity_reached', 'deal_terms_not_accepted', 'deal_already_yours'],
  },
  /** Takes a submission back to a draft before anybody looked at it. Submitting again takes a new place in the queue. */
  recall: {method: 'POST', path: '/deal-registrations/{id}/recall', input: z.object(transition), response: DealRegistration, callers: ['partner'], problems: moved},
  /** Makes a draft of a rejected registration, to improve it and submit again. */
  revise: {method: 'POST', path: '/deal-registrations/{id}/revise', input: z.object(transition), response: DealRegistration, callers: ['partner'], problems: [...moved, 'deal_resubmissions_used']},
  /** Gives the registration up, for good. */
  withdraw: {
    method: 'POST',
    path: '/deal-registrations/{id}/withdraw',
    input: z.object({...transition, reason: DealWithdrawReason, comment}),
    response: DealRegistration,
    callers: ['partner'],
    problems: moved,
  },
  /** Hands the registration to a colleague. */
  reassign: {
    method: 'POST',
    path: '/deal-registrations/{id}/reassign',
    input: z.object({...transition, ownerId: Id, comment}),
    response: DealRegistration,
    callers: ['partner'],
    problems: [...moved, 'person_not_found', 'reassign_same_person'],
  },
  /** Moves an approved deal to another stage, and says what comes next. Counts as progress. */
  setStage: {
    method: 'POST',
    path: '/deal-registrations/{id}/stage',
    input: z.object({...transition, stage: text(60), probability: z.int().min(0).max(100).optional(), expectedCloseOn: z.iso.date().optional(), nextStep: NextStep.nullable().optional()}),
    response: DealRegistration,
    callers: ['key', 'vendor', 'partner'],
    problems: [...moved, 'deal_stage_unknown'],
  },
  /** Ends the deal as won; the vendor confirms it. */
  win: {
    method: 'POST',
    path: '/deal-registrations/{id}/win',
    input: z.object({...transition, amount: z.object({amountMinor: z.int().nonnegative(), currency: z.string().regex(/^[A-Z]{3}$/)}).optional(), comment}),
    response: DealRegistration,
    callers: ['key', 'vendor', 'partner'],
    problems: moved,
  },
  /** Ends the deal as lost. */
  lose: {method: 'POST', path: '/deal-registrations/{id}/lose', input: z.object({...transition, reason: DealLostReason, comment}), response: DealRegistration, callers: ['key', 'vendor', 'partner'], problems: moved},
});
