import {z} from 'zod';
import {Currency} from '../money.ts';
import {PartnerOrgRef} from '../partner-org/partner-org.schema.ts';
import {Instant, text} from '../text.ts';

/** So many points are worth so much. */
export const PointsValue = z.object({points: z.int().min(1).max(1_000_000), amountMinor: z.int().min(1).max(1_000_000_000), currency: Currency});
export type PointsValue = z.infer<typeof PointsValue>;

/** A name for partners with so many points. */
export const PointsLevel = z.object({name: text(80), minPoints: z.int().min(0).max(1_000_000_000)});
export type PointsLevel = z.infer<typeof PointsLevel>;

/** What points are for in this programme, besides boards. */
export const PointsScheme = z.object({
  /** From the lowest to the highest; each one needs more points than the one before. */
  levels: z.array(PointsLevel).max(20).default([]),
  /** At which the vendor values points. Partners always read `null`. */
  value: PointsValue.nullable().default(null),
});
export type PointsScheme = z.infer<typeof PointsScheme>;

/** What a partner has. */
export const PointsAccount = z.object({
  partnerOrg: PartnerOrgRef,
  asOf: Instant,
  /** All that rules and challenges ever gave, less what was taken back: levels go by it. */
  earned: z.int(),
  /** What can be redeemed: neither expired nor redeemed. Below 0 when something was taken back after it was redeemed. */
  balance: z.int(),
  /** Of requests that are not fulfilled yet; they have left the balance. */
  reserved: z.int().nonnegative(),
  /** What expires first, or `null`. */
  nextExpiry: z.object({at: Instant, points: z.int()}).nullable(),
  /** `null` below the lowest. */
  level: PointsLevel.nullable(),
  nextLevel: z.object({...PointsLevel.shape, /** Points that are missing. */ remaining: z.int().positive()}).nullable(),
});
export type PointsAccount = z.infer<typeof PointsAccount>;
