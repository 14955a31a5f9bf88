import type {Api, Asset, AssetStatus, AssetVersion, FieldError} from '@portico/contract';
import {accessOf} from '@portico/contract/asset-access-rules';
import {findAsset} from '../asset/asset.queries.ts';
import {findStanding, getAssetReader, toProtected} from '../asset/asset-reader.queries.ts';
import {announce, changeVersion, inAsset, recallVersions, saveAsset, type AssetCase} from '../asset-flow/asset-case.ts';
import {isPast} from '../asset-flow/asset-clock.rules.ts';
import {findVersion, insertVersion, lockAsset, type VersionRow} from '../asset-flow/held-asset.queries.ts';
import type {LibraryFiles} from '../asset-flow/library-files.ts';
import {recordChange} from '../changes/record-change.ts';
import {newId, nowText} from '../context.ts';
import {elevated} from '../database/elevate.ts';
import type {Scope} from '../database/scope.ts';
import {markableTypes} from '../file-marking/marking.ts';
import type {Handlers} from '../handlers.ts';
import {expectVersion, problem} from '../problem.ts';
import {findAssetVersion, isHolder, listHolders, listVersions, recordDownload} from './asset-version.queries.ts';

/** @param files - Where the library's files are kept. */
export function assetVersionHandlers(files: LibraryFiles): Handlers<Api['assetVersions']> {
  const openAsset = async (scope: Scope, id: string): Promise<Asset> => {
    const asset = await findAsset(scope, files, id);
    if (!asset) throw problem('asset_not_found');
    if (asset.access === 'locked') throw problem('asset_locked');
    return asset;
  };
  const read = async (scope: Scope, id: string): Promise<AssetVersion> => {
    const version = await findAssetVersion(scope, files, id);
    if (!version) throw problem('asset_version_not_found');
    return version;
  };
  /** Acts on a version under the lock of its asset. */
  const act = async (scope: Scope, input: {readonly id: string; readonly version: number}, work: (held: AssetCase, version: VersionRow) => Promise<unknown>): Promise<AssetVersion> => {
    const place = await findVersion(scope, input.id);
    if (!place) throw problem('asset_version_not_found');
    await inAsset(scope, {id: place.asset_id}, null, async held => {
      const version = held.versions.find(each => each.asset_version_id === input.id);
      if (!version) throw problem('asset_version_not_found');
      await expectVersion(version, input.version, () => read(scope, input.id));
      refuseOver(held);
      await work(held, version);
    });
    return read(scope, input.id);
  };

  return {
    list: async ({input, scope}) => {
      await openAsset(scope, input.assetId);
      return listVersions(scope, files, input);
    },

    get: async ({input, scope}) => {
      const version = await read(scope, input.id);
      if ((await findAsset(scope, files, version.assetId))?.access !== 'granted') throw problem(scope.caller === 'partner' ? 'asset_locked' : 'asset_version_not_found');
      return version;
    },

    create: async ({input: {assetId, language, storedFileId, changeNote, validFrom, validUntil}, scope}) => {
      checkValidity(validFrom, validUntil);
      const id = newId(scope.context);
      await inAsset(scope, {id: assetId}, null, async held => {
        refuseOver(held);
        const file = (await files.find(held.scope, [storedFileId], 'cover')).get(storedFileId);
        // A partner's own file is not the vendor's to publish.
        if (!file || file.partnerOrg !== null) throw problem('stored_file_not_found');
        if (file.status !== 'ready') throw problem('file_not_ready');
        const common = {asset_id: assetId, asset_version_id: id, created_at: held.now, updated_at: held.now};
        await insertVersion(held.scope, {...common, number: (held.versions.at(-1)?.number ?? 0) + 1, language, stored_file_id: storedFileId, change_note: changeNote, valid_from: validFrom, valid_until: validUntil, status: 'draft'});
        await recordChange(held.scope, {resource: 'asset', id: assetId, action: 'add_version', changes: {language}});
      });
      return read(scope, id);
    },

    update: ({input: {id, version, changeNote, validFrom, validUntil}, scope}) =>
      act(scope, {id, version}, async (held, row) => {
        if (!['draft', 'scheduled', 'current'].includes(row.status)) throw problem('asset_version_status_conflict');
        const [from, until] = [validFrom === undefined ? row.valid_from : validFrom, validUntil === undefined ? row.valid_until : validUntil];
        checkValidity(from, until);
        await changeVersion(held, id, {...(changeNote === undefined ? {} : {change_note: changeNote}), valid_from: from, valid_until: until});
        await saveAsset(held);
        if (row.status === 'draft') await recordChange(held.scope, {resource: 'asset', id: row.asset_id, action: 'update_version'});
        else await announce(held, 'update_version');
      }),

    publish: ({input, scope}) =>
      act(scope, input, async (held, row) => {
        const {now} = held;
        if (row.status !== 'draft') throw problem('asset_version_status_conflict');
        if (row.valid_until !== null && isPast(row.valid_until, now)) throw problem('asset_version_status_conflict', {detail: 'Its time is over. Move validUntil first.'});
        const isLater = row.valid_from !== null && !isPast(row.valid_from, now);
        const before = held.versions.find(({status, language}) => status === 'current' && language === row.language);
        if (before && !isLater) await changeVersion(held, before.asset_version_id, {status: 'superseded'});
        await changeVersion(held, input.id, {status: isLater ? 'scheduled' : 'current', published_at: now});
        await saveAsset(held, held.asset.status === 'published' && !isLater ? {news_at: now} : {});
        await announce(held, 'publish_version', {language: row.language, number: row.number});
      }),

    recall: ({input: {reason, ...input}, scope}) =>
      act(scope, input, async (held, row) => {
        if (row.status === 'draft' || row.status === 'recalled') throw problem('asset_version_status_conflict');
        await recallVersions(held, [row], reason);
        await saveAsset(held);
        await announce(held, 'recall_version', {number: row.number});
      }),

    download: async ({input, scope}) => {
      const got = await elevated(scope, async system => {
        const {version, isSingleUse, isMarked} = await admit(scope, system, input.id);
        const file = (await files.find(system, [version.stored_file_id], 'cover')).get(version.stored_file_id);
        if (file?.status !== 'ready') throw problem('file_not_ready');
        const markFor = isMarked && markableTypes.includes(file.mediaType) ? {partnerOrgId: scope.partnerOrgId} : null;
        const address = await files.download(system, {storedFileId: file.id, isSingleUse, markFor});
        return {version, answer: {...address, isSingleUse, fileName: file.fileName, mediaType: file.mediaType, sizeBytes: file.sizeBytes}};
      });
      const {asset_version_id: id, asset_id: assetId, language, number} = got.version;
      await recordDownload(scope, {id, assetId, language});
      await recordChange(scope, {resource: 'asset', id: assetId, action: 'download', partnerOrgId: scope.partnerOrgId, changes: {number, language}});
      return got.answer;
    },

    holders: async ({input, scope}) => {
      await openAsset(scope, input.assetId);
      return listHolders(scope, input);
    },
  };
}

