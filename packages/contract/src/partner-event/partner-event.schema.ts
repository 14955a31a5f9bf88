import {z} from 'zod';
import {Money} from '../money.ts';
import {PartnerOrgRef} from '../partner-org/partner-org.schema.ts';
import {Country, ExternalId, Id, Instant, text} from '../text.ts';

/** What the product itself records when it happens: of material the first download of a version, and the first release of a copy. Hosts report others, by names of their own. */
export const OwnPartnerEvent = z.enum(['lead_accepted', 'first_contact', 'deal_registered', 'deal_approved', 'deal_won', 'deal_lost', 'asset_downloaded', 'asset_cobranded']);
export type OwnPartnerEvent = z.infer<typeof OwnPartnerEvent>;

/** The name of something that partners do: one of the product's own, or a host's, such as `course_passed`. */
export const PartnerEventName = z.string().regex(/^[a-z][a-z0-9_]{0,59}$/, 'Use lower-case letters, digits and underscores, such as course_passed.');

/** What is known of it, for conditions and formulas. */
export const PartnerEventFacts = z.object({
  amount: Money.nullable().default(null),
  products: z.array(text(120)).max(100).default([]),
  /** Of the customer. */
  country: Country.nullable().default(null),
  /** Name or web site of the customer. */
  customer: text(200).nullable().optional(),
  /** Hours it took: from the offer to its acceptance, from acceptance to the first contact. */
  hours: z.number().min(0).max(1_000_000).nullable().default(null),
});
export type PartnerEventFacts = z.infer<typeof PartnerEventFacts>;

/** Something that a partner did, once, as the ledger of points and the levels of the programme count it. Nothing in it is ever changed. */
export const PartnerEvent = z.object({
  id: Id,
  event: PartnerEventName,
  partnerOrg: PartnerOrgRef,
  personId: Id.nullable(),
  /** Of whoever reported it; no two events of one name have the same. */
  sourceId: z.string(),
  /** What it was done with: a deal, a lead, a course. Rules may give points once for each. */
  entityId: z.string().nullable(),
  facts: PartnerEventFacts,
  occurredAt: Instant,
  recordedAt: Instant,
  /** When it was taken back, and with it its points. */
  retractedAt: Instant.nullable(),
});
export type PartnerEvent = z.infer<typeof PartnerEvent>;

/** What a host says of something that happened outside of the product. */
export const NewPartnerEvent = z.object({
  event: PartnerEventName,
  partnerOrgId: Id,
  personId: Id.optional(),
  sourceId: ExternalId,
  entityId: ExternalId.optional(),
  ...PartnerEventFacts.shape,
  /** Not in the future; now unless said. */
  occurredAt: Instant.optional(),
});
export type NewPartnerEvent = z.infer<typeof NewPartnerEvent>;
