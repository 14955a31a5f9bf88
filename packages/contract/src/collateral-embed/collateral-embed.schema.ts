import {z} from 'zod';
import {AssetRef} from '../asset/asset-ref.schema.ts';
import {AssetType} from '../asset/asset.schema.ts';
import {PartnerOrgRef} from '../partner-org/partner-org.schema.ts';
import {Id, Instant, Locale, Version, text} from '../text.ts';

/** What a partner says about an embed. */
export const CollateralEmbedFields = z.object({
  /** For the partner's own eyes: `Home page`, `Landing page paper`. */
  name: text(120),
  /** What it shows, in this order. Each needs `reach.embed`. */
  assetIds: z.array(Id).min(1).max(24),
  /** What its showings, clicks and enquiries count for. */
  campaign: text(120).nullable().default(null),
  /** Visitors can ask; what they ask becomes a lead of this partner. */
  enquiries: z.boolean().default(true),
  /** Origins of the pages that it may stand on, such as `https://www.lumen.example`; empty: anywhere. Browsers on other sites get nothing. */
  sites: z
    .array(z.string().max(255).regex(/^https?:\/\/[a-z0-9.-]+(:\d{1,5})?$/))
    .max(20)
    .default([]),
  /** The partner's own words on privacy, for visitors who ask. */
  privacyUrl: z.url({protocol: /^https?$/}).max(2000).nullable().default(null),
});
export type CollateralEmbedFields = z.infer<typeof CollateralEmbedFields>;

/** Material on a partner's own public pages, kept up to date by the vendor. */
export const CollateralEmbed = z.object({
  ...CollateralEmbedFields.omit({assetIds: true}).shape,
  id: Id,
  partnerOrg: PartnerOrgRef,
  /** In their order. What is not shown was recalled, has run out, or may not be shown in public any more; it comes back by itself when that changes. */
  items: z.array(z.object({asset: AssetRef, isShown: z.boolean()})),
  status: z.enum(['active', 'revoked']),
  /** For the attribute `token` of `<portico-collateral>`. No secret: visitors' browsers get it. */
  token: z.string(),
  /** How often items were shown, gone on from, and asked about. */
  views: z.int().nonnegative(),
  clicks: z.int().nonnegative(),
  enquiryCount: z.int().nonnegative(),
  version: Version,
  createdAt: Instant,
  updatedAt: Instant,
});
export type CollateralEmbed = z.infer<typeof CollateralEmbed>;

/** One piece of material, as visitors get it. */
export const EmbeddedItem = z.object({
  id: Id,
  title: z.string(),
  summary: z.string().nullable(),
  type: AssetType,
  language: Locale.nullable(),
  altText: z.string().nullable(),
  /** A picture of it, with its size in pixels. Stays the same address as long as it shows the same. */
  preview: z.object({url: z.string(), width: z.int().positive(), height: z.int().positive()}).nullable(),
  /** Where the material itself is: leads on to it, and counts. */
  url: z.string(),
  /** Bytes; `null` for what is elsewhere. */
  sizeBytes: z.int().positive().nullable(),
});
export type EmbeddedItem = z.infer<typeof EmbeddedItem>;

/** What an embed shows. */
export const EmbeddedCollateral = z.object({
  /** Whose page it is on. */
  partner: z.object({
    name: z.string(),
    logoUrl: z.string().nullable(),
    /** `#rrggbb`. */
    accent: z.string().nullable(),
  }),
  items: z.array(EmbeddedItem),
  /** Whether visitors can ask, and what they should read first. */
  enquiries: z.boolean(),
  privacyUrl: z.string().nullable(),
});
export type EmbeddedCollateral = z.infer<typeof EmbeddedCollateral>;

const line = (max: number) => text(max, 0).nullable().default(null);

/** What a visitor asks. */
export const CollateralEnquiry = z.object({
  /** About which piece; `null`: in general. */
  assetId: Id.nullable().default(null),
  name: text(160),
  email: z.email().max(320),
  company: line(200),
  phone: line(40),
  message: line(4000),
  /** The visitor agreed that the partner answers. */
  consent: z.literal(true),
  /** Which words they agreed to, and in which language. */
  consentTextVersion: text(80),
  locale: Locale.default('en'),
  /** The page it was asked on; what follows `?` or `#` is not kept. */
  page: z.url({protocol: /^https?$/}).max(2000).nullable().default(null),
  /** Milliseconds from the form's appearance to sending. Hardly any: a person must look at it before a partner does. */
  elapsedMs: z.int().nonnegative(),
  /** People do not see this field. Filled in: a person must look at it before a partner does. */
  fax: line(200),
});
export type CollateralEnquiry = z.infer<typeof CollateralEnquiry>;
