import {z} from 'zod';
import {changesOf} from '../changes.ts';
import {pageInput, pageOf} from '../page.ts';
import {defineRoutes} from '../route.ts';
import {Id, Version} from '../text.ts';
import {CollateralEmbed, CollateralEmbedFields, CollateralEnquiry, EmbeddedCollateral} from './collateral-embed.schema.ts';

const everybody = ['key', 'vendor', 'partner'] as const;
const found = ['collateral_embed_not_found'] as const;
const Token = z.string().regex(/^[\w-]{22}$/);

export const collateralEmbedRoutes = defineRoutes({
  /** Lists embeds, latest first: for a partner those of its organisation. */
  list: {method: 'GET', path: '/collateral-embeds', input: z.object({...pageInput, assetId: Id.optional(), partnerOrgId: Id.optional()}), response: pageOf(CollateralEmbed), callers: everybody},
  /** One embed. */
  get: {method: 'GET', path: '/collateral-embeds/{id}', input: z.object({id: Id}), response: CollateralEmbed, callers: everybody, problems: found},
  /** Makes an embed; its `token` goes into the snippet. */
  create: {method: 'POST', path: '/collateral-embeds', input: CollateralEmbedFields, response: CollateralEmbed, status: 201, callers: ['partner'], problems: ['asset_not_found', 'asset_not_shareable']},
  /** Changes what it shows or says; pages that have it follow within a minute. */
  update: {
    method: 'PATCH',
    path: '/collateral-embeds/{id}',
    input: z.object({...changesOf(CollateralEmbedFields).shape, id: Id, version: Version}),
    response: CollateralEmbed,
    callers: ['partner'],
    problems: [...found, 'collateral_embed_revoked', 'asset_not_found', 'asset_not_shareable'],
  },
  /** Ends an embed, for good: pages that have it show nothing. */
  revoke: {method: 'POST', path: '/collateral-embeds/{id}/revoke', input: z.object({id: Id, version: Version}), response: CollateralEmbed, callers: everybody, problems: [...found, 'collateral_embed_revoked']},
  /** What an embed shows now, for anybody: without a session, to pages of any origin, to be kept for 30 seconds. */
  show: {method: 'GET', path: '/embed/collateral/{token}', input: z.object({token: Token}), response: EmbeddedCollateral, callers: ['public'], problems: [...found, 'collateral_embed_revoked']},
  /** Takes what a visitor asks; it becomes a lead that this partner is offered. Without a session, from pages of any origin. */
  enquire: {
    method: 'POST',
    path: '/embed/collateral/{token}/enquiries',
    input: z.object({token: Token, ...CollateralEnquiry.shape}),
    response: z.object({status: z.literal('received')}),
    status: 202,
    callers: ['public'],
    problems: [...found, 'collateral_embed_revoked', 'enquiries_closed'],
    maxBodyBytes: 32_768,
  },
});
