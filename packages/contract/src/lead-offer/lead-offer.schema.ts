import {z} from 'zod';
import {LeadDetails, LeadTeaser} from '../lead/lead.schema.ts';
import {PartnerOrgRef} from '../partner-org/partner-org.schema.ts';
import {PersonRef} from '../person/person.schema.ts';
import {Day, Id, Instant, Version, text} from '../text.ts';
import {leadOfferTabs, leadOfferTransitions, type LeadOfferEvent, type LeadOfferStatus as Status, type LeadOfferTab as Tab} from './lead-offer.transitions.ts';

export const LeadOfferStatus = z.enum(Object.values(leadOfferTabs).flat() as [Status, ...Status[]]);
export type LeadOfferStatus = z.infer<typeof LeadOfferStatus>;

export const LeadOfferTab = z.enum(Object.keys(leadOfferTabs) as [Tab, ...Tab[]]);
export type LeadOfferTab = z.infer<typeof LeadOfferTab>;

export const DeclineReason = z.enum(['no_capacity', 'outside_territory', 'outside_expertise', 'already_our_customer', 'conflict_of_interest', 'customer_problem_unclear', 'next_steps_unclear', 'unable_to_support', 'duplicate', 'spam', 'other']);
export type DeclineReason = z.infer<typeof DeclineReason>;
export const ReturnReason = z.enum(['no_capacity', 'outside_territory', 'outside_expertise', 'no_response', 'conflict_of_interest', 'unable_to_support', 'other']);
export type ReturnReason = z.infer<typeof ReturnReason>;
export const WithdrawReason = z.enum(['sent_by_mistake', 'customer_request', 'partner_request', 'no_progress', 'duplicate', 'compliance', 'other']);
export type WithdrawReason = z.infer<typeof WithdrawReason>;

/** What the person who reads the offer may do with it now. */
export const LeadOfferAction = z.enum(
  (Object.entries(leadOfferTransitions) as [LeadOfferEvent, {by: string}][]).filter(([event, {by}]) => by !== 'clock' && event !== 'contact').map(([event]) => event) as [LeadOfferEvent, ...LeadOfferEvent[]],
);
export type LeadOfferAction = z.infer<typeof LeadOfferAction>;

/** What the partner plans to do next, and on which day. */
export const NextStep = z.object({text: text(300), dueOn: Day.nullable().default(null)});
export type NextStep = z.infer<typeof NextStep>;

/** One offer of one lead to one partner. */
export const LeadOffer = z.object({
  id: Id,
  leadId: Id,
  partnerOrg: PartnerOrgRef,
  status: LeadOfferStatus,
  exclusive: z.boolean(),
  /** The colleague who has it, or `null` for anybody in the organisation. */
  assignee: PersonRef.nullable(),
  /** The vendor's person to ask. */
  channelManager: PersonRef.nullable(),
  /** Nobody at the partner has opened it since the last news. */
  unread: z.boolean(),
  offeredAt: Instant,
  /** Respond by this time. */
  acceptBy: Instant.nullable(),
  firstViewedAt: Instant.nullable(),
  acceptedAt: Instant.nullable(),
  /** Bring it to an end by this time. */
  actBy: Instant.nullable(),
  /** Log an activity by this time or it goes back. */
  idleBy: Instant.nullable(),
  firstContactAt: Instant.nullable(),
  lastActivityAt: Instant.nullable(),
  endedAt: Instant.nullable(),
  /** Why it ended or went back: a decline, return, withdraw or lost reason, or `null`. */
  endReason: z.string().nullable(),
  endComment: z.string().nullable(),
  /** Why this partner was chosen: a routing method such as `territory`. */
  routedBy: z.string(),
  teaser: LeadTeaser,
  /** All of the lead; `null` before acceptance and after a withdrawal. */
  lead: LeadDetails.nullable(),
  nextStep: NextStep.nullable(),
  dealRegistrationId: Id.nullable(),
  actions: z.array(LeadOfferAction),
  version: Version,
  updatedAt: Instant,
});
export type LeadOffer = z.infer<typeof LeadOffer>;

/** How many offers are under each tab. */
export const LeadOfferCounts = z.object({
  new: z.int().nonnegative(),
  working: z.int().nonnegative(),
  closed: z.int().nonnegative(),
  /** Offers with something not yet seen. */
  unread: z.int().nonnegative(),
});
export type LeadOfferCounts = z.infer<typeof LeadOfferCounts>;
