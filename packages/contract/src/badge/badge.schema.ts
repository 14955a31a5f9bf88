import {z} from 'zod';
import {Goal} from '../goal.ts';
import {Id, Instant, Version, text} from '../text.ts';

/** What earns a badge by itself. */
export const BadgeCriterion = z.object({
  goal: Goal,
  /** Counts what happened within so many days; `null`: ever. */
  withinDays: z.int().min(1).max(3660).nullable().default(null),
});
export type BadgeCriterion = z.infer<typeof BadgeCriterion>;

export const BadgeFields = z.object({
  name: text(80),
  description: text(1000).nullable().default(null),
  /** `null`: it is given by hand and by challenges. */
  criterion: BadgeCriterion.nullable().default(null),
  /** Days; `null`: for ever. A badge with a criterion that still holds then is earned again. */
  validForDays: z.int().min(1).max(3660).nullable().default(null),
  /** Whether it is given to anybody any more. */
  isRetired: z.boolean().default(false),
});
export type BadgeFields = z.infer<typeof BadgeFields>;

/** Something to be proud of. */
export const Badge = z.object({
  id: Id,
  ...BadgeFields.shape,
  /** How far the reader's own organisation is with the criterion; `null` without one, and for the vendor. */
  own: z.object({value: z.int(), target: z.int().positive(), remaining: z.int().nonnegative()}).nullable(),
  /** The award of the reader's own organisation that is valid now. */
  award: z.object({id: Id, earnedAt: Instant, validUntil: Instant.nullable()}).nullable(),
  /** Partners that hold it now. Partners see `null`. */
  holders: z.int().nonnegative().nullable(),
  version: Version,
  createdAt: Instant,
  updatedAt: Instant,
});
export type Badge = z.infer<typeof Badge>;