/**
 * Decides whether somebody gets the bytes of a version. Looks past row-level security, so that whoever had it open while it was recalled is told that, and not that it
 * never was.
 */
async function admit(scope: Scope, system: Scope, id: string): Promise<{version: VersionRow; isSingleUse: boolean; isMarked: boolean}> {
  const version = await findVersion(system, id);
  const asset = version && (await lockAsset(system, version.asset_id));
  if (!version || !asset) throw problem('asset_version_not_found');
  const isSingleUse = asset.delivery === 'locked';
  if (scope.caller !== 'partner' || scope.partnerOrgId === null) return {version, isSingleUse, isMarked: false};
  if (['draft', 'scheduled'].includes(version.status) || !(['published', 'recalled', 'superseded', 'expired'] as AssetStatus[]).includes(asset.status)) throw problem('asset_version_not_found');
  const {levels} = await getAssetReader(system);
  const {access} = accessOf(toProtected(asset), await findStanding(system, scope.partnerOrgId), levels, nowText(scope.context));
  if (access === 'hidden' && !(await isHolder(system, asset.asset_id, scope.partnerOrgId))) throw problem('asset_version_not_found');
  if (asset.status === 'recalled' || version.status === 'recalled') throw problem('asset_recalled', {detail: version.recall_reason ?? asset.recall_reason ?? ''});
  if (access === 'hidden') throw problem('asset_version_not_found');
  if (access === 'locked') throw problem('asset_locked');
  if (asset.status !== 'published' || version.status !== 'current') throw problem('asset_version_replaced');
  return {version, isSingleUse, isMarked: asset.watermark};
}

function refuseOver({asset}: AssetCase): void {
  if (asset.status === 'recalled' || asset.status === 'archived') throw problem('asset_status_conflict');
}

function checkValidity(from: string | null, until: string | null): void {
  const errors: FieldError[] = [{pointer: '/validUntil', code: 'not_after', message: 'Must be after validFrom.'}];
  if (from !== null && until !== null && Date.parse(until) <= Date.parse(from)) throw problem('input_invalid', {errors});
}
