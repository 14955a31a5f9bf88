import type {FilePicture, LibraryFiles} from '../asset-flow/library-files.ts';
import {findPresentAssets, isHad, type PresentAsset} from '../asset-flow/present-version.queries.ts';
import type {Context} from '../context.ts';
import type {Database} from '../database/database.ts';
import {asWorker, withTenant} from '../database/open.ts';
import type {Scope} from '../database/scope.ts';
import type {Keyring} from '../keys/keyring.ts';
import {readBrand} from '../partner-org/partner-brand.queries.ts';
import {problem} from '../problem.ts';
import {findEmbedTenant} from '../public-token/token-owner.queries.ts';
import type {PublicPlace} from '../public-pages/public-pages.ts';
import {findEmbedByToken, type EmbedRow} from './collateral-embed.queries.ts';
import type {Showings} from './showings.ts';

export interface EmbedMedia {
  readonly database: Database;
  readonly context: Context;
  readonly keyring: Keyring;
  readonly files: LibraryFiles;
  readonly showings: Showings;
  /** Serves a picture of a file. */
  readonly servePicture: (request: Request, picture: FilePicture) => Promise<Response>;
}

/** What an address of an embed leads to. */
type Target = {readonly to: string} | {readonly picture: FilePicture};

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Pictures and material of embeds: `<token>/logo` is the partner's, `<token>/<asset>` leads on to the material, `<token>/<asset>/preview` is a picture. For whatever is not shown any more: 410. */
export function embedMedia(media: EmbedMedia): PublicPlace {
  return async ({request, method, path, languages}) => {
    if (method === 'POST') throw problem('method_not_allowed', {allow: ['GET', 'HEAD', 'OPTIONS']});
    const [token = '', assetId = '', what] = path;
    const isLogo = path.length === 2 && assetId === 'logo';
    if (path.length > 3 || !/^[\w-]{22}$/.test(token) || (!isLogo && !uuid.test(assetId)) || (what !== undefined && what !== 'preview')) throw problem('collateral_embed_not_found');
    await media.keyring.prepare();
    const {database, context} = media;
    const tenantId = (await asWorker(database, db => findEmbedTenant(db, token)))?.tenantId;
    if (tenantId === undefined) throw problem('collateral_embed_not_found');
    const target = await withTenant(database, tenantId, {context, as: 'system:visitor', mode: 'read'}, async (scope): Promise<Target> => {
      if (isLogo) return {picture: await logoOf(scope, media.files, token)};
      const {embed, asset} = await findShown(scope, token, assetId, what === undefined ? languages : []);
      if (what === 'preview') return {picture: await pictureOf(scope, media.files, asset)};
      if (method === 'GET') media.showings.noteClick(scope.tenantId, embed, asset);
      return {to: asset.version === null ? (asset.linkUrl ?? '') : (await media.files.download({...scope, principalId: `embed:${embed.collateral_embed_id}`}, {storedFileId: asset.version.storedFileId, isSingleUse: false, markFor: asset.watermark ? {partnerOrgId: embed.partner_org_id} : null})).url};
    });
    if ('to' in target) return new Response(null, {status: 302, headers: {Location: target.to, 'Cache-Control': 'no-store'}});
    const response = await media.servePicture(request, target.picture);
    // As long as what an embed shows may be kept.
    response.headers.set('Cache-Control', 'public, max-age=30');
    return response;
  };
}

/** @throws ProblemError `collateral_embed_not_found`, `collateral_embed_revoked`, `asset_recalled`, `asset_version_replaced`. */
async function findShown(scope: Scope, token: string, assetId: string, languages: readonly string[]): Promise<{embed: EmbedRow; asset: PresentAsset}> {
  const embed = await findEmbedByToken(scope, token);
  if (!embed?.asset_ids.includes(assetId)) throw problem('collateral_embed_not_found');
  if (embed.revoked_at !== null) throw problem('collateral_embed_revoked');
  const asset = (await findPresentAssets(scope, [assetId], embed.partner_org_id, languages)).get(assetId);
  if (asset?.reach === 'recalled') throw problem('asset_recalled', asset.recallReason ? {detail: asset.recallReason} : {});
  if (!asset || !isHad(asset, 'public')) throw problem('asset_version_replaced');
  return {embed, asset};
}

function pictureOf(scope: Scope, files: LibraryFiles, {version}: PresentAsset): Promise<FilePicture> {
  return coverOf(scope, files, version?.storedFileId ?? null);
}

async function logoOf(scope: Scope, files: LibraryFiles, token: string): Promise<FilePicture> {
  const embed = await findEmbedByToken(scope, token);
  if (!embed) throw problem('collateral_embed_not_found');
  if (embed.revoked_at !== null) throw problem('collateral_embed_revoked');
  return coverOf(scope, files, (await readBrand(scope, embed.partner_org_id))?.logoFileId ?? null);
}

async function coverOf(scope: Scope, files: LibraryFiles, storedFileId: string | null): Promise<FilePicture> {
  const file = storedFileId === null ? undefined : (await files.find(scope, [storedFileId], 'cover')).get(storedFileId);
  const preview = file?.previews[0];
  if (!file || !preview) throw problem('asset_version_replaced');
  return {tenantId: scope.tenantId, fileId: file.id, page: preview.page, width: preview.width};
}
