import type {AssetCounts, FacetCount} from '@portico/contract';
import {sql, type RawBuilder} from 'kysely';
import type {Scope} from '../database/scope.ts';
import {assetCondition, fewAssets, isExpiring, isFavourite, isNews, isOutOfTime, type AssetFilter} from './asset-filter.queries.ts';
import {getAssetReader, type AssetReader} from './asset-reader.queries.ts';
import {facetNames, type FacetName} from './asset-search.rules.ts';

/** How many assets have which value of a facet, `null` where that is not counted; under the name `''` how many there are at all. */
type Tally = ReadonlyMap<FacetName | '', ReadonlyMap<string, number | null>>;

const mostValues = 50;

/** How many assets there are under the filter, in all and by facet; each facet under all filters but its own. */
export async function countAssets(scope: Scope, filter: AssetFilter): Promise<AssetCounts> {
  const reader = await getAssetReader(scope);
  const own = facetNames.filter(name => filter[name] !== undefined);
  const tally = new Map(await count(scope, reader, filter, ['', ...facetNames.filter(name => !own.includes(name))]));
  for (const name of own) for (const [facet, values] of await count(scope, reader, filter, [name], name)) tally.set(facet, values);
  const facets = Object.fromEntries(facetNames.map(name => [name, mostCommon(tally.get(name))])) as AssetCounts['facets'];
  const all = tally.get('') ?? new Map<string, null>();
  const total = all.has('') ? (all.get('') ?? totalOf(filter, tally)) : 0;
  return {total: total ?? fewAssets, isMore: total === null, ...(await countSpecial(scope, reader, filter)), facets};
}

/** Of one value alone, its own facet says how many there are. */
function totalOf({q, ...filter}: AssetFilter, tally: Tally): number | null {
  const asked = facetNames.flatMap(name => filter[name]?.map(value => ({name, value})) ?? []);
  const [only] = asked;
  return only && asked.length === 1 && q === undefined ? (tally.get(only.name)?.get(only.value) ?? null) : null;
}

/** What tabs show: looked up by what is special about it, which is less than there is. */
async function countSpecial(scope: Scope, reader: AssetReader, filter: AssetFilter): Promise<Pick<AssetCounts, 'favourites' | 'new' | 'expiring' | 'stale'>> {
  const {where} = await assetCondition(scope, reader, filter, {isNarrow: true});
  const {where: isStale} = await assetCondition(scope, reader, {...filter, stale: true}, {isNarrow: true});
  const number = (of: RawBuilder<boolean>) => sql`(select count(*)::int from asset a where ${of})`;
  const and = (special: RawBuilder<boolean>) => number(sql<boolean>`${where} and ${special}`);
  const {rows} = await sql<{favourites: number; new: number; expiring: number; stale: number}>`
    select ${and(isFavourite(scope))} as favourites, ${and(isNews(reader))} as new, ${and(isExpiring(reader, 30))} as expiring, ${number(isStale)} as stale`.execute(scope.db);
  return rows[0] ?? {favourites: 0, new: 0, expiring: 0, stale: 0};
}

/** @param without - A facet whose own values are not asked for. */
async function count(scope: Scope, reader: AssetReader, filter: AssetFilter, names: readonly (FacetName | '')[], without?: FacetName): Promise<Tally> {
  if (isWhole(scope, filter, without)) return countedAhead(scope, reader, filter.status, names);
  const isNarrow = filter.favourites === true || filter.new === true || filter.stale === true || filter.expiringWithinDays !== undefined;
  const {where, isMuch} = await assetCondition(scope, reader, filter, {without, isNarrow});
  if (!isMuch) return countRows(scope, where, names);
  const everything = await countedAhead(scope, reader, filter.status, names);
  return new Map([...everything].map(([facet, values]) => [facet, new Map([...values].map(([value]) => [value, null]))]));
}

/** Whether nothing narrows it but what everything is counted by. */
function isWhole({caller}: Scope, {status, ...filter}: AssetFilter, without?: FacetName): boolean {
  const isCounted = caller !== 'partner' || status === undefined || (status.length === 1 && status[0] === 'published');
  return isCounted && Object.entries(filter).every(([name, value]) => value === undefined || name === without);
}

/** The counts that the database keeps, less what the time has overtaken (docs/decisions/0022-facets-are-counted-ahead.md). Row-level security leaves out what partners do not see. */
async function countedAhead(scope: Scope, reader: AssetReader, status: AssetFilter['status'], names: readonly (FacetName | '')[]): Promise<Tally> {
  const {db, tenantId, caller} = scope;
  const rows = await db
    .selectFrom('asset_tally')
    .select(['facet', 'value', sql<number>`sum(count)::int`.as('count')])
    .where('tenant_id', '=', tenantId)
    .where('facet', 'in', names)
    .$if(status !== undefined || caller === 'partner', query => query.where('status', 'in', status ?? ['published']))
    .groupBy(['facet', 'value'])
    .orderBy(sql`sum(count)`, 'desc')
    .orderBy('value')
    .execute();
  const ahead = toTally(rows as (typeof rows[number] & {facet: FacetName | ''})[]);
  if (caller !== 'partner') return ahead;
  const overtaken = await countRows(scope, sql<boolean>`a.tenant_id = ${tenantId}::uuid and ${isOutOfTime(reader)}`, names);
  return new Map([...ahead].map(([facet, values]) => [facet, new Map([...values].map(([value, number]) => [value, (number ?? 0) - (overtaken.get(facet)?.get(value) ?? 0)]))]));
}

const columns: Readonly<Record<FacetName | '', string>> = {
  '': `array['']`, type: 'array[a.type]', product: 'a.products', industry: 'a.industries', salesStage: 'a.sales_stages', persona: 'a.personas', language: 'a.languages', tag: 'a.tags', folderId: 'array_remove(array[a.folder_id::text], null)',
};

async function countRows({db}: Scope, where: RawBuilder<boolean>, names: readonly (FacetName | '')[]): Promise<Tally> {
  const column = (name: FacetName | '') => sql.raw(`facet_${name.toLowerCase()}`);
  const values = sql.join(names.map(name => sql`select ${name}::text as facet, value, count(*)::int as count from found, unnest(found.${column(name)}) as value group by value`), sql` union all `);
  const picked = sql.join(names.map(name => sql`${sql.raw(columns[name])} as ${column(name)}`));
  const {rows} = await sql<{facet: FacetName | ''; value: string; count: number}>`with found as materialized (select ${picked} from asset a where ${where}) ${values}`.execute(db);
  return toTally(rows);
}

function toTally(rows: readonly {readonly facet: FacetName | ''; readonly value: string; readonly count: number}[]): Tally {
  return new Map([...Map.groupBy(rows, ({facet}) => facet)].map(([facet, of]) => [facet, new Map(of.map(({value, count: number}) => [value, number]))]));
}

/** The database gives values that are not counted in the order in which everything has them. */
function mostCommon(values: ReadonlyMap<string, number | null> = new Map()): FacetCount[] {
  return [...values]
    .map(([value, number]) => ({value, count: number}))
    .filter(({count: number}) => number !== 0)
    .toSorted((a, b) => (b.count === null || a.count === null ? 0 : b.count - a.count || (a.value < b.value ? -1 : 1)))
    .slice(0, mostValues);
}
