import {z} from 'zod';
import {FilePreview} from '../stored-file/stored-file.schema.ts';
import {Id, Instant, Locale, Version, text} from '../text.ts';

/** What a zone holds. */
export const CobrandZoneType = z.enum(['logo', 'text', 'contact', 'cta_link', 'qr']);
export type CobrandZoneType = z.infer<typeof CobrandZoneType>;
/** By the material: a document, a picture or a page for the web. */
export const CobrandFormat = z.enum(['pdf', 'image', 'html']);
export type CobrandFormat = z.infer<typeof CobrandFormat>;
/**
 * Who looks before a copy goes out. `none`: nobody, and rules only advise. `auto_rules`: the rules decide. `vendor_approves`: somebody of the vendor.
 */
export const CobrandApproval = z.enum(['none', 'auto_rules', 'vendor_approves']);
export type CobrandApproval = z.infer<typeof CobrandApproval>;
/** `superseded`: another one of the same asset and language took its place; copies made with it are stale. `retired`: nobody makes new ones. */
export const CobrandTemplateStatus = z.enum(['draft', 'published', 'superseded', 'retired']);
export type CobrandTemplateStatus = z.infer<typeof CobrandTemplateStatus>;
export const CobrandTemplateAction = z.enum(['update', 'publish', 'retire']);
export type CobrandTemplateAction = z.infer<typeof CobrandTemplateAction>;

/** A colour, lower case: `#0f766e`. */
export const HexColor = z.string().toLowerCase().regex(/^#[0-9a-f]{6}$/, 'Use six digits, such as #0f766e.');
export type HexColor = z.infer<typeof HexColor>;

/** Name of a zone within its template; in a page for the web, of the element with this `data-zone`. */
export const ZoneId = z.string().regex(/^[a-z][a-z0-9_-]{0,39}$/, 'Use lower-case letters, digits, hyphens and underscores.');
export type ZoneId = z.infer<typeof ZoneId>;

/** Points of a page, or pixels of a picture, from the upper left corner. All 0 in a page for the web. */
const length = z.number().min(0).max(30_000);
const place = {
  /** 1 is the first. */
  page: z.int().min(1).max(500).default(1),
  x: length.default(0),
  y: length.default(0),
  w: length.default(0),
  h: length.default(0),
};

/** One part of the material that is the partner's. */
export const CobrandZone = z.object({
  id: ZoneId,
  type: CobrandZoneType,
  /** What the partner reads beside the field. */
  label: text(120),
  hint: text(300).nullable().default(null),
  ...place,
  /** Of text: one line, or as many as there is room for. Both get smaller, down to `minSize`. Logos are always shown whole. */
  fit: z.enum(['line', 'wrap']).default('wrap'),
  /** Of text, its size; of logos and QR codes, their longer side. In points or pixels. Text: 8 unless said, others: no limit. */
  minSize: z.number().min(1).max(5000).nullable().default(null),
  /** Text: 14 unless said; others: as large as the zone. */
  maxSize: z.number().min(1).max(5000).nullable().default(null),
  /** Colours that text may have; the first is the one that it has unless another is chosen. Black when there are none. */
  colors: z.array(HexColor).max(20).default([]),
  font: z.enum(['regular', 'bold']).default('regular'),
  align: z.enum(['start', 'center', 'end']).default('start'),
  maxChars: z.int().min(1).max(2000).nullable().default(null),
  /**
   * What is there until the partner says otherwise. Of a partner: `{{partner.name}}`, `…phone`, `…email`, `…website`, `…address`, `…level_badge`; a logo is `{{partner.logo}}`
   * or `{{partner.level_badge}}`. Of the copy: `{{copy.version}}`, `{{copy.date}}`, `{{copy.address}}`.
   */
  placeholder: text(2000).nullable().default(null),
  /** Of a call to action: where it leads unless the partner says otherwise; an address, or `{{partner.website}}`. */
  link: text(2000).nullable().default(null),
  required: z.boolean().default(false),
  /** Partners do not change it. */
  locked: z.boolean().default(false),
});
export type CobrandZone = z.infer<typeof CobrandZone>;

/** What logos have to be. */
export const LogoRules = z.object({
  /** Of the longer side of the file, unless it is a drawing. */
  minPixels: z.int().min(1).max(10_000).default(200),
  /** Free space around it, as a share of its height as shown: kept inside of the zone. */
  clearSpace: z.number().min(0).max(1).default(0.1),
  /** Against what lies under it, as a WCAG ratio from 1 to 21. */
  minContrast: z.number().min(1).max(21).default(3),
  /** The file has no background of its own. */
  transparent: z.boolean().default(false),
});
export type LogoRules = z.infer<typeof LogoRules>;

/** Where every copy says in small print what it is: title, version, date and code. */
export const SmallPrint = z.object({page: place.page, x: length, y: length, w: length, size: z.number().min(4).max(200).default(6), color: HexColor.default('#000000')});
export type SmallPrint = z.infer<typeof SmallPrint>;

/** What the vendor says about how material is co-branded. */
export const CobrandTemplateFields = z.object({
  /** No two have the same id. */
  zones: z.array(CobrandZone).max(60).default([]),
  logoRules: LogoRules.prefault({}),
  approval: CobrandApproval.default('auto_rules'),
  smallPrint: SmallPrint.nullable().default(null),
});
export type CobrandTemplateFields = z.infer<typeof CobrandTemplateFields>;

/** How partners make a version of an asset their own. Of each asset and language one is `published` at most. */
export const CobrandTemplate = z.object({
  ...CobrandTemplateFields.shape,
  id: Id,
  assetId: Id,
  assetTitle: z.string(),
  assetVersionId: Id,
  language: Locale,
  /** Counts from 1, for all languages of the asset. */
  number: z.int().positive(),
  format: CobrandFormat,
  /** Of the first page in points, of a picture in pixels; `null` for a page for the web. */
  width: z.int().positive().nullable(),
  height: z.int().positive().nullable(),
  pages: z.int().positive(),
  /** Pictures of the material without anything in the zones. */
  previews: z.array(FilePreview),
  status: CobrandTemplateStatus,
  /** Copies that were made with it and are not stale; vendor staff only, 0 for partners. */
  copies: z.int().nonnegative(),
  publishedAt: Instant.nullable(),
  actions: z.array(CobrandTemplateAction),
  version: Version,
  createdAt: Instant,
  updatedAt: Instant,
});
export type CobrandTemplate = z.infer<typeof CobrandTemplate>;
