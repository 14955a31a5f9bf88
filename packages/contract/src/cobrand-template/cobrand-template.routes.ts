import {z} from 'zod';
import {changesOf} from '../changes.ts';
import {pageInput, pageOf} from '../page.ts';
import {defineRoutes} from '../route.ts';
import {Id, Locale, Version} from '../text.ts';
import {CobrandTemplate, CobrandTemplateFields, CobrandTemplateStatus, LogoRules} from './cobrand-template.schema.ts';

const act = {id: Id, version: Version};
const staff = ['key', 'vendor'] as const;
const everybody = ['key', 'vendor', 'partner'] as const;
const moved = ['cobrand_template_not_found', 'cobrand_template_status_conflict'] as const;

export const cobrandTemplateRoutes = defineRoutes({
  /** Lists templates, latest first. Partners see the published ones of material that is open to them. */
  list: {
    method: 'GET',
    path: '/cobrand-templates',
    input: z.object({...pageInput, assetId: Id.optional(), language: Locale.optional(), status: z.array(CobrandTemplateStatus).max(4).optional()}),
    response: pageOf(CobrandTemplate),
    callers: everybody,
  },
  /** One template. */
  get: {method: 'GET', path: '/cobrand-templates/{id}', input: z.object({id: Id}), response: CobrandTemplate, callers: everybody, problems: ['cobrand_template_not_found']},
  /** Starts a draft for a version of an asset: a PDF, a PNG, JPEG or WebP picture, or an HTML page. */
  create: {
    method: 'POST',
    path: '/cobrand-templates',
    input: z.object({
      ...CobrandTemplateFields.shape,
      assetVersionId: Id,
      /** Takes zones and rules of this one, unless they are said; of an asset's earlier version, for example. */
      copyOfId: Id.optional(),
    }),
    response: CobrandTemplate,
    status: 201,
    callers: staff,
    problems: ['asset_version_not_found', 'asset_status_conflict', 'cobrand_template_not_found', 'cobrand_format_unsupported', 'file_not_ready'],
  },
  /** Changes a draft; what is left out stays. */
  update: {
    method: 'PATCH',
    path: '/cobrand-templates/{id}',
    input: z.object({...changesOf(CobrandTemplateFields).shape, logoRules: changesOf(LogoRules).optional(), ...act}),
    response: CobrandTemplate,
    callers: staff,
    problems: moved,
  },
  /** Makes it the one that partners use. The one before is superseded, and copies made with it become stale. */
  publish: {method: 'POST', path: '/cobrand-templates/{id}/publish', input: z.object(act), response: CobrandTemplate, callers: staff, problems: moved},
  /** Ends the making of new copies. Those that are out stay. */
  retire: {method: 'POST', path: '/cobrand-templates/{id}/retire', input: z.object(act), response: CobrandTemplate, callers: staff, problems: moved},
});
