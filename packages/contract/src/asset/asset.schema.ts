import {z} from 'zod';
import {PersonRef} from '../person/person.schema.ts';
import {FilePreview} from '../stored-file/stored-file.schema.ts';
import {Id, Instant, Locale, Version, text} from '../text.ts';
import {Entitlement, Unlock} from './asset-access.schema.ts';
import {assetTransitions, type AssetEvent, type AssetStatus as Status} from './asset.transitions.ts';

export const AssetStatus = z.enum(['draft', 'in_review', 'changes_requested', 'approved', 'published', 'superseded', 'expired', 'archived', 'recalled'] as const satisfies readonly Status[]);
export type AssetStatus = z.infer<typeof AssetStatus>;
export const AssetType = z.enum(['datasheet', 'deck', 'battlecard', 'case_study', 'logo', 'image', 'video', 'template', 'price_list', 'legal', 'link']);
export type AssetType = z.infer<typeof AssetType>;
/** `confidential` is for the vendor's own people and never shown to partners. */
export const AssetClassification = z.enum(['public', 'partner', 'confidential']);
export type AssetClassification = z.infer<typeof AssetClassification>;
/** `open`: may be passed on by a public link; `portal`: for people with a session; `locked`: every address works once. */
export const AssetDelivery = z.enum(['open', 'portal', 'locked']);
export type AssetDelivery = z.infer<typeof AssetDelivery>;

/** What vendor staff may do with it now. */
export const AssetAction = z.enum((Object.entries(assetTransitions) as [AssetEvent, {by: string}][]).filter(([, {by}]) => by !== 'clock').map(([event]) => event) as [Exclude<AssetEvent, 'expire'>]);
export type AssetAction = z.infer<typeof AssetAction>;

const names = (most: number) => z.array(text(120)).max(most).default([]);

/** What the vendor says about a piece of material. */
export const AssetFields = z.object({
  title: text(200),
  summary: text(2000).nullable().default(null),
  type: AssetType,
  /** Product names of the programme. */
  products: names(100),
  industries: names(50),
  /** Keys of the programme's stages of a deal, or the vendor's own words. */
  salesStages: names(30),
  /** Whom it speaks to: `buyer`, `plant manager`. */
  personas: names(30),
  tags: names(50),
  folderId: Id.nullable().default(null),
  classification: AssetClassification.default('partner'),
  delivery: AssetDelivery.default('portal'),
  /** Downloads of PDFs and pictures carry the partner's name and the date. */
  watermark: z.boolean().default(false),
  /** With `portal` delivery: partners may pass it on by links all the same. What is `open` may be passed on anyway, what is `locked` never. */
  shareable: z.boolean().default(false),
  entitlement: Entitlement.prefault({}),
  /** What an image shows, for those who do not see it. */
  altText: text(1000).nullable().default(null),
  /** What is said in a video. */
  transcript: text(50_000).nullable().default(null),
  /** Where a `link` leads. */
  linkUrl: z.url({protocol: /^https?$/}).max(2000).nullable().default(null),
});
export type AssetFields = z.infer<typeof AssetFields>;

/** The present version of one language, as much as a list shows. */
export const CurrentVersion = z.object({id: Id, number: z.int().positive(), language: Locale, fileName: z.string(), mediaType: z.string(), sizeBytes: z.int().positive(), validUntil: Instant.nullable()});
export type CurrentVersion = z.infer<typeof CurrentVersion>;

/** What the reader's organisation downloaded last. */
export const HeldCopy = z.object({
  versionId: Id,
  number: z.int().positive(),
  language: Locale,
  downloadedAt: Instant,
  /** There is a newer version of it, or it was recalled or has run out: throw the copy away. */
  isStale: z.boolean(),
});
export type HeldCopy = z.infer<typeof HeldCopy>;

/** Partners who hold copies, as far as the reader answers for them. */
export const HolderCount = z.object({
  partnerOrgs: z.int().nonnegative(),
  /** Those of them whose copy is out of date, of any language. */
  stale: z.int().nonnegative(),
});
export type HolderCount = z.infer<typeof HolderCount>;

