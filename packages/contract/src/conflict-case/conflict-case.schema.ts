import {z} from 'zod';
import {Id, Instant, Version} from '../text.ts';

export const ConflictStatus = z.enum(['open', 'evidence', 'mediation', 'resolved', 'escalated']);
export type ConflictStatus = z.infer<typeof ConflictStatus>;
export const ConflictResolution = z.enum(['split', 'first_keeps', 'second_takes', 'direct', 'none']);
export type ConflictResolution = z.infer<typeof ConflictResolution>;

/** Something that was said or happened in a case. For partners only what is neutral. */
export const ConflictEntry = z.object({
  at: Instant,
  /** `you`: the reader's own side. */
  side: z.enum(['vendor', 'you', 'first', 'second']),
  /** `evidence_closed`: the time for evidence was over, and the case went on to mediation with what there was. */
  event: z.enum(['opened', 'evidence_asked', 'evidence_closed', 'statement', 'mediation', 'resolved', 'escalated']),
  /** A statement's text: to its own side and the vendor only. */
  text: z.string().nullable(),
});
export type ConflictEntry = z.infer<typeof ConflictEntry>;

/** Two registrations of one opportunity, decided by people. A partner sees their own side and neutral events. */
export const ConflictCase = z.object({
  id: Id,
  status: ConflictStatus,
  /** The reader's registration, for a partner; the earlier one, for vendor staff. */
  dealRegistrationId: Id,
  /** The other one; `null` for partners. */
  otherDealRegistrationId: Id.nullable(),
  /** For partners only a split: what else was decided, their registration says. */
  resolution: ConflictResolution.nullable(),
  /** Share of `dealRegistrationId` in percent, when split. */
  firstSharePercent: z.int().min(0).max(100).nullable(),
  entries: z.array(ConflictEntry),
  /** Until when both sides are asked for evidence; then the case goes on to mediation by itself. Statements are taken until it is resolved. */
  evidenceDueAt: Instant.nullable(),
  version: Version,
  createdAt: Instant,
  updatedAt: Instant,
});
export type ConflictCase = z.infer<typeof ConflictCase>;
