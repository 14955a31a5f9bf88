import {z} from 'zod';
import {DealChange} from '../deal-change/deal-change.schema.ts';
import {DealReview} from '../deal-review/deal-review.schema.ts';
import {EvidenceFile} from '../evidence-file/evidence-file.schema.ts';
import {NextStep} from '../lead-offer/lead-offer.schema.ts';
import {Money} from '../money.ts';
import {PartnerOrgRef} from '../partner-org/partner-org.schema.ts';
import {PersonRef} from '../person/person.schema.ts';
import {ExternalId, Day, Id, Instant, Version, text} from '../text.ts';
import {Answer, DealContact, DealCustomer, DealLine, NewAnswer, Tender} from './deal-customer.schema.ts';
import {dealTabs, dealTransitions, type DealEvent, type DealStatus as Status, type DealTab as Tab} from './deal-registration.transitions.ts';

/** The vendor's decision: one of the two axes of a registration. */
export const DealStatus = z.enum(Object.values(dealTabs).flat() as [Status, ...Status[]]);
export type DealStatus = z.infer<typeof DealStatus>;

export const DealTab = z.enum(Object.keys(dealTabs) as [Tab, ...Tab[]]);
export type DealTab = z.infer<typeof DealTab>;

/** What the reader may do with it now. */
export const DealAction = z.enum((Object.entries(dealTransitions) as [DealEvent, {by: string}][]).filter(([, {by}]) => by !== 'clock').map(([event]) => event) as [DealEvent, ...DealEvent[]]);
export type DealAction = z.infer<typeof DealAction>;

export const RegistrationType = z.enum(['resale', 'referral', 'renewal', 'upsell', 'new_logo', 'co_sell', 'visibility_only']);
export type RegistrationType = z.infer<typeof RegistrationType>;
export const DealRejectReason = z.enum(['duplicate', 'existing_customer', 'direct_sales_active', 'outside_territory', 'not_qualified', 'insufficient_information', 'product_not_authorised', 'compliance', 'other']);
export type DealRejectReason = z.infer<typeof DealRejectReason>;
export const DealWithdrawReason = z.enum(['customer_withdrew', 'no_budget', 'registered_by_mistake', 'other_vendor', 'other']);
export type DealWithdrawReason = z.infer<typeof DealWithdrawReason>;
export const DealLostReason = z.enum(['price', 'competitor', 'no_decision', 'budget', 'timing', 'requirements_not_met', 'other']);
export type DealLostReason = z.infer<typeof DealLostReason>;

/** What the partner fills in. A draft may leave everything open; submitting asks for what the programme's form requires. */
export const DealFields = z.object({
  registrationType: RegistrationType.default('resale'),
  name: text(200).nullable().default(null),
  description: text(4000).nullable().default(null),
  useCase: text(4000).nullable().default(null),
  customer: DealCustomer.prefault({}),
  contact: DealContact.prefault({}),
  lines: z.array(DealLine).max(200).default([]),
  /** Left out when lines have prices: then it is their sum. */
  estimatedAmount: Money.nullable().default(null),
  contractType: text(80).nullable().default(null),
  contractTermMonths: z.int().min(1).max(600).nullable().default(null),
  expectedCloseOn: Day.nullable().default(null),
  competitors: z.array(text(120)).max(20).default([]),
  incumbent: text(200).nullable().default(null),
  tender: Tender.nullable().default(null),
  supportRequested: text(1000).nullable().default(null),
  /** The distributor sees the registration unless hidden from it. */
  hideFromDistributor: z.boolean().default(false),
  answers: z.array(NewAnswer).max(200).default([]),
});
export type DealFields = z.infer<typeof DealFields>;

/** What a reviewer asked for. Only these fields may be changed until it is sent again. */
export const InfoRequest = z.object({
  /** Names of fields: `customer.taxId`, `lines`, `answers.budget`, `evidence`. */
  fields: z.array(z.string()),
  comment: z.string(),
  /** Without an answer by then the registration lapses. */
  dueAt: Instant,
});
export type InfoRequest = z.infer<typeof InfoRequest>;

