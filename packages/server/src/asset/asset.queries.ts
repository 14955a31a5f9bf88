import type {Api, Asset, AssetCounts, FacetCount, Page, RouteParsed} from '@portico/contract';
import {sql} from 'kysely';
import {readPage, type SortKey} from '../database/page.ts';
import type {Scope} from '../database/scope.ts';
import type {LibraryFiles} from '../asset-flow/library-files.ts';
import {assetCondition, isExpiring, isFavourite, isNews, type AssetFilter} from './asset-filter.queries.ts';
import {findAssetParts} from './asset-parts.queries.ts';
import {getAssetReader, type AssetReader} from './asset-reader.queries.ts';
import {facetNames, type FacetName} from './asset-search.rules.ts';
import {assets, toAsset, type AssetRow} from './asset.rows.ts';

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

/** How many assets there are under the filter, in all and by facet; each facet under all filters but its own. */
export async function countAssets(scope: Scope, filter: AssetFilter): Promise<AssetCounts> {
  const reader = await getAssetReader(scope);
  const {where} = await assetCondition(scope, reader, filter);
  const {db} = scope;
  const totals = await db
    .selectFrom('asset as a')
    .select([
      sql<number>`count(*)::int`.as('total'),
      sql<number>`(count(*) filter (where ${isFavourite(scope)}))::int`.as('favourites'),
      sql<number>`(count(*) filter (where ${isNews(reader)}))::int`.as('new'),
      sql<number>`(count(*) filter (where ${isExpiring(reader, 30)}))::int`.as('expiring'),
    ])
    .where(where)
    .executeTakeFirstOrThrow();
  const {where: isStale} = await assetCondition(scope, reader, {...filter, stale: true});
  const {stale} = await db.selectFrom('asset as a').select(sql<number>`count(*)::int`.as('stale')).where(isStale).executeTakeFirstOrThrow();
  const facets = Object.fromEntries(facetNames.map(name => [name, [] as FacetCount[]])) as Record<FacetName, FacetCount[]>;
  const together = facetNames.filter(name => filter[name] === undefined);
  Object.assign(facets, await countFacets(scope, together, where));
  for (const name of facetNames.filter(each => filter[each] !== undefined)) Object.assign(facets, await countFacets(scope, [name], (await assetCondition(scope, reader, filter, name)).where));
  return {...totals, stale, facets};
}

const mostValues = 50;
const facetColumns: Readonly<Record<FacetName, string>> = {
  type: 'array[a.type]', product: 'a.products', industry: 'a.industries', salesStage: 'a.sales_stages', persona: 'a.personas', language: 'a.languages', tag: 'a.tags', folderId: 'array_remove(array[a.folder_id::text], null)',
};

async function countFacets({db}: Scope, names: readonly FacetName[], where: Awaited<ReturnType<typeof assetCondition>>['where']): Promise<Partial<Record<FacetName, FacetCount[]>>> {
  if (names.length === 0) return {};
  const values = sql.join(names.map(name => sql`select ${name}::text as facet, value, count(*)::int as count from found, unnest(${sql.raw(`found.${name.toLowerCase()}`)}) as value group by value`), sql` union all `);
  const columns = sql.join(names.map(name => sql`${sql.raw(facetColumns[name])} as ${sql.raw(name.toLowerCase())}`));
  const {rows} = await sql<{facet: FacetName; value: string; count: number}>`
    with found as materialized (select ${columns} from asset a where ${where})
    select facet, value, count from (${values}) as counted order by count desc, value`.execute(db);
  return Object.fromEntries(names.map(name => [name, rows.filter(({facet}) => facet === name).slice(0, mostValues).map(({value, count}) => ({value, count}))]));
}

async function toItems(scope: Scope, files: LibraryFiles, rows: readonly AssetRow[], reader: AssetReader): Promise<Asset[]> {
  const parts = await findAssetParts(scope, files, rows.map(row => row.asset_id));
  return rows.map(row => toAsset(row, parts, reader));
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
