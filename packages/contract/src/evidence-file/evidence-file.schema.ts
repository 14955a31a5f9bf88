import {z} from 'zod';
import {Id, Instant, text} from '../text.ts';

/** Bytes of one part; only the last may be smaller. */
export const evidencePartBytes = 262_144;
/** Largest file. */
export const evidenceMaxBytes = 20_000_000;

export const EvidenceMediaType = z.enum([
  'application/pdf', 'image/png', 'image/jpeg', 'image/webp', 'text/csv',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/vnd.openxmlformats-officedocument.presentationml.presentation',
]);
export type EvidenceMediaType = z.infer<typeof EvidenceMediaType>;

/** A file that shows that the deal is real: an order, a tender, a mail. */
export const EvidenceFile = z.object({
  id: Id,
  dealRegistrationId: Id,
  fileName: text(200),
  mediaType: EvidenceMediaType,
  sizeBytes: z.int().positive(),
  /** Bytes that have arrived, in order from the start. */
  receivedBytes: z.int().nonnegative(),
  status: z.enum(['uploading', 'ready', 'rejected']),
  /** Why it was rejected. */
  problem: z.enum(['type_mismatch', 'size_mismatch', 'hash_mismatch', 'unreadable', 'infected']).nullable(),
  /** It is ready and counts, and nobody gets its bytes yet: the vendor's scanner has not looked at it. What is infected becomes `rejected` then, also after it was submitted. */
  isWithheld: z.boolean(),
  /**
   * Of the whole file as it is kept, hexadecimal; `null` until it is ready. Pictures are kept without what a camera writes about place, time and device, so it may be another than
   * that of the file that was sent; the length stays.
   */
  sha256: z.string().nullable(),
  createdAt: Instant,
});
export type EvidenceFile = z.infer<typeof EvidenceFile>;
