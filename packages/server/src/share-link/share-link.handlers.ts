import type {Api, Asset, FieldError, ShareLink} from '@portico/contract';
import {findAsset} from '../asset/asset.queries.ts';
import {recordAssetEvents} from '../asset-flow/record-asset-event.ts';
import type {LibraryFiles} from '../asset-flow/library-files.ts';
import {recordChange} from '../changes/record-change.ts';
import {newId, nowText} from '../context.ts';
import type {Scope} from '../database/scope.ts';
import {markableTypes} from '../file-marking/marking.ts';
import type {Handlers} from '../handlers.ts';
import {expectVersion, problem} from '../problem.ts';
import {hashPublicToken, newPublicToken} from '../public-token/public-token.ts';
import {findShareLink, listShareLinks, lockShareLink, revokeShareLink} from './share-link.queries.ts';
import {shareLinkDays} from './share-link.rules.ts';

const dayMs = 86_400_000;

/**
 * @param files - Where the library's files are kept.
 * @param linksUrl - What a link's token is put behind, with a slash at its end.
 */
export function shareLinkHandlers(files: LibraryFiles, linksUrl: string): Handlers<Api['shareLinks']> {
  const read = async (scope: Scope, id: string): Promise<ShareLink> => {
    const link = await findShareLink(scope, id);
    if (!link) throw problem('share_link_not_found');
    return link;
  };

  return {
    list: ({input, scope}) => listShareLinks(scope, input),

    get: ({input, scope}) => read(scope, input.id),

    create: async ({input, scope}) => {
      const {assetId, singleUse, recipient, language, campaign} = input;
      const {db, tenantId, context, partnerOrgId, personId} = scope;
      const asset = await findAsset(scope, files, assetId);
      if (!asset) throw problem('asset_not_found');
      mustBeShareable(asset, language);
      const expiresAt = checkExpiry(input.expiresAt, context.now());
      const id = newId(context);
      const token = newPublicToken(context);
      const now = nowText(context);
      const common = {tenant_id: tenantId, share_link_id: id, asset_id: assetId, partner_org_id: partnerOrgId, created_by: personId, created_at: now, updated_at: now};
      await db.insertInto('share_link').values({...common, token_hash: await hashPublicToken(token), expires_at: expiresAt, single_use: singleUse, recipient, language, campaign}).execute();
      await recordAssetEvents(scope, [{kind: 'share', assetId, campaign, shareLinkId: id}]);
      await recordChange(scope, {resource: 'share_link', id, action: 'create', partnerOrgId, changes: {assetId, expiresAt, singleUse}});
      return {...(await read(scope, id)), url: `${linksUrl}${token}`};
    },

    revoke: async ({input: {id, version}, scope}) => {
      const before = await read(scope, id);
      const held = await lockShareLink(scope, id);
      if (!held) throw problem('share_link_not_found');
      await expectVersion(held, version, () => read(scope, id));
      if (before.revokedAt !== null) throw problem('share_link_status_conflict');
      await revokeShareLink(scope, id, nowText(scope.context));
      await recordChange(scope, {resource: 'share_link', id, action: 'revoke', partnerOrgId: before.partnerOrg?.id ?? null});
      return read(scope, id);
    },
  };
}

function mustBeShareable({access, status, recall, reach, watermark, current, languages, linkUrl}: Asset, language: string | null): void {
  if (status === 'recalled') throw problem('asset_recalled', recall ? {detail: recall.reason} : {});
  if (access === 'locked') throw problem('asset_locked');
  if (!reach.link || (current.length === 0 && linkUrl === null)) throw problem('asset_not_shareable');
  if (language !== null && !languages.includes(language)) throw problem('input_invalid', {errors: [{pointer: '/language', code: 'no_such_version', message: 'There is no present version in this language.'}]});
  const given = current.filter(each => language === null || each.language === language);
  if (watermark && given.some(({mediaType}) => !markableTypes.includes(mediaType))) throw problem('asset_not_shareable', {detail: 'It must carry a watermark, and files of its type cannot.'});
}

function checkExpiry(wanted: string | undefined, now: number): string {
  if (wanted === undefined) return new Date(now + shareLinkDays.usual * dayMs).toISOString();
  const at = Date.parse(wanted);
  const errors: FieldError[] = [{pointer: '/expiresAt', code: at <= now ? 'in_the_past' : 'too_late', message: 'Choose a time from now on, within a year.'}];
  if (at <= now || at > now + shareLinkDays.most * dayMs) throw problem('input_invalid', {errors});
  return new Date(at).toISOString();
}
