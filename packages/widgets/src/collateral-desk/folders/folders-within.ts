import type {AssetFolder} from '@portico/contract';

/** A folder and all below it, by their ids. */
export function idsWithin(folders: readonly AssetFolder[], id: string): string[] {
  const ids = [id];
  // The list grows while it is walked: each folder adds those in it.
  for (const parent of ids) for (const {id: each, parentId} of folders) if (parentId === parent && !ids.includes(each)) ids.push(each);
  return ids;
}
