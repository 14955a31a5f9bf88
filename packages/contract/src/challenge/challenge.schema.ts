import {z} from 'zod';
import type {ChallengeEntryStatus as EntryStatus} from '../challenge-entry/challenge-entry.transitions.ts';
import {Goal} from '../goal.ts';
import {PartnerOrgRef} from '../partner-org/partner-org.schema.ts';
import {PointsAudience} from '../points-rule/points-rule.schema.ts';
import {Id, Instant, TimeZone, Version, text} from '../text.ts';
import {challengeTransitions, type ChallengeEvent, type ChallengeStatus as Status} from './challenge.transitions.ts';

export const ChallengeStatus = z.enum(['draft', 'published', 'ended', 'withdrawn'] as const satisfies readonly Status[]);
export type ChallengeStatus = z.infer<typeof ChallengeStatus>;

/** What the reader may do with a challenge now. */
export const ChallengeAction = z.enum(Object.keys(challengeTransitions) as [ChallengeEvent]);
export type ChallengeAction = z.infer<typeof ChallengeAction>;

/** `performance` counts by itself what partners do; for a `submission` they send a proof that somebody reviews. */
export const ChallengeType = z.enum(['performance', 'submission']);
export type ChallengeType = z.infer<typeof ChallengeType>;

export const ChallengeProof = z.enum(['text', 'link', 'file']);
export type ChallengeProof = z.infer<typeof ChallengeProof>;

/** How often a partner can win: once, or in each week, month or quarter of the challenge's time zone that the window touches, for three years at most. */
export const ChallengePeriod = z.enum(['once', 'week', 'month', 'quarter']);
export type ChallengePeriod = z.infer<typeof ChallengePeriod>;

/** When a challenge runs. */
export const ChallengeWindow = z.discriminatedUnion('kind', [
  /** For everybody from one instant until before another. */
  z.object({kind: z.literal('absolute'), startsAt: Instant, endsAt: Instant}),
  /** For each partner so many days from the instant in which it joined, whoever of the partner did. Nobody joins from `joinBy` on. */
  z.object({kind: z.literal('relative'), days: z.int().min(1).max(366), joinBy: Instant.nullable().default(null)}),
]);
export type ChallengeWindow = z.infer<typeof ChallengeWindow>;

/** `running`: it counts, or proofs can be sent. `over`: it has ended or was withdrawn. `null`: a draft. */
export const ChallengePhase = z.enum(['upcoming', 'running', 'over']);
export type ChallengePhase = z.infer<typeof ChallengePhase>;

export const ChallengeFields = z.object({
  name: text(120),
  description: text(4000).nullable().default(null),
  type: ChallengeType,
  /** Of a performance challenge. */
  goal: Goal.nullable().default(null),
  /** What has to be sent to a submission challenge: all of these. */
  proofs: z.array(ChallengeProof).max(3).default([]),
  window: ChallengeWindow,
  /** A relative window has the one period. */
  period: ChallengePeriod.default('once'),
  /** In which periods begin. */
  timeZone: TimeZone.default('UTC'),
  /** Partners always read it empty. */
  audience: PointsAudience.prefault({}),
  /** That a winner gets; 0: none. */
  points: z.int().min(0).max(1_000_000).default(0),
  /** That a winner gets. */
  badgeId: Id.nullable().default(null),
  /** In each period; the first ones win. */
  maxWinners: z.int().min(1).max(1_000_000).nullable().default(null),
});
export type ChallengeFields = z.infer<typeof ChallengeFields>;

/** The time of a challenge that an entry is of. */
export const ChallengeSpan = z.object({/** `2026-11`, `once`. */ key: z.string(), from: Instant, /** It is over then. */ until: Instant});
export type ChallengeSpan = z.infer<typeof ChallengeSpan>;

/** How far a partner is, in the period that runs now; before the first one and after the last one: in that. */
export const ChallengeProgress = z.object({
  partnerOrg: PartnerOrgRef,
  /** `null`: the partner has not joined a challenge with a relative window. */
  span: ChallengeSpan.nullable(),
  /** In what the goal counts: points, minor units, times. `null` for submissions. */
  value: z.int().nullable(),
  target: z.int().positive().nullable(),
  /** What is missing to the target; 0 when it is reached. */
  remaining: z.int().nonnegative().nullable(),
  isWon: z.boolean(),
  /** What the partner has in this period, where it has something. */
  entry: z.object({id: Id, status: z.enum(['counting', 'draft', 'submitted', 'approved', 'rejected', 'revoked'] as const satisfies readonly EntryStatus[]), /** Of a rejection. */ reason: z.string().nullable(), version: Version}).nullable(),
});
export type ChallengeProgress = z.infer<typeof ChallengeProgress>;

/** Something to achieve in a limited time, for points, a badge, or both. */
export const Challenge = z.object({
  id: Id,
  ...ChallengeFields.shape,
  badge: z.object({id: Id, name: z.string()}).nullable(),
  status: ChallengeStatus,
  phase: ChallengePhase.nullable(),
  /** Entries that won in this period. Partners see `null`. */
  winners: z.int().nonnegative().nullable(),
  /** How many can still win in this period; `null`: any number. */
  winnersLeft: z.int().nonnegative().nullable(),
  /** Entries that wait for a review. Partners see `null`. */
  submitted: z.int().nonnegative().nullable(),
  /** How the reader's own organisation does; `null` for the vendor. */
  own: ChallengeProgress.nullable(),
  /** Why it was withdrawn. */
  reason: z.string().nullable(),
  /** Of the vendor. */
  actions: z.array(ChallengeAction),
  publishedAt: Instant.nullable(),
  endedAt: Instant.nullable(),
  version: Version,
  createdAt: Instant,
  updatedAt: Instant,
});
export type Challenge = z.infer<typeof Challenge>;

