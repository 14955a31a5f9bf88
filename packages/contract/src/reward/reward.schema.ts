import {z} from 'zod';
import {Money} from '../money.ts';
import {Id, Instant, Version, text} from '../text.ts';

export const RewardFields = z.object({
  name: text(120),
  description: text(2000).nullable().default(null),
  /** Its price. */
  points: z.int().min(1).max(1_000_000_000),
  /** What it is worth in money, where that can be said. */
  value: Money.nullable().default(null),
  /** How many are left; `null`: as many as are wanted. */
  stock: z.int().min(0).max(1_000_000).nullable().default(null),
  /** Partners can ask for it. */
  isOffered: z.boolean().default(true),
});
export type RewardFields = z.infer<typeof RewardFields>;

/** Something that partners get for points. */
export const Reward = z.object({id: Id, ...RewardFields.shape, version: Version, createdAt: Instant, updatedAt: Instant});
export type Reward = z.infer<typeof Reward>;
