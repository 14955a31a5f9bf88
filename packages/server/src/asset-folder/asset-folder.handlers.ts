import type {Api, AssetFolder} from '@portico/contract';
import {recordChange} from '../changes/record-change.ts';
import type {Scope} from '../database/scope.ts';
import type {Handlers} from '../handlers.ts';
import {expectVersion, problem} from '../problem.ts';
import {deleteFolder, findFolder, foldersAbove, insertFolder, isFolderUsed, listFolders, lockFolder, updateFolder} from './asset-folder.queries.ts';

export const assetFolderHandlers: Handlers<Api['assetFolders']> = {
  list: ({input, scope}) => listFolders(scope, input),

  get: ({input, scope}) => read(scope, input.id),

  create: async ({input, scope}) => {
    if (input.parentId !== null) await read(scope, input.parentId);
    const id = await insertFolder(scope, input);
    await recordChange(scope, {resource: 'asset_folder', id, action: 'create', changes: {name: input.name}});
    return read(scope, id);
  },

  update: async ({input: {id, version, name, parentId}, scope}) => {
    const locked = await lockFolder(scope, id);
    if (!locked) throw problem('asset_folder_not_found');
    await expectVersion(locked, version, () => read(scope, id));
    if (parentId) {
      await read(scope, parentId);
      if ([parentId, ...(await foldersAbove(scope, parentId))].includes(id)) throw problem('input_invalid', {errors: [{pointer: '/parentId', code: 'cycle', message: 'A folder cannot be inside itself.'}]});
    }
    await updateFolder(scope, id, {name, parentId});
    await recordChange(scope, {resource: 'asset_folder', id, action: 'update', changes: {name, parentId}});
    return read(scope, id);
  },

  delete: async ({input: {id, version}, scope}) => {
    const locked = await lockFolder(scope, id);
    if (!locked) throw problem('asset_folder_not_found');
    await expectVersion(locked, version, () => read(scope, id));
    if (await isFolderUsed(scope, id)) throw problem('asset_folder_not_empty');
    await deleteFolder(scope, id);
    await recordChange(scope, {resource: 'asset_folder', id, action: 'delete'});
  },
};

async function read(scope: Scope, id: string): Promise<AssetFolder> {
  const folder = await findFolder(scope, id);
  if (!folder) throw problem('asset_folder_not_found');
  return folder;
}
