import {z} from 'zod';
import {Money} from '../money.ts';
import {PartnerOrgRef} from '../partner-org/partner-org.schema.ts';
import {Id, Instant, Version} from '../text.ts';

/** What looks as if points were all it was for: many at once, a deal with oneself, or always the same customer. */
export const PointsFindingKind = z.enum(['burst', 'self_dealing', 'one_customer']);
export type PointsFindingKind = z.infer<typeof PointsFindingKind>;

/** What a customer has in common with the partner who sold to it. `person`: somebody of the partner is the customer's contact. */
export const SelfDealingSign = z.enum(['name', 'domain', 'email_domain', 'phone', 'tax_id', 'person']);
export type SelfDealingSign = z.infer<typeof SelfDealingSign>;

export const PointsFinding = z.object({
  kind: PointsFindingKind,
  /** How many were counted: events within the minutes of a burst, or deals won with the customer. */
  count: z.int().positive(),
  /** Of how many: the most that a burst may have, or all deals won in these days. */
  of: z.int().nonnegative(),
  customer: z.string().nullable(),
  /** Of `self_dealing`. */
  signs: z.array(SelfDealingSign).optional(),
});
export type PointsFinding = z.infer<typeof PointsFinding>;

/** What is looked for before points are given; `null` is not looked for. */
export const PointsCheck = z.object({
  burst: z.object({times: z.int().min(1).max(100_000), minutes: z.int().min(1).max(10_080)}).nullable().default({times: 100, minutes: 60}),
  selfDealing: z.boolean().default(true),
  oneCustomer: z.object({sharePercent: z.int().min(1).max(100), minDeals: z.int().min(2).max(1000), days: z.int().min(1).max(1000)}).nullable().default({sharePercent: 80, minDeals: 5, days: 90}),
});
export type PointsCheck = z.infer<typeof PointsCheck>;

/** An event whose points wait until a person has looked at it. */
export const PointsHold = z.object({
  id: Id,
  partnerOrg: PartnerOrgRef,
  event: z.object({id: Id, event: z.string(), entityId: z.string().nullable(), amount: Money.nullable(), occurredAt: Instant}),
  findings: z.array(PointsFinding),
  status: z.enum(['held', 'released', 'denied']),
  comment: z.string().nullable(),
  createdAt: Instant,
  decidedAt: Instant.nullable(),
  version: Version,
});
export type PointsHold = z.infer<typeof PointsHold>;
