import {z} from 'zod';
import {Currency} from '../money.ts';
import {PartnerEventName} from '../partner-event/partner-event.schema.ts';
import {PartnerOrgRef} from '../partner-org/partner-org.schema.ts';
import {Id, Instant, TimeZone} from '../text.ts';

/**
 * What a criterion measures. `revenue` is in minor units of the programme's currency and counts deals won in it; `certifications` are those held now; `custom` counts
 * events of a name.
 */
export const TierMetric = z.enum(['revenue', 'closed_deals', 'registrations', 'approved_registrations', 'leads_accepted', 'certifications', 'points', 'custom']);
export type TierMetric = z.infer<typeof TierMetric>;

/** Over which time. `trailing_12_months` ends now; the others are the calendar's year and quarter that now is in. */
export const TierWindow = z.enum(['trailing_12_months', 'calendar_year', 'calendar_quarter']);
export type TierWindow = z.infer<typeof TierWindow>;

export const TierCriterion = z
  .object({
    metric: TierMetric,
    /** Of `custom` alone. */
    event: PartnerEventName.nullable().default(null),
    operator: z.enum(['at_least', 'at_most']).default('at_least'),
    target: z.int().min(0),
    window: TierWindow.default('trailing_12_months'),
    /** Its share of the score. */
    weight: z.int().min(0).max(1000).default(1),
    /** Without it the level is not reached, whatever the score. */
    mandatory: z.boolean().default(false),
  })
  .refine(({metric, event}) => (metric === 'custom') === (event !== null), {path: ['event'], message: 'Say which event, for the metric custom alone.'});
export type TierCriterion = z.infer<typeof TierCriterion>;

/** What it takes to be of a level: every mandatory criterion, and a score. Without criteria everybody is. */
export const TierRequirement = z.object({
  levelId: Id,
  criteria: z.array(TierCriterion).max(20).default([]),
  /** Least share of the weights of criteria that are met, in percent. */
  minScore: z.int().min(0).max(100).default(100),
});
export type TierRequirement = z.infer<typeof TierRequirement>;

/** What the programme asks for its levels, and how partners move between them. Levels that are not named are given by hand. */
export const TierTerms = z.object({
  currency: Currency,
  requirements: z.array(TierRequirement).max(20),
  /** `automatic`: whoever reaches a higher level gets it; `propose`: somebody approves it first; `manual`: somebody proposes it before. */
  promotion: z.enum(['automatic', 'propose', 'manual']).default('propose'),
  /** When promotions take effect. */
  promotionOn: z.enum(['any_day', 'quarter']).default('any_day'),
  /** Days from the notice until a level is lost. */
  graceDays: z.int().min(0).max(730).default(90),
  /** Whoever reached a level keeps it until the year ends, at least. */
  holdForYear: z.boolean().default(true),
  /** Days after a promotion was rejected in which it is not put forward again. */
  retryAfterDays: z.int().min(0).max(730).default(90),
  /** Of years, quarters and the daily evaluation. */
  timeZone: TimeZone.default('UTC'),
});
export type TierTerms = z.infer<typeof TierTerms>;

/** One version of the terms, from an instant on and until the next one's. It is never changed. */
export const TierPolicy = z.object({
  id: Id,
  number: z.int().positive(),
  effectiveFrom: Instant,
  terms: TierTerms,
  createdAt: Instant,
});
export type TierPolicy = z.infer<typeof TierPolicy>;

/** Who would reach another level by other terms, as of now. Nobody moves by it: promotions are decided and demotions have their notice, as the terms say. */
export const TierPreview = z.object({
  /** That were measured. */
  partners: z.int().nonnegative(),
  changed: z.int().nonnegative(),
  /** How many reach each level, and none (`null`), by the terms in effect and by the others; the highest level first. */
  levels: z.array(z.object({levelId: Id.nullable(), before: z.int().nonnegative(), after: z.int().nonnegative()})),
  /** Partners that would reach another level than by the terms in effect, by name; at most 500. */
  rows: z.array(z.object({partnerOrg: PartnerOrgRef, /** That they have. */ levelId: Id.nullable(), /** That they reach by the terms in effect. */ before: Id.nullable(), after: Id.nullable()})),
});
export type TierPreview = z.infer<typeof TierPreview>;
