import type {Api, AssetHolder, AssetVersion} from '@portico/contract';
import {changeAsset, changeVersion, startVersion, versionsOf} from './asset-flow.ts';
import {findAsset, isStale, viewAsset, viewVersion} from './asset-views.ts';
import type {MockHandlers, Scope} from './handlers.ts';
import {addVersion, type AssetRow, type VersionRow} from './library.ts';
import {newestBy, pageOf, sortRows, type Order} from './paging.ts';
import {recordMaterial} from './points-flow.ts';
import {problem} from './problem.ts';
import {track} from './reach.ts';

const latest: Order<AssetVersion> = {keyOf: ({number}) => -number, ids: 'down'};
const lastDownloads = newestBy<AssetHolder>(({downloadedAt}) => downloadedAt);
const fiveMinutes = 300_000;

export const assetVersionMocks: MockHandlers<Api['assetVersions']> = {
  list(input, scope) {
    refuseLocked(scope, input.assetId);
    const versions = versionsOf(scope.store, input.assetId).filter(({status, language}) => (scope.viewer.side === 'vendor' || !isPrivate(status)) && (input.language === undefined || language === input.language));
    return pageOf(sortRows(versions.map(version => viewVersion(scope, version)), latest), latest, input, input);
  },
  get({id}, scope) {
    const {row, asset} = findVersion(scope, id);
    const seen = viewAsset(scope, asset);
    if (!seen || (scope.viewer.side === 'partner' && isPrivate(row.status))) throw problem('asset_version_not_found');
    if (seen.access === 'locked') throw problem('asset_locked');
    return viewVersion(scope, row);
  },
  create({assetId, storedFileId, ...fields}, scope) {
    const {store} = scope;
    const asset = store.data.collateral.assets.get(assetId);
    if (!asset) throw problem('asset_not_found');
    refuseOver(asset);
    checkValidity(fields);
    const file = store.data.collateral.files.get(storedFileId);
    if (!file || file.partnerOrg !== null) throw problem('stored_file_not_found');
    if (file.status !== 'ready') throw problem('file_not_ready');
    const now = store.now();
    const number = Math.max(0, ...versionsOf(store, assetId).map(each => each.number)) + 1;
    const row = addVersion(store.data.collateral, {...fields, id: store.newId('assetVersion'), assetId, storedFileId, number, status: 'draft', publishedAt: null, recallReason: null, version: 1, createdAt: now, updatedAt: now});
    store.change('asset', assetId, {partnerOrgIds: []});
    return viewVersion(scope, row);
  },
  update: ({changeNote, validFrom, validUntil, ...input}, scope) =>
    act(scope, input, (row, asset) => {
      if (!['draft', 'scheduled', 'current'].includes(row.status)) throw problem('asset_version_status_conflict');
      const changed = {validFrom: validFrom === undefined ? row.validFrom : validFrom, validUntil: validUntil === undefined ? row.validUntil : validUntil};
      checkValidity(changed);
      changeVersion(scope.store, row, {...changed, ...(changeNote === undefined ? {} : {changeNote})});
      changeAsset(scope.store, asset, {});
    }),
  publish: (input, scope) =>
    act(scope, input, (row, asset) => {
      const {store} = scope;
      const now = store.clock.now();
      if (row.status !== 'draft') throw problem('asset_version_status_conflict');
      if (row.validUntil !== null && Date.parse(row.validUntil) <= now) throw problem('asset_version_status_conflict', {detail: 'Its time is over. Move validUntil first.'});
      const isLater = row.validFrom !== null && Date.parse(row.validFrom) > now;
      if (isLater) changeVersion(store, row, {status: 'scheduled', publishedAt: store.now()});
      else startVersion(store, row);
      changeAsset(store, asset, asset.status === 'published' && !isLater ? {newsAt: store.now()} : {});
    }),
  recall: ({reason, ...input}, scope) =>
    act(scope, input, (row, asset) => {
      if (row.status === 'draft' || row.status === 'recalled') throw problem('asset_version_status_conflict');
      changeVersion(scope.store, row, {status: 'recalled', recallReason: reason});
      changeAsset(scope.store, asset, {});
    }),
  download({id}, scope) {
    const {store, viewer} = scope;
    const {row, asset} = findVersion(scope, id);
    if (viewer.side === 'partner') admit(scope, row, asset);
    const file = store.data.collateral.files.get(row.storedFileId);
    if (file?.status !== 'ready' || file.downloadUrl === null) throw problem('file_not_ready');
    if (viewer.partnerOrgId !== null) hold(scope, row);
    track(scope, {kind: 'download', assetId: asset.id, versionId: id});
    store.change('asset', asset.id, {partnerOrgIds: viewer.partnerOrgId === null ? [] : [viewer.partnerOrgId]});
    return {url: file.downloadUrl, isSingleUse: asset.delivery === 'locked', expiresAt: store.at(fiveMinutes), fileName: file.fileName, mediaType: file.mediaType, sizeBytes: file.sizeBytes};
  },
  holders(input, scope) {
    findAsset(scope, input.assetId);
    const {people, partnerOrgs, collateral} = scope.store.data;
    const holders = collateral.holdings.values().flatMap((row): AssetHolder[] => {
      const version = collateral.versions.get(row.versionId);
      const org = partnerOrgs.get(row.partnerOrgId);
      if (row.assetId !== input.assetId || !version || !org || (input.stale !== undefined && isStale(scope, version.id) !== input.stale)) return [];
      const person = people.get(row.personId ?? '');
      const {id, downloads, downloadedAt} = row;
      return [{id, downloads, downloadedAt, partnerOrg: {id: org.id, name: org.name}, person: person ? {id: person.id, name: person.name} : null, versionId: version.id, number: version.number, language: version.language, isStale: isStale(scope, version.id)}];
    });
    return pageOf(sortRows(holders, lastDownloads), lastDownloads, input, input);
  },
};

