import {z} from 'zod';
import {Currency} from '../money.ts';
import {PartnerOrgRef} from '../partner-org/partner-org.schema.ts';
import {Instant} from '../text.ts';

/** Which partners bring most of the turnover: partners with deals won, the largest first. Shares are in hundredths of a percent. */
export const ParetoReport = z.object({
  currency: Currency,
  from: Instant.nullable(),
  until: Instant.nullable(),
  totalMinor: z.int().nonnegative(),
  /** Partners with turnover. */
  partners: z.int().nonnegative(),
  /** How many of the first partners reach the share that was asked for. */
  core: z.object({sharePercent: z.int(), partners: z.int().nonnegative(), shareOfPartners: z.int().min(0).max(10_000)}),
  /** At most 500. */
  rows: z.array(z.object({rank: z.int().positive(), partnerOrg: PartnerOrgRef, amountMinor: z.int(), share: z.int(), cumulativeShare: z.int(), isCore: z.boolean()})),
  /** From none to all: what share of the partners brings what share of the turnover; at most 101 points. */
  curve: z.array(z.object({partners: z.int().min(0).max(10_000), turnover: z.int().min(0).max(10_000)})),
});
export type ParetoReport = z.infer<typeof ParetoReport>;
