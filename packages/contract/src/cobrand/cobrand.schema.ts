import {z} from 'zod';
import {CobrandApproval, CobrandFormat, HexColor, ZoneId} from '../cobrand-template/cobrand-template.schema.ts';
import {PartnerOrgRef} from '../partner-org/partner-org.schema.ts';
import {PersonRef} from '../person/person.schema.ts';
import {StoredFile} from '../stored-file/stored-file.schema.ts';
import {Id, Instant, Locale, Version, text} from '../text.ts';
import type {CobrandStatus as Status} from './cobrand.transitions.ts';

/** `recalled`: the vendor took the material back, for good. */
export const CobrandStatus = z.enum(['draft', 'generated', 'submitted', 'approved', 'rejected', 'published', 'stale', 'recalled'] as const satisfies readonly Status[]);
export type CobrandStatus = z.infer<typeof CobrandStatus>;

/** What the caller may do with it now. `approve` and `reject` are for vendor staff. */
export const CobrandAction = z.enum(['update', 'generate', 'submit', 'approve', 'reject', 'publish', 'remake', 'delete', 'download']);
export type CobrandAction = z.infer<typeof CobrandAction>;

/** What a partner put into a zone; what is left out is what the template has there. */
export const ZoneValue = z.object({
  /** Of text, contacts and the words of a call to action; lines end with `\n`. */
  text: text(2000, 0).optional(),
  /** One of the zone's colours. */
  color: HexColor.optional(),
  /** A logo other than the one of the partner's brand. */
  storedFileId: Id.optional(),
  /** Where a call to action leads: `https:`, `mailto:` or `tel:`. */
  link: text(2000, 0).optional(),
});
export type ZoneValue = z.infer<typeof ZoneValue>;

/** Values by the ids of zones. */
export const ZoneValues = z.record(ZoneId, ZoneValue);
export type ZoneValues = z.infer<typeof ZoneValues>;

/** What can be wrong in a zone. */
export const ZoneFindingCode = z.enum([
  // Errors: nothing can be made like this.
  'required_missing', 'too_long', 'does_not_fit', 'color_not_allowed', 'locked', 'zone_unknown', 'link_not_safe', 'logo_unusable', 'characters_not_supported', 'zone_outside', 'zone_missing', 'qr_too_small',
  // Warnings: the rules of the template are not kept.
  'logo_pixels', 'logo_too_small', 'logo_contrast', 'logo_background', 'text_contrast',
]);
export type ZoneFindingCode = z.infer<typeof ZoneFindingCode>;

/** Something that is wrong in a zone, and what to do about it. */
export const ZoneFinding = z.object({
  zoneId: z.string(),
  /** RFC 6901 pointer into the input: `/values/headline`. */
  pointer: z.string(),
  code: ZoneFindingCode,
  /** With an `error` no copy is made; a `warning` stands in the way of approval by rules. */
  severity: z.enum(['error', 'warning']),
  /** In English; screens show their own words by code. */
  message: z.string(),
  /** What the rule asks for and what there is: characters, pixels, points or a ratio. */
  limit: z.number().nullable(),
  actual: z.number().nullable(),
  /** With `characters_not_supported`: the first ten that no font has. Otherwise empty. */
  characters: z.array(z.string()),
});
export type ZoneFinding = z.infer<typeof ZoneFinding>;

/** The file that was made, and what leads back from it. */
export const CobrandOutput = z.object({
  /** On the copy itself, in small print and QR code. */
  code: z.string(),
  /** Where the QR code leads: says to anybody whether this copy is current. */
  copyUrl: z.string(),
  /** Pictures for everybody who sees the copy; `downloadUrl` is `null`, see `download`. */
  storedFile: StoredFile,
  templateNumber: z.int().positive(),
  assetVersionId: Id,
  madeAt: Instant,
});
export type CobrandOutput = z.infer<typeof CobrandOutput>;

/** A partner's copy of an asset, under their own logo. */
export const Cobrand = z.object({
  id: Id,
  /** The partner's own name for it. */
  name: z.string(),
  templateId: Id,
  assetId: Id,
  assetTitle: z.string(),
  language: Locale,
  format: CobrandFormat,
  approval: CobrandApproval,
  partnerOrg: PartnerOrgRef,
  values: ZoneValues,
  status: CobrandStatus,
  /** A worker is making the file; the change feed says when it is there. */
  isMaking: z.boolean(),
  /** Of the last time it was made, or tried to be. */
  findings: z.array(ZoneFinding),
  /** The last file that was made; old after a change until the next is made. */
  output: CobrandOutput.nullable(),
  /** The template to make it anew with, when it is `stale`; `null` when there is none at present. */
  nextTemplateId: Id.nullable(),
  /** Why it was rejected or recalled, or could not be made. */
  reason: z.string().nullable(),
  createdBy: PersonRef.nullable(),
  submittedAt: Instant.nullable(),
  decidedAt: Instant.nullable(),
  decidedBy: PersonRef.nullable(),
  publishedAt: Instant.nullable(),
  actions: z.array(CobrandAction),
  version: Version,
  createdAt: Instant,
  updatedAt: Instant,
});
export type Cobrand = z.infer<typeof Cobrand>;

/** A picture of one page with the values given so far. */
export const CobrandPreview = z.object({
  /** Signed and short-lived, without a session: a WebP picture (HTML material: the page itself, to be shown in a sandboxed frame). Asked with `Accept: application/json` it answers `CobrandPreviewFindings`. */
  url: z.string(),
  mediaType: z.enum(['image/webp', 'text/html']),
  page: z.int().positive(),
  expiresAt: Instant,
  /** What is seen without drawing; all of them come from `url`. */
  findings: z.array(ZoneFinding),
});
export type CobrandPreview = z.infer<typeof CobrandPreview>;

/** What the address of a preview answers to `Accept: application/json`: everything that drawing finds, on all pages. */
export const CobrandPreviewFindings = z.object({findings: z.array(ZoneFinding), width: z.int().positive().nullable(), height: z.int().positive().nullable()});
export type CobrandPreviewFindings = z.infer<typeof CobrandPreviewFindings>;

/** Whether a copy may still be used; of a recalled one the answer is a problem. `replaced`: a newer one of the same was made. `stale`: the material has changed since. `unpublished`: it was never released. */
export const CopyState = z.enum(['current', 'replaced', 'stale', 'unpublished']);
export type CopyState = z.infer<typeof CopyState>;

/** What `GET /v1/copies/{code}` says, to anybody: where a copy's QR code leads. Browsers get a page in the reader's language; both are 410 once it was recalled. */
export const CopyStatus = z.object({
  code: z.string(),
  state: CopyState,
  title: z.string(),
  language: Locale,
  partnerName: z.string(),
  vendorName: z.string(),
  templateNumber: z.int().positive(),
  madeAt: Instant,
  /** Where there is more: the partner's website. */
  partnerWebsite: z.string().nullable(),
});
export type CopyStatus = z.infer<typeof CopyStatus>;