/** Lets the vendor act on a version that they saw, of an asset that is not over. */
function act(scope: Scope, {id, version}: {id: string; version: number}, work: (row: VersionRow, asset: AssetRow) => void): AssetVersion {
  const {row, asset} = findVersion(scope, id);
  if (!scope.store.isCurrent(row, version)) throw problem('version_conflict', {current: viewVersion(scope, row)});
  refuseOver(asset);
  work(row, asset);
  return viewVersion(scope, scope.store.data.collateral.versions.get(id) ?? row);
}

function findVersion({store}: Scope, id: string): {row: VersionRow; asset: AssetRow} {
  const row = store.data.collateral.versions.get(id);
  const asset = row && store.data.collateral.assets.get(row.assetId);
  if (!row || !asset) throw problem('asset_version_not_found');
  return {row, asset};
}

/** Decides whether a partner gets the bytes. Of what was recalled they are told so, even if it is shown no more. */
function admit(scope: Scope, row: VersionRow, asset: AssetRow): void {
  const asPublished = viewAsset(scope, {...asset, status: 'published'});
  const seen = viewAsset(scope, asset);
  if (isPrivate(row.status) || (!seen && !(asset.publishedAt !== null && asset.status !== 'archived' && asPublished))) throw problem('asset_version_not_found');
  if (asset.status === 'recalled' || row.status === 'recalled') throw problem('asset_recalled', {detail: row.recallReason ?? asset.recall?.reason ?? ''});
  if (asPublished?.access === 'locked') throw problem('asset_locked');
  if (asset.status !== 'published' || row.status !== 'current') throw problem('asset_version_replaced');
}

/** Notes that the viewer's organisation has a copy of a version. */
export function hold({store, viewer}: Scope, {id: versionId, assetId}: VersionRow): void {
  const {holdings} = store.data.collateral;
  const [partnerOrgId, personId] = [viewer.partnerOrgId ?? '', viewer.person?.id ?? null];
  const known = holdings.values().find(each => each.versionId === versionId && each.partnerOrgId === partnerOrgId && each.personId === personId);
  holdings.set({id: known?.id ?? store.newId('assetHolding'), assetId, versionId, partnerOrgId, personId, downloads: (known?.downloads ?? 0) + 1, downloadedAt: store.now()});
  recordMaterial(store, 'asset_downloaded', {partnerOrgId, personId, sourceId: `${versionId}:${partnerOrgId}`, assetId});
}

function isPrivate(status: VersionRow['status']): boolean {
  return status === 'draft' || status === 'scheduled';
}

function refuseLocked(scope: Scope, assetId: string): void {
  if (findAsset(scope, assetId).access === 'locked') throw problem('asset_locked');
}

function refuseOver({status}: AssetRow): void {
  if (status === 'recalled' || status === 'archived') throw problem('asset_status_conflict');
}

function checkValidity({validFrom, validUntil}: {validFrom: string | null; validUntil: string | null}): void {
  if (validFrom !== null && validUntil !== null && Date.parse(validUntil) <= Date.parse(validFrom)) throw problem('input_invalid', {errors: [{pointer: '/validUntil', code: 'not_after', message: 'Must be after validFrom.'}]});
}
