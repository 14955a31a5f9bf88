import {z} from 'zod';
import {Currency, Money} from '../money.ts';
import {PartnerEventName} from '../partner-event/partner-event.schema.ts';
import {PartnerOrgRef, PartnerType} from '../partner-org/partner-org.schema.ts';
import {Country, Id, Instant, TimeZone, Version, text} from '../text.ts';

const mostPoints = 1_000_000;

/** What one event is worth. */
export const PointsFormula = z.discriminatedUnion('kind', [
  z.object({kind: z.literal('fixed'), points: z.int().min(1).max(mostPoints)}),
  /** So many points for each whole `perMinor` of the amount; nothing for amounts in another currency. */
  z.object({kind: z.literal('per_amount'), points: z.int().min(1).max(mostPoints), perMinor: z.int().min(1).max(1_000_000_000_000), currency: Currency}),
]);
export type PointsFormula = z.infer<typeof PointsFormula>;

/** Which events count; what is left empty does not restrict. */
export const PointsCondition = z.object({
  /** In this currency. */
  minAmount: Money.nullable().default(null),
  /** One of these. */
  products: z.array(text(120)).max(500).default([]),
  /** The customer's. */
  countries: z.array(Country).max(300).default([]),
  /** It took no longer: a lead accepted within 24 hours. */
  maxHours: z.number().positive().max(100_000).nullable().default(null),
});
export type PointsCondition = z.infer<typeof PointsCondition>;

/** How often a partner gets points by a rule. There is no rule without a limit. */
export const PointsCap = z.object({
  times: z.int().min(1).max(100_000),
  per: z.enum(['day', 'week', 'month', 'quarter', 'year', 'all']),
  /** Most points in that time too; the last event gets what is left. */
  points: z.int().min(1).max(1_000_000_000).nullable().default(null),
});
export type PointsCap = z.infer<typeof PointsCap>;

/** Which partners a rule is for, as they stood when it happened; what is left empty does not restrict. */
export const PointsAudience = z.object({
  levelIds: z.array(Id).max(50).default([]),
  partnerTypes: z.array(PartnerType).max(8).default([]),
  countries: z.array(Country).max(300).default([]),
  groups: z.array(text(80)).max(100).default([]),
  partnerOrgIds: z.array(Id).max(500).default([]),
});
export type PointsAudience = z.infer<typeof PointsAudience>;

/** What a rule says. */
export const PointsTerms = z.object({
  event: PartnerEventName,
  formula: PointsFormula,
  condition: PointsCondition.prefault({}),
  cap: PointsCap,
  /** A deal, a lead, a course gives points once, however often the event happens. */
  oncePerEntity: z.boolean().default(true),
  /** Partners always read it empty. */
  audience: PointsAudience.prefault({}),
  /** Events from this instant on. */
  startsAt: Instant.nullable().default(null),
  /** Events before this instant. */
  endsAt: Instant.nullable().default(null),
  /** After so many days points can no longer be redeemed; ranks of the past keep them. */
  expiresAfterDays: z.int().min(1).max(3660).nullable().default(null),
  /** In which the cap's periods begin. */
  timeZone: TimeZone.default('UTC'),
});
export type PointsTerms = z.infer<typeof PointsTerms>;

/** A rule that gives points for events. What is published is never changed: the next version is a draft until it is published too. */
export const PointsRule = z.object({
  id: Id,
  name: text(120),
  /** In force: the last one that was published. */
  published: z
    .object({
      number: z.int().positive(),
      terms: PointsTerms,
      /** Events before this instant are under the version before it; `null`: all of history. */
      appliesFrom: Instant.nullable(),
      publishedAt: Instant,
    })
    .nullable(),
  /** What the next version would say; `null` when nothing is being changed, and always for partners. */
  draft: PointsTerms.nullable(),
  version: Version,
  createdAt: Instant,
  updatedAt: Instant,
});
export type PointsRule = z.infer<typeof PointsRule>;

/** What publishing a draft would do, or did. */
export const PointsReplay = z.object({
  ruleId: Id,
  /** Of the version. */
  number: z.int().positive(),
  /** Events that were looked at. */
  events: z.int().nonnegative(),
  added: z.int().nonnegative(),
  reversed: z.int().nonnegative(),
  /** By this rule, of all partners. */
  pointsBefore: z.int(),
  pointsAfter: z.int(),
  partnersChanged: z.int().nonnegative(),
  /** Partners that are still to be looked at: the figures are those so far. 0 when it is done; a preview always is. */
  partnersLeft: z.int().nonnegative(),
  /** The 500 with the greatest difference. */
  partners: z.array(z.object({partnerOrg: PartnerOrgRef, before: z.int(), after: z.int(), difference: z.int(), added: z.int().nonnegative(), reversed: z.int().nonnegative()})),
});
export type PointsReplay = z.infer<typeof PointsReplay>;
