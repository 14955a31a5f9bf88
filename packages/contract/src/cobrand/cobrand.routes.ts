import {z} from 'zod';
import {AssetDownload} from '../asset-version/asset-version.schema.ts';
import {pageInput, pageOf} from '../page.ts';
import {defineRoutes} from '../route.ts';
import {Id, Version, text} from '../text.ts';
import {Cobrand, CobrandPreview, CobrandStatus, CopyStatus, ZoneValues} from './cobrand.schema.ts';

const act = {id: Id, version: Version};
const staff = ['key', 'vendor'] as const;
const everybody = ['key', 'vendor', 'partner'] as const;
const moved = ['cobrand_not_found', 'cobrand_status_conflict'] as const;
const made = ['cobrand_template_not_found', 'asset_locked', 'asset_recalled'] as const;

export const cobrandRoutes = defineRoutes({
  /** Lists copies, latest first. Partners see their organisation's. */
  list: {
    method: 'GET',
    path: '/cobrands',
    input: z.object({...pageInput, assetId: Id.optional(), templateId: Id.optional(), partnerOrgId: Id.optional(), status: z.array(CobrandStatus).max(8).optional()}),
    response: pageOf(Cobrand),
    callers: everybody,
  },
  /** One copy. */
  get: {method: 'GET', path: '/cobrands/{id}', input: z.object({id: Id}), response: Cobrand, callers: everybody, problems: ['cobrand_not_found']},
  /** Starts a draft from a published template. */
  create: {
    method: 'POST',
    path: '/cobrands',
    input: z.object({
      templateId: Id,
      /** The asset's title unless said. */
      name: text(200).optional(),
      values: ZoneValues.default({}),
    }),
    response: Cobrand,
    status: 201,
    callers: ['partner'],
    problems: made,
  },
  /** Changes name or values. `values` are taken whole; they may be incomplete. What was made before has to be made again. */
  update: {
    method: 'PATCH',
    path: '/cobrands/{id}',
    input: z.object({...act, name: text(200).optional(), values: ZoneValues.optional()}),
    response: Cobrand,
    callers: ['partner'],
    problems: moved,
  },
  /** Asks for a picture of one page with these values, as they are typed. Nothing is kept; no zone needs to be right. */
  preview: {
    method: 'POST',
    path: '/cobrands/preview',
    input: z.object({
      templateId: Id,
      values: ZoneValues.default({}),
      page: z.int().min(1).max(500).default(1),
      /** Longer side of the picture in pixels. */
      size: z.int().min(100).max(2000).default(900),
      /** For vendor staff: whose brand to show; a made-up partner's unless said. */
      partnerOrgId: Id.optional(),
    }),
    response: CobrandPreview,
    callers: everybody,
    problems: [...made, 'partner_org_not_found'],
  },
  /** Has the file made. What is wrong with the values is said at once, per zone (`input_invalid`), or in `findings` when only drawing shows it. */
  generate: {method: 'POST', path: '/cobrands/{id}/generate', input: z.object(act), response: Cobrand, callers: ['partner'], problems: [...moved, ...made]},
  /** Hands it to whoever approves. Where the template lets the rules decide, they do so at once. */
  submit: {method: 'POST', path: '/cobrands/{id}/submit', input: z.object(act), response: Cobrand, callers: ['partner'], problems: moved},
  /** Approves it; the partner can publish it then. */
  approve: {method: 'POST', path: '/cobrands/{id}/approve', input: z.object(act), response: Cobrand, callers: staff, problems: moved},
  /** Sends it back. */
  reject: {method: 'POST', path: '/cobrands/{id}/reject', input: z.object({...act, reason: text(1000)}), response: Cobrand, callers: staff, problems: moved},
  /** Releases it: from now on it can be downloaded and its QR code says that it is current. */
  publish: {method: 'POST', path: '/cobrands/{id}/publish', input: z.object(act), response: Cobrand, callers: ['partner'], problems: moved},
  /** Makes a stale copy anew with the present template and the same values, and takes it as far on as it goes without anybody's approval. */
  remake: {method: 'POST', path: '/cobrands/{id}/remake', input: z.object(act), response: Cobrand, callers: ['partner'], problems: [...moved, ...made]},
  /** The same for all of the organisation's stale copies that can be. */
  remakeAll: {method: 'POST', path: '/cobrands/remake', input: z.object({assetId: Id.optional()}), response: z.object({remade: z.int().nonnegative()}), callers: ['partner']},
  /** Answers an address for the bytes of a published copy (vendor staff: of any) and writes down who got them. */
  download: {method: 'POST', path: '/cobrands/{id}/download', input: z.object({id: Id}), response: AssetDownload, callers: everybody, problems: [...moved, 'asset_recalled']},
  /** Removes a copy that was never released. */
  delete: {method: 'DELETE', path: '/cobrands/{id}', input: z.object(act), response: z.undefined(), status: 204, callers: ['partner'], problems: moved},
  /** What a copy's QR code leads to, for anybody; browsers get a page in the reader's language, and once it was recalled both are told so. */
  copy: {method: 'GET', path: '/copies/{code}', input: z.object({code: z.string().regex(/^[0-9A-Za-z]{16}$/)}), response: CopyStatus, callers: ['public'], problems: ['copy_not_found', 'copy_recalled']},
});
