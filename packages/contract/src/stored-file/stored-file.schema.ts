import {z} from 'zod';
import {PartnerOrgRef} from '../partner-org/partner-org.schema.ts';
import {Id, Instant, text} from '../text.ts';

/** Largest file that a plan may allow: 5 GB. What a tenant may send is the server's setting. */
export const storedFileMaxBytes = 5_000_000_000;

/** Kinds of files that are kept. Names of formats, as their senders declare them; the content is looked at before a file is `ready`. */
export const StoredFileMediaType = z.enum([
  'application/pdf', 'image/png', 'image/jpeg', 'image/webp', 'image/gif', 'image/svg+xml', 'text/html', 'text/csv', 'video/mp4', 'video/webm', 'application/zip',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/vnd.openxmlformats-officedocument.presentationml.presentation',
]);
export type StoredFileMediaType = z.infer<typeof StoredFileMediaType>;

/** Only a `ready` file can be downloaded. */
export const StoredFileStatus = z.enum(['uploading', 'scanning', 'ready', 'rejected']);
export type StoredFileStatus = z.infer<typeof StoredFileStatus>;

/** Why a file was rejected. */
export const StoredFileProblem = z.enum(['type_mismatch', 'unreadable', 'too_large_inside', 'unsafe_content', 'infected', 'hash_mismatch']);
export type StoredFileProblem = z.infer<typeof StoredFileProblem>;

/** A picture of a page, or of the image itself. */
export const FilePreview = z.object({
  /** 1 is the first. */
  page: z.int().positive(),
  /** Pixels. */
  width: z.int().positive(),
  height: z.int().positive(),
  /** Signed and short-lived; read the object again for a fresh one. */
  url: z.string(),
});
export type FilePreview = z.infer<typeof FilePreview>;

/** A file of the tenant. Its bytes never pass through this API: they go to `uploadUrl` by the tus protocol and come from `downloadUrl`. */
export const StoredFile = z.object({
  id: Id,
  /** Metadata for people; nothing is ever stored under it. */
  fileName: text(200),
  mediaType: StoredFileMediaType,
  sizeBytes: z.int().positive(),
  /** Bytes that have arrived, from the start: an interrupted upload goes on there. */
  receivedBytes: z.int().nonnegative(),
  status: StoredFileStatus,
  problem: StoredFileProblem.nullable(),
  /** Of the whole file, hexadecimal; `null` until it is ready. */
  sha256: z.string().nullable(),
  /** Pixels of an image, of the first page of a document in points, or `null`. */
  width: z.int().positive().nullable(),
  height: z.int().positive().nullable(),
  /** Pages of a document, or `null`. */
  pages: z.int().positive().nullable(),
  previews: z.array(FilePreview),
  /** Where the bytes go (tus 1.0), while the file is `uploading` and for whoever sends it. Signed and short-lived. */
  uploadUrl: z.string().nullable(),
  /** Where the bytes come from, for whoever keeps the file. Signed, at most five minutes. */
  downloadUrl: z.string().nullable(),
  /** The partner it belongs to; `null`: the vendor. */
  partnerOrg: PartnerOrgRef.nullable(),
  createdAt: Instant,
});
export type StoredFile = z.infer<typeof StoredFile>;
