import type {Api, Asset, Page, RouteParsed} from '@portico/contract';
import {sql} from 'kysely';
import {readPage, type SortKey} from '../database/page.ts';
import type {Scope} from '../database/scope.ts';
import type {LibraryFiles} from '../asset-flow/library-files.ts';
import {assetCondition} from './asset-filter.queries.ts';
import {findAssetParts} from './asset-parts.queries.ts';
import {getAssetReader, type AssetReader} from './asset-reader.queries.ts';
import {assets, toAsset, type AssetRow} from './asset.rows.ts';
import {findReplacements} from './replacement.queries.ts';

type ListInput = RouteParsed<Api['assets']['list']>;

/** One page of the assets that the reader may see. */
export async function listAssets(scope: Scope, files: LibraryFiles, input: ListInput): Promise<Page<Asset>> {
  const reader = await getAssetReader(scope);
  const {sort, limit, cursor, ...filter} = input;
  const {where, rankedBy} = await assetCondition(scope, reader, filter);
  const query = assets(scope).where(where);
  const {rows, page} = await readPage(scope, query, {...orderOf(sort, rankedBy), input: {sort, limit, cursor, ...filter}});
  return {items: await toItems(scope, files, rows, reader), page};
}

/** One asset that the reader may see, as they see it. */
export async function findAsset(scope: Scope, files: LibraryFiles, id: string): Promise<Asset | undefined> {
  const reader = await getAssetReader(scope);
  const {where} = await assetCondition(scope, reader, {status: scope.caller === 'partner' ? ['published', 'recalled', 'superseded', 'expired'] : undefined});
  const rows = await assets(scope, {whole: true}).where('a.asset_id', '=', id).where(where).execute();
  const [item] = await toItems(scope, files, rows, reader);
  return item;
}

async function toItems(scope: Scope, files: LibraryFiles, rows: readonly AssetRow[], reader: AssetReader): Promise<Asset[]> {
  const parts = await findAssetParts(scope, files, rows.map(row => row.asset_id));
  const replacements = await findReplacements(scope, reader, rows.flatMap(row => (row.replaced_by_id === null ? [] : [row.asset_id])));
  return rows.map(row => ({...toAsset(row, parts, reader), replacedBy: replacements.get(row.asset_id) ?? null}));
}

function orderOf(sort: ListInput['sort'], rankedBy: string | null): {list: string; by: readonly SortKey[]; direction: 'asc' | 'desc'} {
  const id = {expression: sql.ref('a.asset_id'), type: 'uuid'} as const;
  const newest = {expression: sql.ref('a.sort_news'), type: 'timestamptz'} as const;
  if (sort === 'title') return {list: 'asset title', by: [{expression: sql.ref('a.sort_title'), type: 'text'}, id], direction: 'asc'};
  if (sort === 'expiring') return {list: 'asset expiring', by: [{expression: sql.ref('a.sort_expires'), type: 'timestamptz'}, id], direction: 'asc'};
  if (sort === 'newest' || rankedBy === null) return {list: 'asset newest', by: [newest, id], direction: 'desc'};
  const rank = {expression: sql`(ts_rank(a.search_words, ${rankedBy}::tsquery) * 1000000)::integer`, type: 'integer'} as const;
  return {list: 'asset relevance', by: [rank, newest, id], direction: 'desc'};
}
