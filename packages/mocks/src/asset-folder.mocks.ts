import type {Api, AssetFolder} from '@portico/contract';
import {filterAssets} from './asset-filter.ts';
import type {MockHandlers, Scope} from './handlers.ts';
import {pageOf, sortRows, type Order} from './paging.ts';
import {problem} from './problem.ts';

const byName: Order<AssetFolder> = {keyOf: ({name}) => name.toLowerCase(), ids: 'up'};

export const assetFolderMocks: MockHandlers<Api['assetFolders']> = {
  list: (input, scope) => pageOf(sortRows(visibleFolders(scope), byName), byName, input, input),
  get: ({id}, scope) => findFolder(scope, id),
  create({name, parentId}, scope) {
    const {store} = scope;
    if (parentId !== null) findFolder(scope, parentId);
    refuseTaken(scope, name, parentId);
    const now = store.now();
    const {id} = store.data.collateral.folders.set({id: store.newId('assetFolder'), name, parentId, version: 1, createdAt: now, updatedAt: now});
    store.change('asset_folder', id);
    return findFolder(scope, id);
  },
  update({id, version, name, parentId}, scope) {
    const {store} = scope;
    const {folders} = store.data.collateral;
    const before = findFolder(scope, id);
    if (before.version !== version) throw problem('version_conflict', {current: before});
    if (parentId) {
      findFolder(scope, parentId);
      for (let above: string | null = parentId; above !== null; above = folders.get(above)?.parentId ?? null) if (above === id) throw problem('input_invalid', {errors: [{pointer: '/parentId', code: 'cycle', message: 'A folder cannot be inside itself.'}]});
    }
    const {assetCount: _, ...row} = before;
    const changed = {...row, name: name ?? row.name, parentId: parentId === undefined ? row.parentId : parentId};
    refuseTaken(scope, changed.name, changed.parentId, id);
    store.update(folders, row, changed);
    store.change('asset_folder', id);
    return findFolder(scope, id);
  },
  delete({id, version}, scope) {
    const {collateral} = scope.store.data;
    const before = findFolder(scope, id);
    if (before.version !== version) throw problem('version_conflict', {current: before});
    if (collateral.folders.values().some(({parentId}) => parentId === id) || collateral.assets.values().some(({folderId}) => folderId === id)) throw problem('asset_folder_not_empty');
    collateral.folders.delete(id);
    scope.store.change('asset_folder', id);
    return undefined;
  },
};

/** Partners see folders that lead to something they see. */
function visibleFolders(scope: Scope): AssetFolder[] {
  const {collateral} = scope.store.data;
  const counts = new Map<string, number>();
  for (const {folderId} of filterAssets(scope, {})) if (folderId !== null) counts.set(folderId, (counts.get(folderId) ?? 0) + 1);
  const leading = new Set<string>();
  for (const id of counts.keys()) for (let folder = collateral.folders.get(id); folder; folder = collateral.folders.get(folder.parentId ?? '')) leading.add(folder.id);
  return collateral.folders.values().filter(({id}) => scope.viewer.side === 'vendor' || leading.has(id)).map(folder => ({...folder, assetCount: counts.get(folder.id) ?? 0}));
}

function findFolder(scope: Scope, id: string): AssetFolder {
  const folder = visibleFolders(scope).find(each => each.id === id);
  if (!folder) throw problem('asset_folder_not_found');
  return folder;
}

function refuseTaken({store}: Scope, name: string, parentId: string | null, except?: string): void {
  if (store.data.collateral.folders.values().some(folder => folder.id !== except && folder.name === name && folder.parentId === parentId)) throw problem('asset_folder_name_taken');
}
