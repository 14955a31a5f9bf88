import {z} from 'zod';
import {Money} from '../money.ts';
import {PartnerOrgRef} from '../partner-org/partner-org.schema.ts';
import {PersonRef} from '../person/person.schema.ts';
import {Id, Instant} from '../text.ts';

/** Why an entry was written. */
export const PointsEntryReason = z.enum(['event', 'event_retracted', 'rule_changed']);
export type PointsEntryReason = z.infer<typeof PointsEntryReason>;

/** One line of the ledger. Lines are added and never changed: what was wrong is made good by a line with the opposite points. */
export const PointsEntry = z.object({
  id: Id,
  partnerOrg: PartnerOrgRef,
  /** Who did it, where that is known. */
  person: PersonRef.nullable(),
  /** The rule and the version of it that decided. */
  rule: z.object({id: Id, name: z.string(), number: z.int().positive()}),
  /** What it was for. */
  event: z.object({id: Id, event: z.string(), entityId: z.string().nullable(), amount: Money.nullable()}),
  /** Negative on a reversal. */
  points: z.int(),
  reason: PointsEntryReason,
  /** When the event happened; a reversal counts in the same time as what it reverses. */
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
  /** The sum of all entries in the window. */
  total: z.int(),
  /** Of these, what has not expired. */
  unexpired: z.int(),
  /** What expires first, or `null`. */
  nextExpiry: z.object({at: Instant, points: z.int()}).nullable(),
  /** Adds up to `total`; the rule with the most points first. */
  byRule: z.array(z.object({ruleId: Id, ruleName: z.string(), event: z.string(), /** Entries that stand: neither reversals nor reversed. */ entries: z.int().nonnegative(), points: z.int()})),
});
export type PointsSummary = z.infer<typeof PointsSummary>;
