import {z} from 'zod';
import {LevelChange} from '../level-change/level-change.schema.ts';
import {PartnerOrgRef} from '../partner-org/partner-org.schema.ts';
import {Id, Instant} from '../text.ts';
import {TierCriterion} from '../tier-policy/tier-policy.schema.ts';

/** What a partner achieved, by the names that the engine gives (`valueKey`): `revenue trailing_12_months`, `certifications`. */
export const TierValues = z.record(z.string().max(200), z.int());
export type TierValues = z.infer<typeof TierValues>;

/** How far a partner is with a level. */
export const LevelProgress = z.object({
  levelId: Id,
  met: z.boolean(),
  score: z.int(),
  minScore: z.int(),
  criteria: z.array(z.object({...TierCriterion.shape, value: z.int(), met: z.boolean(), gap: z.int().nonnegative(), projected: z.int()})),
});
export type LevelProgress = z.infer<typeof LevelProgress>;

/** How a partner stood by the terms of an instant. */
export const TierEvaluation = z.object({
  id: Id,
  partnerOrg: PartnerOrgRef,
  /** The version of the terms. */
  policyNumber: z.int().positive(),
  asOf: Instant,
  levelId: Id.nullable(),
  reachedLevelId: Id.nullable(),
  values: TierValues,
  /** The highest level first. */
  levels: z.array(LevelProgress),
});
export type TierEvaluation = z.infer<typeof TierEvaluation>;

/** The same as of now, with what is under way. */
export const TierStanding = z.object({...TierEvaluation.omit({id: true}).shape, change: LevelChange.nullable()});
export type TierStanding = z.infer<typeof TierStanding>;
