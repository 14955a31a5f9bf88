import {z} from 'zod';
import {PartnerOrgRef} from '../partner-org/partner-org.schema.ts';
import {PersonRef} from '../person/person.schema.ts';
import {StoredFile} from '../stored-file/stored-file.schema.ts';
import {Id, Instant, Locale, Version, text} from '../text.ts';

/** `scheduled` becomes `current` by the clock; of each language one is `current` at most. */
export const AssetVersionStatus = z.enum(['draft', 'scheduled', 'current', 'superseded', 'expired', 'recalled']);
export type AssetVersionStatus = z.infer<typeof AssetVersionStatus>;

const validity = {
  /** Published before, it starts then; `null`: at once. */
  validFrom: Instant.nullable().default(null),
  /** Exclusive; `null`: without an end. After `validFrom`. */
  validUntil: Instant.nullable().default(null),
};

/** What makes a version. */
export const AssetVersionFields = z.object({
  language: Locale,
  storedFileId: Id,
  /** What is different, for those who have the one before. */
  changeNote: text(2000).nullable().default(null),
  ...validity,
});
export type AssetVersionFields = z.infer<typeof AssetVersionFields>;

/** One version of an asset in one language. */
export const AssetVersion = z.object({
  id: Id,
  assetId: Id,
  /** Counts from 1, for all languages of the asset. */
  number: z.int().positive(),
  language: Locale,
  /** Without `downloadUrl` for partners: each download is an act of its own. */
  storedFile: StoredFile,
  changeNote: z.string().nullable(),
  validFrom: Instant.nullable(),
  validUntil: Instant.nullable(),
  status: AssetVersionStatus,
  publishedAt: Instant.nullable(),
  /** Why it was recalled. */
  recallReason: z.string().nullable(),
  /** The version of this language to use now: itself, the one that replaced it, or `null`. */
  currentId: Id.nullable(),
  version: Version,
  createdAt: Instant,
  updatedAt: Instant,
});
export type AssetVersion = z.infer<typeof AssetVersion>;

/** An address for the bytes. */
export const AssetDownload = z.object({
  /** Signed and short-lived, without a session; open it as it is. */
  url: z.string(),
  /** Works once. */
  isSingleUse: z.boolean(),
  expiresAt: Instant,
  fileName: z.string(),
  mediaType: z.string(),
  sizeBytes: z.int().positive(),
});
export type AssetDownload = z.infer<typeof AssetDownload>;

/** Somebody who downloaded a version: the last time of this person and version. */
export const AssetHolder = z.object({
  id: Id,
  partnerOrg: PartnerOrgRef,
  person: PersonRef.nullable(),
  versionId: Id,
  number: z.int().positive(),
  language: Locale,
  downloads: z.int().positive(),
  downloadedAt: Instant,
  /** There is a newer version, or this one was recalled or has run out. */
  isStale: z.boolean(),
});
export type AssetHolder = z.infer<typeof AssetHolder>;
