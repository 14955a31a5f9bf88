import {z} from 'zod';
import {pageInput, pageOf} from '../page.ts';
import {defineRoutes} from '../route.ts';
import {Id, Version, text} from '../text.ts';
import {AssetFolder} from './asset-folder.schema.ts';

const staff = ['key', 'vendor'] as const;
const everybody = ['key', 'vendor', 'partner'] as const;
const found = ['asset_folder_not_found'] as const;

export const assetFolderRoutes = defineRoutes({
  /** Lists folders by name, of all depths. Partners see those that lead to something they see. */
  list: {method: 'GET', path: '/asset-folders', input: z.object({...pageInput}), response: pageOf(AssetFolder), callers: everybody},
  /** One folder. */
  get: {method: 'GET', path: '/asset-folders/{id}', input: z.object({id: Id}), response: AssetFolder, callers: everybody, problems: found},
  /** Makes a folder. */
  create: {
    method: 'POST',
    path: '/asset-folders',
    input: z.object({name: text(120), parentId: Id.nullable().default(null)}),
    response: AssetFolder,
    status: 201,
    callers: staff,
    problems: [...found, 'asset_folder_name_taken'],
  },
  /** Renames or moves a folder. */
  update: {
    method: 'PATCH',
    path: '/asset-folders/{id}',
    input: z.object({id: Id, version: Version, name: text(120).optional(), parentId: Id.nullable().optional()}),
    response: AssetFolder,
    callers: staff,
    problems: [...found, 'asset_folder_name_taken'],
  },
  /** Removes an empty folder. */
  delete: {method: 'DELETE', path: '/asset-folders/{id}', input: z.object({id: Id, version: Version}), response: z.undefined(), status: 204, callers: staff, problems: [...found, 'asset_folder_not_empty']},
});