/** Why and when it was recalled. */
export const Recall = z.object({reason: z.string(), at: Instant});
export type Recall = z.infer<typeof Recall>;

/** How the reader may bring a piece of material to customers. */
export const AssetReach = z.object({
  /** By share links. */
  link: z.boolean(),
  /** By embeds on public pages. */
  embed: z.boolean(),
  /** By printed copies that can be ordered. */
  print: z.boolean(),
  /** By copies under their own logo: there is a published template of it, of any language. */
  cobrand: z.boolean(),
});
export type AssetReach = z.infer<typeof AssetReach>;

/** A piece of material, as a reader may see it. */
export const Asset = z.object({
  ...AssetFields.shape,
  id: Id,
  status: AssetStatus,
  /** Long: `null` in lists. */
  transcript: AssetFields.shape.transcript,
  /** Vendor staff only; `null` for partners, who get `access` and `unlocks`. */
  entitlement: Entitlement.nullable(),
  /** Who answers for it. */
  owner: PersonRef.nullable(),
  /** Languages that have a present version. */
  languages: z.array(Locale),
  /** The present versions, one for each language, by language; none for whom it is locked. */
  current: z.array(CurrentVersion),
  /** A picture of it: of the version in the reader's language, else of any. */
  preview: FilePreview.nullable(),
  access: z.enum(['granted', 'locked']),
  reach: AssetReach,
  /** What is missing, when it is locked. */
  unlocks: z.array(Unlock),
  isFavourite: z.boolean(),
  /** Something of it was published since the reader's last visit. */
  isNew: z.boolean(),
  /** Partners only. */
  held: HeldCopy.nullable(),
  /** Vendor staff only. */
  holders: HolderCount.nullable(),
  recall: Recall.nullable(),
  /** The asset that was named to take its place. */
  replacedById: Id.nullable(),
  /** What is to be used in its place now: the end of the line, where that was replaced too. `null` too when the reader may not see it. */
  replacedBy: z.object({id: Id, title: z.string(), type: AssetType}).nullable(),
  publishedAt: Instant.nullable(),
  /** When something of it was published last: what lists by `newest` go by. */
  newsAt: Instant.nullable(),
  /** When it runs out by itself: its own time is over, or that of its last version. */
  expiresAt: Instant.nullable(),
  /** What a reviewer wants changed; vendor staff only. */
  changesWanted: z.string().nullable(),
  actions: z.array(AssetAction),
  version: Version,
  createdAt: Instant,
  updatedAt: Instant,
});
export type Asset = z.infer<typeof Asset>;

/** How many assets have a value of a facet. */
export const FacetCount = z.object({
  value: z.string(),
  /** `null`: the filter leaves more than a thousand assets, which are not counted value by value; then it may be that none of them has this value. */
  count: z.int().positive().nullable(),
});
export type FacetCount = z.infer<typeof FacetCount>;

/** The facets of a list, each under all filters but its own, most frequent values first (at most 50 of each). */
export const AssetFacets = z.object({
  type: z.array(FacetCount),
  product: z.array(FacetCount),
  industry: z.array(FacetCount),
  salesStage: z.array(FacetCount),
  persona: z.array(FacetCount),
  language: z.array(FacetCount),
  tag: z.array(FacetCount),
  folderId: z.array(FacetCount),
});
export type AssetFacets = z.infer<typeof AssetFacets>;

/** How many assets there are under the same filters, and how many of each kind. */
export const AssetCounts = z.object({
  total: z.int().nonnegative(),
  /** Counting ended at `total`: there are more. */
  isMore: z.boolean(),
  favourites: z.int().nonnegative(),
  new: z.int().nonnegative(),
  /** Run out within 30 days. */
  expiring: z.int().nonnegative(),
  /** The reader's organisation holds a copy that is out of date; recalled ones included. */
  stale: z.int().nonnegative(),
  facets: AssetFacets,
});
export type AssetCounts = z.infer<typeof AssetCounts>;
