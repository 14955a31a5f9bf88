import {z} from 'zod';
import {Money} from '../money.ts';
import {PartnerOrgRef} from '../partner-org/partner-org.schema.ts';
import {PersonRef} from '../person/person.schema.ts';
import {Id, Instant} from '../text.ts';

/** Why an entry was written. */
export const PointsEntryReason = z.enum(['event', 'event_retracted', 'rule_changed', 'challenge', 'challenge_revoked', 'redemption', 'redemption_returned']);
export type PointsEntryReason = z.infer<typeof PointsEntryReason>;

/** One line of the ledger. Lines are added and never changed: what was wrong is made good by a line with the opposite points. */
export const PointsEntry = z.object({
  id: Id,
  partnerOrg: PartnerOrgRef,
  /** Who did it, where that is known. */
  person: PersonRef.nullable(),
  /** The rule and the version of it that decided, and what it was for; `null` when no rule did. */
  rule: z.object({id: Id, name: z.string(), number: z.int().positive()}).nullable(),
  event: z.object({id: Id, event: z.string(), entityId: z.string().nullable(), amount: Money.nullable()}).nullable(),
  /** The challenge that was won. */
  challenge: z.object({id: Id, name: z.string(), entryId: Id}).nullable(),
  /** The reward that the points were given for. */
  redemption: z.object({id: Id, rewardName: z.string()}).nullable(),
  /** Negative on what takes points away: a reversal, a redemption. */
  points: z.int(),
  reason: PointsEntryReason,
  /** When it happened; a reversal counts in the same time as what it reverses. */
  occurredAt: Instant,
  recordedAt: Instant,
  expiresAt: Instant.nullable(),
  /** The entry that this one reverses. */
  reversesId: Id.nullable(),
  /** The entry that reverses this one. */
  reversedById: Id.nullable(),
});
export type PointsEntry = z.infer<typeof PointsEntry>;

/** Why a partner has the points that it has. */
export const PointsSummary = z.object({
  partnerOrg: PartnerOrgRef,
  asOf: Instant,
  /** The sum of all entries in the window but redemptions: what was earned. */
  total: z.int(),
  /** Of these, what can still be redeemed: neither expired nor given for a reward. */
  unexpired: z.int(),
  /** Points given for rewards in the window and not given back. */
  redeemed: z.int(),
  /** What expires first, or `null`. */
  nextExpiry: z.object({at: Instant, points: z.int()}).nullable(),
  /** Adds up to `total` with `byChallenge`; the rule with the most points first. */
  byRule: z.array(z.object({ruleId: Id, ruleName: z.string(), event: z.string(), /** Entries that stand: neither reversals nor reversed. */ entries: z.int().nonnegative(), points: z.int()})),
  byChallenge: z.array(z.object({challengeId: Id, challengeName: z.string(), entries: z.int().nonnegative(), points: z.int()})),
});
export type PointsSummary = z.infer<typeof PointsSummary>;
