import type {AssetFolder} from '@portico/contract';
import {idsWithin} from './folders-within.ts';

/** A folder as the tree shows it. */
export interface FolderRow {
  readonly folder: AssetFolder;
  /** 1 for those at the top. */
  readonly level: number;
  readonly hasFolders: boolean;
  readonly isOpen: boolean;
  /** Pieces in it and in the folders below. */
  readonly count: number;
}

/** The folders from top to bottom, as far as they are unfolded, each level by name. */
export function toRows(folders: readonly AssetFolder[], closed: ReadonlySet<string>, lang: string): FolderRow[] {
  const inside = childrenOf(folders, lang);
  const rows: FolderRow[] = [];
  const countOf = (folder: AssetFolder): number => (inside.get(folder.id) ?? []).reduce((sum, each) => sum + countOf(each), folder.assetCount);
  const add = (parentId: string, level: number) => {
    for (const folder of inside.get(parentId) ?? []) {
      const hasFolders = inside.has(folder.id);
      const isOpen = hasFolders && !closed.has(folder.id);
      rows.push({folder, level, hasFolders, isOpen, count: countOf(folder)});
      if (isOpen) add(folder.id, level + 1);
    }
  };
  add('', 1);
  return rows;
}

/** Folders to put something into, by their whole way from the top; for a folder, those that are not within itself. */
export function toPlaces(folders: readonly AssetFolder[], lang: string, moved?: AssetFolder): {readonly value: string; readonly label: string}[] {
  const own = moved ? idsWithin(folders, moved.id) : [];
  const collator = new Intl.Collator(lang, {numeric: true});
  const places = folders.filter(({id}) => !own.includes(id)).map(folder => ({value: folder.id, label: wayTo(folders, folder)}));
  return places.sort((a, b) => collator.compare(a.label, b.label));
}

function wayTo(folders: readonly AssetFolder[], folder: AssetFolder): string {
  const names = [folder.name];
  for (let {parentId} = folder; parentId !== null && names.length < 20; ) {
    const parent = folders.find(({id}) => id === parentId);
    if (!parent) break;
    names.unshift(parent.name);
    ({parentId} = parent);
  }
  return names.join(' / ');
}

/** What is in each folder, by id; at the top under an empty one, with those whose folder is not known. */
function childrenOf(folders: readonly AssetFolder[], lang: string): ReadonlyMap<string, readonly AssetFolder[]> {
  const collator = new Intl.Collator(lang, {numeric: true});
  const known = new Set(folders.map(({id}) => id));
  const inside = new Map<string, AssetFolder[]>();
  for (const folder of [...folders].sort((a, b) => collator.compare(a.name, b.name))) {
    const parent = folder.parentId !== null && known.has(folder.parentId) ? folder.parentId : '';
    inside.set(parent, [...(inside.get(parent) ?? []), folder]);
  }
  return inside;
}
