import {z} from 'zod';
import {pageInput, pageOf} from '../page.ts';
import {defineRoutes} from '../route.ts';
import {Id, Version} from '../text.ts';
import {ShareLink, ShareLinkFields, ShareLinkStatus} from './share-link.schema.ts';

const everybody = ['key', 'vendor', 'partner'] as const;

export const shareLinkRoutes = defineRoutes({
  /** Lists links, latest first: for a partner those of its organisation. */
  list: {
    method: 'GET',
    path: '/share-links',
    input: z.object({...pageInput, assetId: Id.optional(), partnerOrgId: Id.optional(), status: z.array(ShareLinkStatus).max(7).optional()}),
    response: pageOf(ShareLink),
    callers: everybody,
  },
  /** One link, without its address. */
  get: {method: 'GET', path: '/share-links/{id}', input: z.object({id: Id}), response: ShareLink, callers: everybody, problems: ['share_link_not_found']},
  /** Makes a link to an asset whose `reach.link` says that it may be passed on. Its `url` is told in this answer alone. */
  create: {
    method: 'POST',
    path: '/share-links',
    input: ShareLinkFields,
    response: ShareLink,
    status: 201,
    callers: everybody,
    problems: ['asset_not_found', 'asset_locked', 'asset_recalled', 'asset_not_shareable'],
  },
  /** Ends a link. Files that are being read through it are read to their end. */
  revoke: {
    method: 'POST',
    path: '/share-links/{id}/revoke',
    input: z.object({id: Id, version: Version}),
    response: ShareLink,
    callers: everybody,
    problems: ['share_link_not_found', 'share_link_status_conflict'],
  },
});
