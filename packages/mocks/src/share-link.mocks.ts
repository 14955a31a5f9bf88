import type {Api, ShareLink, ShareLinkStatus} from '@portico/contract';
import type {MockHandlers, Scope} from './handlers.ts';
import {orgRef} from './lead-flow.ts';
import {newestBy, pageOf, sortRows} from './paging.ts';
import {problem} from './problem.ts';
import {assetRef, isOwn, mockFilesUrl, openAsset, presentVersion, reachOf, tokenOf, track} from './reach.ts';
import type {LinkRow} from './reach-rows.ts';
import type {Store} from './store.ts';

const dayMs = 86_400_000;
const markable: readonly string[] = ['application/pdf', 'image/png', 'image/jpeg', 'image/webp'];
const latest = newestBy<ShareLink>(({createdAt}) => createdAt);

/** What became of a link. */
export function linkStatus(store: Store, {assetId, partnerOrgId, revokedAt, singleUse, uses, expiresAt}: LinkRow): ShareLinkStatus {
  const asset = store.data.collateral.assets.get(assetId);
  const reach = asset ? reachOf(store, asset, partnerOrgId) : 'withdrawn';
  if (reach === 'recalled') return 'recalled';
  if (revokedAt !== null) return 'revoked';
  if (singleUse && uses > 0) return 'used';
  if (Date.parse(expiresAt) <= store.clock.now()) return 'expired';
  return reach === 'replaced' || reach === 'withdrawn' ? reach : 'active';
}

function toLink({store}: Scope, row: LinkRow): ShareLink {
  const {assetId, partnerOrgId, token: _, ...link} = row;
  return {...link, asset: assetRef(store, assetId), partnerOrg: partnerOrgId === null ? null : orgRef(store, partnerOrgId), url: null, status: linkStatus(store, row), watermarked: store.data.collateral.assets.get(assetId)?.watermark ?? false};
}

function findRow(scope: Scope, id: string): LinkRow {
  const row = scope.store.data.collateral.shareLinks.get(id);
  if (!row || !isOwn(scope, row)) throw problem('share_link_not_found');
  return row;
}

export const shareLinkMocks: MockHandlers<Api['shareLinks']> = {
  list(input, scope) {
    const {assetId, partnerOrgId, status} = input;
    const rows = scope.store.data.collateral.shareLinks.values().filter(row => isOwn(scope, row) && (assetId === undefined || row.assetId === assetId) && (partnerOrgId === undefined || row.partnerOrgId === partnerOrgId));
    const links = rows.map(row => toLink(scope, row)).filter(link => !status || status.length === 0 || status.includes(link.status));
    return pageOf(sortRows(links, latest), latest, input, input);
  },
  get: ({id}, scope) => toLink(scope, findRow(scope, id)),
  create({expiresAt, ...fields}, scope) {
    const {store, viewer} = scope;
    const asset = openAsset(scope, fields.assetId);
    if (!asset.reach.link || (asset.current.length === 0 && asset.linkUrl === null)) throw problem('asset_not_shareable');
    if (fields.language !== null && !asset.languages.includes(fields.language)) throw problem('input_invalid', {errors: [{pointer: '/language', code: 'no_such_version', message: 'There is no present version in this language.'}]});
    if (asset.watermark && asset.current.some(({language, mediaType}) => (fields.language === null || language === fields.language) && !markable.includes(mediaType))) throw problem('asset_not_shareable');
    const ends = expiresAt === undefined ? store.clock.now() + 14 * dayMs : Date.parse(expiresAt);
    if (ends <= store.clock.now() || ends > store.clock.now() + 366 * dayMs) throw problem('input_invalid', {errors: [{pointer: '/expiresAt', code: 'too_late', message: 'Choose a time from now on, within a year.'}]});
    const id = store.newId('shareLink');
    const now = store.now();
    const row: LinkRow = {
      ...fields, id, partnerOrgId: viewer.partnerOrgId, createdBy: viewer.person, token: tokenOf(id), expiresAt: new Date(ends).toISOString(),
      opens: 0, uses: 0, lastOpenedAt: null, lastUsedAt: null, revokedAt: null, version: 1, createdAt: now, updatedAt: now,
    };
    store.data.collateral.shareLinks.set(row);
    track(scope, {kind: 'share', assetId: fields.assetId, campaign: fields.campaign, shareLinkId: id});
    store.change('share_link', id, {partnerOrgIds: viewer.partnerOrgId === null ? [] : [viewer.partnerOrgId]});
    return {...toLink(scope, row), url: `${mockFilesUrl}/s/${row.token}`};
  },
  revoke({id, version}, scope) {
    const {store} = scope;
    const row = findRow(scope, id);
    if (row.version !== version) throw problem('version_conflict', {current: toLink(scope, row)});
    if (row.revokedAt !== null) throw problem('share_link_status_conflict');
    const revoked = store.update(store.data.collateral.shareLinks, row, {revokedAt: store.now()});
    store.change('share_link', id, {partnerOrgIds: row.partnerOrgId === null ? [] : [row.partnerOrgId]});
    return toLink(scope, revoked);
  },
};

/** Answers the address of a link as far as a test asks for it: a page, then the material, then 410. */
export function answerLink(request: Request, scope: Scope): Response {
  const {store} = scope;
  const {shareLinks, files} = store.data.collateral;
  const token = new URL(request.url).pathname.slice(3);
  const row = shareLinks.values().find(each => each.token === token);
  if (!row) throw problem('share_link_not_found');
  const status = linkStatus(store, row);
  const gone = {recalled: 'asset_recalled', used: 'share_link_used', expired: 'share_link_expired', revoked: 'share_link_revoked', replaced: 'share_link_replaced', withdrawn: 'share_link_revoked'} as const;
  if (status !== 'active') throw problem(gone[status]);
  const version = presentVersion(store, row.assetId, row.language);
  const event = {assetId: row.assetId, versionId: version?.id ?? null, partnerOrgId: row.partnerOrgId, personId: null, campaign: row.campaign, shareLinkId: row.id};
  if (request.method === 'POST') {
    shareLinks.set({...row, uses: row.uses + 1, lastUsedAt: store.now()});
    track(scope, {...event, kind: 'download'});
    const location = version ? files.get(version.storedFileId)?.downloadUrl : store.data.collateral.assets.get(row.assetId)?.linkUrl;
    return new Response(null, {status: 303, headers: {location: location ?? mockFilesUrl}});
  }
  if (request.method === 'GET') {
    shareLinks.set({...row, opens: row.opens + 1, lastOpenedAt: store.now()});
    track(scope, {...event, kind: 'link_open'});
  }
  return new Response(`<!doctype html><title>Link</title><form method="post"><button>Download</button></form>`, {headers: {'content-type': 'text/html; charset=utf-8'}});
}
