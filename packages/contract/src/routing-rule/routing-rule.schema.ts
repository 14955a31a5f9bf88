import {z} from 'zod';
import {Country, Id, Instant, Version, text} from '../text.ts';

/** How a rule picks a partner among the eligible ones. */
export const RoutingMethod = z.enum(['named_partner', 'territory', 'round_robin']);
export type RoutingMethod = z.infer<typeof RoutingMethod>;

/** Which leads a rule is for; what is left empty does not restrict. */
export const RoutingCondition = z.object({
  countries: z.array(Country).max(300).default([]),
  products: z.array(text(120)).max(500).default([]),
  campaigns: z.array(text(120)).max(100).default([]),
  minScore: z.int().min(0).max(100).nullable().default(null),
});
export type RoutingCondition = z.infer<typeof RoutingCondition>;

/** One rule; the first one in `position` order whose condition holds and that finds a partner wins. */
export const RoutingRule = z.object({
  id: Id,
  name: text(120),
  position: z.int().min(0),
  active: z.boolean(),
  method: RoutingMethod,
  condition: RoutingCondition,
  /** Candidates; empty means every partner. `named_partner` takes them in order. */
  partnerOrgIds: z.array(Id).max(500),
  version: Version,
  updatedAt: Instant,
});
export type RoutingRule = z.infer<typeof RoutingRule>;

export const NewRoutingRule = z.object({
  name: text(120),
  position: z.int().min(0).max(10_000),
  active: z.boolean().default(true),
  method: RoutingMethod,
  condition: RoutingCondition.prefault({}),
  partnerOrgIds: z.array(Id).max(500).default([]),
});
export type NewRoutingRule = z.infer<typeof NewRoutingRule>;
