import {z} from 'zod';
import {pageInput, pageOf} from '../page.ts';
import {defineRoutes} from '../route.ts';
import {Id, Instant, Locale, Version, text} from '../text.ts';
import {AssetDownload, AssetHolder, AssetVersion, AssetVersionFields} from './asset-version.schema.ts';

const act = {id: Id, version: Version};
const staff = ['key', 'vendor'] as const;
const everybody = ['key', 'vendor', 'partner'] as const;
const moved = ['asset_version_not_found', 'asset_version_status_conflict', 'asset_status_conflict'] as const;

export const assetVersionRoutes = defineRoutes({
  /** Lists an asset's versions, latest first. Partners see those that were ever published. */
  list: {
    method: 'GET',
    path: '/assets/{assetId}/versions',
    input: z.object({...pageInput, assetId: Id, language: Locale.optional()}),
    response: pageOf(AssetVersion),
    callers: everybody,
    problems: ['asset_not_found', 'asset_locked'],
  },
  /** One version; `currentId` leads from an old one to the present one. */
  get: {method: 'GET', path: '/asset-versions/{id}', input: z.object({id: Id}), response: AssetVersion, callers: everybody, problems: ['asset_version_not_found', 'asset_locked']},
  /** Adds a version, as a draft, from a file that is ready. */
  create: {
    method: 'POST',
    path: '/assets/{assetId}/versions',
    input: z.object({assetId: Id, ...AssetVersionFields.shape}),
    response: AssetVersion,
    status: 201,
    callers: staff,
    problems: ['asset_not_found', 'asset_status_conflict', 'stored_file_not_found', 'file_not_ready'],
  },
  /** Changes the note, or when it is valid: of one that was not replaced, recalled or expired. */
  update: {
    method: 'PATCH',
    path: '/asset-versions/{id}',
    input: z.object({...act, changeNote: text(2000).nullable().optional(), validFrom: Instant.nullable().optional(), validUntil: Instant.nullable().optional()}),
    response: AssetVersion,
    callers: staff,
    problems: moved,
  },
  /** Makes it the present one of its language, at once or when it becomes valid; the one before is superseded then. */
  publish: {method: 'POST', path: '/asset-versions/{id}/publish', input: z.object(act), response: AssetVersion, callers: staff, problems: moved},
  /** Takes one version back, for good, and tells everybody who holds a copy. */
  recall: {method: 'POST', path: '/asset-versions/{id}/recall', input: z.object({...act, reason: text(1000)}), response: AssetVersion, callers: staff, problems: moved},
  /** Answers an address for the bytes and writes down who got them. Of an asset with `locked` delivery the address works once. */
  download: {
    method: 'POST',
    path: '/asset-versions/{id}/download',
    input: z.object({id: Id}),
    response: AssetDownload,
    callers: everybody,
    problems: ['asset_version_not_found', 'asset_locked', 'asset_recalled', 'asset_version_replaced', 'file_not_ready'],
  },
  /** Lists who downloaded which version, latest first. */
  holders: {
    method: 'GET',
    path: '/assets/{assetId}/holders',
    input: z.object({...pageInput, assetId: Id, stale: z.boolean().optional()}),
    response: pageOf(AssetHolder),
    callers: staff,
    problems: ['asset_not_found'],
  },
});
