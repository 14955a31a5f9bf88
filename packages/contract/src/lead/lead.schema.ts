import {z} from 'zod';
import {Money, ValueBand} from '../money.ts';
import {PersonRef} from '../person/person.schema.ts';
import {Country, ExternalId, Id, Instant, Locale, TimeZone, Version, text} from '../text.ts';

export const LeadStatus = z.enum(['new', 'enriching', 'routable', 'offered', 'accepted', 'working', 'converted', 'closed_won', 'closed_lost', 'unroutable', 'quarantined', 'recycled']);
export type LeadStatus = z.infer<typeof LeadStatus>;

export const LeadSource = z.enum(['web_form', 'locator', 'campaign', 'event', 'import', 'partner_referral', 'api']);
export const LeadQuality = z.enum(['marketing_qualified', 'sales_qualified', 'direct']);
export const LeadPriority = z.enum(['hot', 'normal', 'low']);
export type LeadPriority = z.infer<typeof LeadPriority>;
/** What a lead that needs a person is waiting for. */
export const LeadAttention = z.enum(['not_routed', 'no_partner', 'all_declined', 'account_locked', 'declined', 'expired', 'returned', 'reclaimed', 'timed_out', 'withdrawn', 'consent_missing', 'enquired_again']);
export type LeadAttention = z.infer<typeof LeadAttention>;
export const LostReason = z.enum(['budget', 'no_response', 'chose_competitor', 'requirements_not_met', 'not_a_customer', 'timeline', 'price', 'technical', 'legal', 'abuse_spam', 'other']);
export type LostReason = z.infer<typeof LostReason>;

/** The company that asked. */
export const LeadCompany = z.object({
  name: text(200).nullable().default(null),
  website: text(500).nullable().default(null),
  industry: text(120).nullable().default(null),
  /** Number of people, as a band: `50-249`. */
  employeeBand: text(40).nullable().default(null),
  country: Country.nullable().default(null),
  region: text(80).nullable().default(null),
  postalCode: text(20).nullable().default(null),
  city: text(120).nullable().default(null),
  street: text(200).nullable().default(null),
});
export type LeadCompany = z.infer<typeof LeadCompany>;

/** The person to call. */
export const LeadContact = z.object({
  firstName: text(100).nullable().default(null),
  lastName: text(100).nullable().default(null),
  jobTitle: text(120).nullable().default(null),
  email: z.email().max(320).nullable().default(null),
  phone: text(40).nullable().default(null),
  language: Locale.nullable().default(null),
  timeZone: TimeZone.nullable().default(null),
});
export type LeadContact = z.infer<typeof LeadContact>;

/** What the contact agreed to, in which words, when and where. */
export const Consent = z.object({
  purposes: z.array(text(80)).min(1).max(20),
  textVersion: text(80),
  at: Instant,
  source: text(200),
});
export type Consent = z.infer<typeof Consent>;

/** Everything known about a prospect; vendor staff see it whole, a partner after accepting. */
export const LeadDetails = z.object({
  title: text(200),
  company: LeadCompany,
  contact: LeadContact,
  /** Product names of the programme. */
  products: z.array(text(120)).max(100),
  need: text(4000).nullable(),
  timeline: text(120).nullable(),
  valueBand: ValueBand.nullable(),
  estimatedValue: Money.nullable(),
  /** 0 to 100. */
  score: z.int().min(0).max(100).nullable(),
  quality: LeadQuality.nullable(),
  priority: LeadPriority,
  tags: z.array(text(60)).max(50),
});
export type LeadDetails = z.infer<typeof LeadDetails>;

/** The part of a lead that a partner sees before accepting; what the programme hides is `null`. */
export const LeadTeaser = z.object({
  title: z.string().nullable(),
  industry: z.string().nullable(),
  country: z.string().nullable(),
  region: z.string().nullable(),
  products: z.array(z.string()),
  valueBand: ValueBand.nullable(),
  timeline: z.string().nullable(),
  score: z.int().nullable(),
  priority: LeadPriority,
  need: z.string().nullable(),
  companyName: z.string().nullable(),
  receivedAt: Instant,
});
export type LeadTeaser = z.infer<typeof LeadTeaser>;

