import {z} from 'zod';
import {HexColor} from '../cobrand-template/cobrand-template.schema.ts';
import {StoredFile} from '../stored-file/stored-file.schema.ts';
import {Id, Instant, Version, text} from '../text.ts';

/** How a partner shows itself on material of its own. */
export const BrandFields = z.object({
  /** A ready picture: PNG, JPEG, WebP or SVG. */
  logoFileId: Id.nullable().default(null),
  /** `null`: the organisation's name. */
  displayName: text(200).nullable().default(null),
  phone: text(60).nullable().default(null),
  email: text(200).nullable().default(null),
  /** `null`: the organisation's website. */
  website: z.url({protocol: /^https?$/}).max(500).nullable().default(null),
  /** Lines end with `\n`. */
  address: text(500).nullable().default(null),
  /** The first is the main one. */
  colors: z.array(HexColor).max(6).default([]),
});
export type BrandFields = z.infer<typeof BrandFields>;

/** A partner's brand; empty until somebody says otherwise. */
export const PartnerBrand = z.object({
  partnerOrgId: Id,
  ...BrandFields.shape,
  logo: StoredFile.nullable(),
  /** Name and website as material shows them. */
  shown: z.object({name: z.string(), website: z.string().nullable(), levelBadge: z.string().nullable()}),
  version: Version,
  updatedAt: Instant,
});
export type PartnerBrand = z.infer<typeof PartnerBrand>;
