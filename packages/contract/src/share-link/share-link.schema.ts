import {z} from 'zod';
import {AssetRef} from '../asset/asset-ref.schema.ts';
import {PartnerOrgRef} from '../partner-org/partner-org.schema.ts';
import {PersonRef} from '../person/person.schema.ts';
import {Id, Instant, Locale, Version, text} from '../text.ts';

/**
 * What became of a link. `replaced`: the asset gave way to another or has run out; `withdrawn`: it was archived, may not be passed on any more, or its organisation
 * has lost it. Only an `active` one leads to the material, always to its present version.
 */
export const ShareLinkStatus = z.enum(['active', 'used', 'expired', 'revoked', 'recalled', 'replaced', 'withdrawn']);
export type ShareLinkStatus = z.infer<typeof ShareLinkStatus>;

/** What makes a link. */
export const ShareLinkFields = z.object({
  assetId: Id,
  /** Exclusive, at most a year ahead; 14 days from now when left out. */
  expiresAt: Instant.optional(),
  /** The material can be had once. Opening the page of the link is not having it, so previews of chats use nothing up. */
  singleUse: z.boolean().default(false),
  /** Whom it is for: told on the page. */
  recipient: text(120).nullable().default(null),
  /** The version in this language; `null`: in the visitor's, else in one that there is. */
  language: Locale.nullable().default(null),
  /** What its opens and downloads count for. */
  campaign: text(120).nullable().default(null),
});
export type ShareLinkFields = z.infer<typeof ShareLinkFields>;

/** An address that lets whoever has it get one piece of material, for a time. */
export const ShareLink = z.object({
  id: Id,
  asset: AssetRef,
  /** Whose link it is; `null`: the vendor's. */
  partnerOrg: PartnerOrgRef.nullable(),
  createdBy: PersonRef.nullable(),
  /** Whole only in the answer that made it: the server keeps a hash of what is secret in it. `null` in every other answer. */
  url: z.string().nullable(),
  status: ShareLinkStatus,
  expiresAt: Instant,
  singleUse: z.boolean(),
  /** What is downloaded carries the organisation's name and the day: the asset asks for that. */
  watermarked: z.boolean(),
  recipient: z.string().nullable(),
  language: Locale.nullable(),
  campaign: z.string().nullable(),
  /** How often its page was opened, and how often the material was had. */
  opens: z.int().nonnegative(),
  uses: z.int().nonnegative(),
  lastOpenedAt: Instant.nullable(),
  lastUsedAt: Instant.nullable(),
  revokedAt: Instant.nullable(),
  version: Version,
  createdAt: Instant,
  updatedAt: Instant,
});
export type ShareLink = z.infer<typeof ShareLink>;