/** What the partner gets for an approved deal; fixed when it was approved. */
export const DealBenefits = z.object({levelName: z.string().nullable(), marginPercent: z.number().nullable(), priceList: z.string().nullable()});
export type DealBenefits = z.infer<typeof DealBenefits>;

/** A partner's registration of a deal, as a reader may see it. */
export const DealRegistration = z.object({
  ...DealFields.shape,
  answers: z.array(Answer),
  id: Id,
  /** Given on the first submission: `DR-000042`. */
  number: z.string().nullable(),
  externalId: ExternalId.nullable(),
  status: DealStatus,
  source: z.enum(['partner_sourced', 'vendor_assigned']),
  partnerOrg: PartnerOrgRef,
  /** The colleague who works it. */
  owner: PersonRef.nullable(),
  submittedBy: PersonRef.nullable(),
  distributor: PartnerOrgRef.nullable(),
  channelManager: PersonRef.nullable(),
  leadId: Id.nullable(),
  leadOfferId: Id.nullable(),
  evidence: z.array(EvidenceFile),
  /** Version of the programme's terms that were accepted with the submission. */
  termsVersion: z.string().nullable(),
  /** Server time of the present submission: the place in the queue. */
  submittedAt: Instant.nullable(),
  /** `first`: nobody is ahead for this customer and these products; `behind`: somebody registered them earlier. `null` unless it waits for a decision. */
  standing: z.enum(['first', 'behind']).nullable(),
  /** The vendor answers by then; `null` while the clock pauses. */
  reviewDueAt: Instant.nullable(),
  infoRequest: InfoRequest.nullable(),
  decidedAt: Instant.nullable(),
  /** A reject, withdraw or lost reason, or `null`. */
  endReason: z.string().nullable(),
  endComment: z.string().nullable(),
  endedAt: Instant.nullable(),
  /** How often a rejected one may still be improved and submitted again. */
  resubmissionsLeft: z.int().nonnegative(),
  protectedFrom: Instant.nullable(),
  protectedUntil: Instant.nullable(),
  /** Progress has to be shown by then to stay protected; `null` when the programme does not ask for it. */
  progressDueAt: Instant.nullable(),
  benefits: DealBenefits.nullable(),
  extensionCount: z.int().nonnegative(),
  /** Requests that wait: at most one of each kind. */
  openChanges: z.array(DealChange),
  /** The partner's progress: key of a stage of the programme, the other axis. `null` before approval. */
  stage: z.string().nullable(),
  /** Percent. */
  probability: z.int().min(0).max(100).nullable(),
  stageChangedAt: Instant.nullable(),
  /** Neither stage nor closing day moved for longer than the programme allows. */
  stale: z.boolean(),
  nextStep: NextStep.nullable(),
  winConfirmedAt: Instant.nullable(),
  /** The vendor's opportunity it became. */
  opportunityRef: z.string().nullable(),
  /** What only vendor staff see; `null` for partners. */
  review: DealReview.nullable(),
  actions: z.array(DealAction),
  version: Version,
  createdAt: Instant,
  updatedAt: Instant,
});
export type DealRegistration = z.infer<typeof DealRegistration>;

/** How many registrations are under each tab. */
export const DealCounts = z.object({
  draft: z.int().nonnegative(),
  in_review: z.int().nonnegative(),
  protected: z.int().nonnegative(),
  closed: z.int().nonnegative(),
  /** Those that ask something of the reader: information wanted, a decision due, protection about to end. */
  attention: z.int().nonnegative(),
  /** Open registrations that still fit, or `null` without a limit. Vendor staff get `null`. */
  capacityLeft: z.int().nonnegative().nullable(),
});
export type DealCounts = z.infer<typeof DealCounts>;
