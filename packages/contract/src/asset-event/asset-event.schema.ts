import {z} from 'zod';
import {AssetRef} from '../asset/asset-ref.schema.ts';
import {PartnerOrgRef} from '../partner-org/partner-org.schema.ts';
import {PersonRef} from '../person/person.schema.ts';
import {Id, Instant, Locale, text} from '../text.ts';

/**
 * What was done with material: `share` a link was made, `link_open` its page was opened; `embed_view` an embed showed it, `embed_click` somebody went on from there to the
 * material, `enquiry` somebody asked.
 */
export const AssetEventKind = z.enum(['view', 'download', 'share', 'link_open', 'cobrand', 'print_order', 'embed_view', 'embed_click', 'enquiry']);
export type AssetEventKind = z.infer<typeof AssetEventKind>;

/** Something that was done with a piece of material. */
export const AssetEventRecord = z.object({
  id: Id,
  kind: AssetEventKind,
  at: Instant,
  /** How often; more than 1 where showings on public pages are counted together. */
  count: z.int().positive(),
  asset: AssetRef,
  /** Of the version, where one was meant. */
  versionId: Id.nullable(),
  number: z.int().positive().nullable(),
  language: Locale.nullable(),
  /** The partner who did it or whose link or page it was; `null`: the vendor. */
  partnerOrg: PartnerOrgRef.nullable(),
  /** Who did it; `null` for visitors. */
  person: PersonRef.nullable(),
  campaign: z.string().nullable(),
  shareLinkId: Id.nullable(),
  collateralEmbedId: Id.nullable(),
  /** Origin of the public page it happened on. */
  pageOrigin: z.string().nullable(),
  /** The lead an enquiry became, for vendor staff. */
  leadId: Id.nullable(),
});
export type AssetEventRecord = z.infer<typeof AssetEventRecord>;

/** Something that was shown to the person who reports it. */
export const AssetView = z.object({
  assetId: Id,
  versionId: Id.nullable().default(null),
  /** When; the present when it is left out, or lies ahead or more than a day back. */
  at: Instant.optional(),
  campaign: text(120).nullable().default(null),
});
export type AssetView = z.infer<typeof AssetView>;

/** What a report counts by. `day` is a day of the time zone that was asked for. */
export const AssetReportBy = z.enum(['asset', 'version', 'partner_org', 'day', 'campaign', 'person']);
export type AssetReportBy = z.infer<typeof AssetReportBy>;

/** How often what was done, for each asset, organisation or day. */
export const AssetReport = z.object({
  by: AssetReportBy,
  rows: z.array(
    z.object({
      /** Id of the asset, version, organisation or person; `2026-11-21`; the campaign. `null`: none. */
      key: z.string().nullable(),
      /** Its name, for people; of a version the title of its asset. */
      name: z.string().nullable(),
      /** Of a version. */
      version: z.object({assetId: Id, number: z.int().positive(), language: Locale}).nullable(),
      counts: z.partialRecord(AssetEventKind, z.int().positive()),
      total: z.int().positive(),
    }),
  ),
  /** There are more rows than are told; those with the highest totals are (of days, the latest). */
  isCut: z.boolean(),
});
export type AssetReport = z.infer<typeof AssetReport>;
