import {z} from 'zod';
import {ChallengeSpan, ChallengeType} from '../challenge/challenge.schema.ts';
import {PartnerOrgRef} from '../partner-org/partner-org.schema.ts';
import {PersonRef} from '../person/person.schema.ts';
import {StoredFile} from '../stored-file/stored-file.schema.ts';
import {Id, Instant, Version, text} from '../text.ts';
import {challengeEntryTransitions, type ChallengeEntryEvent, type ChallengeEntryStatus as Status} from './challenge-entry.transitions.ts';

/** `counting`: a performance challenge counts what the partner does. */
export const ChallengeEntryStatus = z.enum(['counting', 'draft', 'submitted', 'approved', 'rejected', 'revoked'] as const satisfies readonly Status[]);
export type ChallengeEntryStatus = z.infer<typeof ChallengeEntryStatus>;

/** What the reader may do with an entry now. */
export const ChallengeEntryAction = z.enum(Object.keys(challengeEntryTransitions) as [ChallengeEntryEvent]);
export type ChallengeEntryAction = z.infer<typeof ChallengeEntryAction>;

/** What a partner sends as a proof. */
export const ChallengeEntryFields = z.object({
  text: text(4000).nullable().default(null),
  link: z.url({protocol: /^https?$/}).max(2000).nullable().default(null),
  /** Files that the partner's people have sent (`storedFiles.create`). */
  fileIds: z.array(Id).max(10).default([]),
});
export type ChallengeEntryFields = z.infer<typeof ChallengeEntryFields>;

/** What a partner has in one period of a challenge: one entry at most. */
export const ChallengeEntry = z.object({
  id: Id,
  challenge: z.object({id: Id, name: z.string(), type: ChallengeType}),
  partnerOrg: PartnerOrgRef,
  /** Who joined or began it; `null` where the product did. */
  person: PersonRef.nullable(),
  span: ChallengeSpan,
  status: ChallengeEntryStatus,
  text: z.string().nullable(),
  link: z.string().nullable(),
  files: z.array(StoredFile.pick({id: true, fileName: true, mediaType: true, sizeBytes: true, status: true, problem: true, downloadUrl: true})),
  /** What the goal counted when it was reached; `null` for submissions. */
  value: z.int().nullable(),
  /** How often it was submitted. */
  submissions: z.int().nonnegative(),
  /** Of a rejection, or why what was approved is revoked. */
  reason: z.string().nullable(),
  /** What it brought; 0 until it is approved, and when it is revoked. */
  points: z.int().nonnegative(),
  submittedAt: Instant.nullable(),
  decidedAt: Instant.nullable(),
  actions: z.array(ChallengeEntryAction),
  version: Version,
  createdAt: Instant,
  updatedAt: Instant,
});
export type ChallengeEntry = z.infer<typeof ChallengeEntry>;
