import type {Api, CollateralEmbed} from '@portico/contract';
import {findAsset} from '../asset/asset.queries.ts';
import {recordChange} from '../changes/record-change.ts';
import {newId, nowText} from '../context.ts';
import type {Scope} from '../database/scope.ts';
import type {Handlers} from '../handlers.ts';
import {expectVersion, problem} from '../problem.ts';
import {newPublicToken} from '../public-token/public-token.ts';
import {findEmbed, findEmbedByToken, listEmbeds, lockEmbed, type EmbedRow} from './collateral-embed.queries.ts';
import {showEmbed, type EmbedParts} from './show-embed.ts';
import {takeEnquiry} from './take-enquiry.ts';

export function collateralEmbedHandlers(parts: EmbedParts): Handlers<Api['collateralEmbeds']> {
  const read = async (scope: Scope, id: string): Promise<CollateralEmbed> => {
    const embed = await findEmbed(scope, id);
    if (!embed) throw problem('collateral_embed_not_found');
    return embed;
  };
  /** Pieces that are new in an embed must be for the public; what was there may stay, shown or not. */
  const checkAssets = async (scope: Scope, ids: readonly string[], known: readonly string[] = []): Promise<void> => {
    if (new Set(ids).size < ids.length) throw problem('input_invalid', {errors: [{pointer: '/assetIds', code: 'twice', message: 'Name each asset once.'}]});
    for (const id of ids.filter(each => !known.includes(each))) {
      const asset = await findAsset(scope, parts.files, id);
      if (!asset) throw problem('asset_not_found');
      if (!asset.reach.embed) throw problem('asset_not_shareable', {detail: `“${asset.title}” may not be shown in public.`});
    }
  };
  /** Changes an embed that has not ended, under its lock, and announces it. */
  const change = async (scope: Scope, {id, version}: {readonly id: string; readonly version: number}, action: string, changes: Parameters<typeof writeEmbed>[2]): Promise<CollateralEmbed> => {
    const before = await read(scope, id);
    const held = await lockEmbed(scope, id);
    if (!held) throw problem('collateral_embed_not_found');
    await expectVersion(held, version, () => read(scope, id));
    if (held.revoked_at !== null) throw problem('collateral_embed_revoked');
    await writeEmbed(scope, id, changes);
    await recordChange(scope, {resource: 'collateral_embed', id, action, partnerOrgId: before.partnerOrg.id});
    return read(scope, id);
  };

  return {
    list: ({input, scope}) => listEmbeds(scope, input),

    get: ({input, scope}) => read(scope, input.id),

    create: async ({input: {name, assetIds, campaign, enquiries, sites, privacyUrl}, scope}) => {
      const {db, tenantId, context, partnerOrgId, personId} = scope;
      if (partnerOrgId === null) throw problem('forbidden');
      await checkAssets(scope, assetIds);
      const id = newId(context);
      const now = nowText(context);
      const common = {tenant_id: tenantId, collateral_embed_id: id, partner_org_id: partnerOrgId, created_by: personId, created_at: now, updated_at: now};
      await db.insertInto('collateral_embed').values({...common, name, token: newPublicToken(context), asset_ids: assetIds, campaign, enquiries, sites, privacy_url: privacyUrl}).execute();
      await recordChange(scope, {resource: 'collateral_embed', id, action: 'create', partnerOrgId, changes: {assetIds}});
      return read(scope, id);
    },

    update: async ({input: {id, version, name, assetIds, campaign, enquiries, sites, privacyUrl}, scope}) => {
      if (assetIds !== undefined) await checkAssets(scope, assetIds, (await read(scope, id)).items.map(({asset}) => asset.id));
      const changes = {name, asset_ids: assetIds, campaign, enquiries, sites, privacy_url: privacyUrl};
      return change(scope, {id, version}, 'update', Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined)));
    },

    revoke: ({input, scope}) => change(scope, input, 'revoke', {revoked_at: nowText(scope.context)}),

    show: async ({input: {token}, scope}) => showEmbed(scope, parts, await open(scope, token)),

    enquire: async ({input: {token, ...enquiry}, scope}) => {
      await takeEnquiry(scope, await open(scope, token), enquiry);
      return {status: 'received'};
    },
  };
}

/** The embed of a token. @throws ProblemError `collateral_embed_not_found`, `collateral_embed_revoked`. */
async function open(scope: Scope, token: string): Promise<EmbedRow> {
  const embed = await findEmbedByToken(scope, token);
  if (!embed) throw problem('collateral_embed_not_found');
  if (embed.revoked_at !== null) throw problem('collateral_embed_revoked');
  return embed;
}

async function writeEmbed({db, tenantId, context}: Scope, id: string, changes: {readonly name?: string; readonly asset_ids?: string[]; readonly campaign?: string | null; readonly enquiries?: boolean; readonly sites?: string[]; readonly privacy_url?: string | null; readonly revoked_at?: string}): Promise<void> {
  await db.updateTable('collateral_embed').set({...changes, updated_at: nowText(context)}).where('tenant_id', '=', tenantId).where('collateral_embed_id', '=', id).execute();
}