export const NewLead = z.object({
  externalId: ExternalId.optional(),
  /** One line that names the lead without naming the customer; made from industry and country when left out. */
  title: text(200).optional(),
  source: LeadSource.default('api'),
  campaign: text(120).optional(),
  receivedAt: Instant.optional(),
  company: LeadCompany.prefault({}),
  contact: LeadContact.prefault({}),
  consent: Consent.optional(),
  products: z.array(text(120)).max(100).default([]),
  need: text(4000).optional(),
  timeline: text(120).optional(),
  valueBand: ValueBand.optional(),
  estimatedValue: Money.optional(),
  score: z.int().min(0).max(100).optional(),
  quality: LeadQuality.optional(),
  priority: LeadPriority.default('normal'),
  tags: z.array(text(60)).max(50).default([]),
  /** Route it at once (default), or leave it for a person. */
  route: z.boolean().default(true),
  /** Its data is still being completed elsewhere: it waits as `enriching` until it is updated and then routed or offered. */
  enriching: z.boolean().default(false),
});
export type NewLead = z.infer<typeof NewLead>;

/** The vendor's view of the offer that counts now. */
export const LeadOfferSummary = z.object({
  id: Id,
  status: z.string(),
  partnerOrg: z.object({id: Id, name: z.string()}),
  assignee: PersonRef.nullable(),
  offeredAt: Instant,
  acceptBy: Instant.nullable(),
  actBy: Instant.nullable(),
  firstViewedAt: Instant.nullable(),
  acceptedAt: Instant.nullable(),
  firstContactAt: Instant.nullable(),
  lastActivityAt: Instant.nullable(),
  endedAt: Instant.nullable(),
  reason: z.string().nullable(),
  version: Version,
});
export type LeadOfferSummary = z.infer<typeof LeadOfferSummary>;

/** One of a lead's offers, open or ended: whom it went to, why to them, and what became of it. For vendor staff. */
export const LeadOfferRecord = z.object({
  ...LeadOfferSummary.omit({reason: true}).shape,
  exclusive: z.boolean(),
  /** Why it ended or went back: a decline, return, withdraw or lost reason, or `null`. */
  endReason: z.string().nullable(),
  /** What was said with it. */
  endComment: z.string().nullable(),
  /** Why this partner was chosen: a routing method such as `territory`, or `manual`. */
  routedBy: z.string(),
});
export type LeadOfferRecord = z.infer<typeof LeadOfferRecord>;

/** A prospect, as vendor staff see it. */
export const Lead = z.object({
  ...LeadDetails.shape,
  id: Id,
  externalId: ExternalId.nullable(),
  status: LeadStatus,
  source: LeadSource,
  campaign: z.string().nullable(),
  consent: Consent.nullable(),
  /** Vendor staff who own the lead while no partner does. */
  owner: PersonRef.nullable(),
  /** The latest offer, open or ended. */
  offer: LeadOfferSummary.nullable(),
  offerCount: z.int().nonnegative(),
  /** Why it needs a person: no partner fits, everybody declined, … */
  attention: LeadAttention.nullable(),
  lostReason: LostReason.nullable(),
  receivedAt: Instant,
  endedAt: Instant.nullable(),
  version: Version,
  createdAt: Instant,
  updatedAt: Instant,
});
export type Lead = z.infer<typeof Lead>;

/** What became of a sent lead. */
export const LeadReceipt = z.object({
  lead: Lead,
  /** `attached`: the same e-mail, domain or externalId was known, and this was noted on the lead that exists. */
  outcome: z.enum(['created', 'attached']),
});
export type LeadReceipt = z.infer<typeof LeadReceipt>;

/** How many leads are in each status. */
export const LeadCounts = z.object({
  byStatus: z.partialRecord(LeadStatus, z.int().nonnegative()),
  /** Open offers whose time to accept or act has passed or passes within 4 hours. */
  dueSoon: z.int().nonnegative(),
  needsAttention: z.int().nonnegative(),
});
export type LeadCounts = z.infer<typeof LeadCounts>;
