import assert from 'node:assert/strict';
import type {Asset, AssetFolder, AssetVersion, Page, StoredFile} from '@portico/contract';
import type {MockBackend} from '../backend.ts';
import type {Caller} from './caller.ts';

const itemsOf = <T>(body: unknown) => (body as Page<T>).items;

/** Reads everything of the library that can be read. */
export async function readAssets({call}: Caller): Promise<void> {
  for (const as of ['partner', 'vendor'] as const) {
    for (const sort of ['newest', 'title', 'expiring', 'relevance']) {
      for (const asset of itemsOf<Asset>((await call(as, 'assets.list', {sort, q: 'a', limit: sort === 'newest' ? 30 : 3})).body)) {
        await call(as, 'assets.get', {id: asset.id});
        if (asset.access === 'locked') continue;
        for (const version of itemsOf<AssetVersion>((await call(as, 'assetVersions.list', {assetId: asset.id})).body)) await call(as, 'assetVersions.get', {id: version.id});
      }
    }
    await call(as, 'assets.list', {stale: true});
    await call(as, 'assets.counts', {type: ['datasheet']});
    for (const folder of itemsOf<AssetFolder>((await call(as, 'assetFolders.list')).body)) await call(as, 'assetFolders.get', {id: folder.id});
  }
  for (const {id} of itemsOf<Asset>((await call('vendor', 'assets.list', {stale: true})).body)) await call('vendor', 'assetVersions.holders', {assetId: id});
}

/** Does everything that can be done with the library. */
export async function doAssets({call}: Caller, backend: MockBackend): Promise<void> {
  const done = async <T>(as: 'partner' | 'vendor', name: string, input: Record<string, unknown>): Promise<T> => {
    const {status, body} = await call(as, name, input);
    assert.ok(status < 300, `${name}: ${JSON.stringify(body)}`);
    return body as T;
  };
  const act = (name: string, {id, version}: {id: string; version: number}, input: Record<string, unknown> = {}) => done<Asset>('vendor', `assets.${name}`, {id, version, ...input});
  const again = (id: string) => done<Asset>('vendor', 'assets.get', {id});

  const folder = await done<AssetFolder>('vendor', 'assetFolders.create', {name: 'Walked'});
  const renamed = await done<AssetFolder>('vendor', 'assetFolders.update', {id: folder.id, version: folder.version, name: 'Walked through'});
  const file = await done<StoredFile>('vendor', 'storedFiles.create', {fileName: 'walk.pdf', mediaType: 'application/pdf', sizeBytes: 4});
  await backend.fetch(file.uploadUrl ?? '', {method: 'PATCH', headers: {'upload-offset': '0'}, body: '%PDF'});
  assert.equal((await done<StoredFile>('vendor', 'storedFiles.get', {id: file.id})).status, 'ready');

  const draft = await done<Asset>('vendor', 'assets.create', {title: 'Walk', type: 'deck', folderId: folder.id});
  const back = await act('requestChanges', await act('submit', draft), {comment: 'Shorter'});
  await act('approve', await act('submit', await act('update', back, {title: 'A walk'})));
  const made = await done<AssetVersion>('vendor', 'assetVersions.create', {assetId: draft.id, language: 'en', storedFileId: file.id});
  const noted = await done<AssetVersion>('vendor', 'assetVersions.update', {id: made.id, version: made.version, changeNote: 'First'});
  const version = await done<AssetVersion>('vendor', 'assetVersions.publish', {id: made.id, version: noted.version});
  await act('publish', await again(draft.id));
  await done('partner', 'assetVersions.download', {id: version.id});
  assert.equal(itemsOf((await call('vendor', 'assetVersions.holders', {assetId: draft.id})).body).length, 1);
  await done('partner', 'assets.favourite', {id: draft.id});
  await done('partner', 'assets.unfavourite', {id: draft.id});
  await done('partner', 'assets.visited', {});
  await readAssets({call, covered: new Set()});
  await done('vendor', 'assetVersions.recall', {id: version.id, version: version.version, reason: 'Wrong'});
  const begun = await done<Asset>('vendor', 'assets.create', {title: 'Other', type: 'link', linkUrl: 'https://aurora.example'});
  const other = await act('publish', await act('approve', await act('submit', begun)));
  const superseded = await act('supersede', await again(draft.id), {replacedById: other.id});
  await act('recall', superseded, {reason: 'Wrong'});
  await act('archive', other);
  await done('vendor', 'assetFolders.update', {id: folder.id, version: renamed.version, parentId: null});
  const empty = await done<AssetFolder>('vendor', 'assetFolders.create', {name: 'Empty'});
  assert.equal((await call('vendor', 'assetFolders.delete', {id: empty.id, version: empty.version})).status, 204);
}
