import type {Api, RouteParsed} from '@portico/contract';
import {sql, type RawBuilder} from 'kysely';
import type {Scope} from '../database/scope.ts';
import {facetNames, facetQuery, typedQuery, type FacetFilter, type FacetName} from './asset-search.rules.ts';
import type {AssetReader} from './asset-reader.queries.ts';

/** What a list may be narrowed to. */
export type AssetFilter = RouteParsed<Api['assets']['counts']>;

export interface AssetCondition {
  /** The reader may see `asset as a`, and asked for it. */
  readonly where: RawBuilder<boolean>;
  /** What was typed, as a tsquery, when the finds are few enough to be put in order by it. */
  readonly rankedBy: string | null;
  /** Words and values of facets alone find more than is gone through one by one. */
  readonly isMuch: boolean;
}

// More than this, and asking each row finds a page sooner than going through everything that was found.
export const fewAssets = 1000;
const everHeld = ['published', 'recalled', 'superseded', 'expired'];
const dayMs = 86_400_000;

/**
 * @param without - A facet whose own values are not asked for, to count the others of it.
 * @param isNarrow - It is asked of few assets only: words are held against each, and not looked up.
 */
export async function assetCondition(scope: Scope, reader: AssetReader, filter: AssetFilter, {without, isNarrow = false}: {readonly without?: FacetName | undefined; readonly isNarrow?: boolean} = {}): Promise<AssetCondition> {
  const {q, status, access, favourites, new: isNew, expiringWithinDays, stale} = filter;
  const isPartner = scope.caller === 'partner';
  const statuses = status ?? (isPartner ? (stale ? everHeld : ['published']) : null);
  const conditions: RawBuilder<unknown>[] = [sql`a.tenant_id = ${scope.tenantId}::uuid`];
  // One status is looked up in the index together with the order.
  if (statuses !== null) conditions.push(statuses.length === 1 ? sql`a.status = ${statuses[0]}` : sql`a.status = any (${statuses}::text[])`);
  if (isPartner) conditions.push(inTime(reader));
  if (access !== undefined) conditions.push(access === 'granted' ? granted(scope, reader) : sql`not ${granted(scope, reader)}`);
  if (favourites !== undefined) conditions.push(favourites ? isFavourite(scope) : sql`not ${isFavourite(scope)}`);
  if (isNew !== undefined) conditions.push(isNew ? isNews(reader) : sql`not ${isNews(reader)}`);
  if (expiringWithinDays !== undefined) conditions.push(isExpiring(reader, expiringWithinDays));
  if (stale !== undefined) conditions.push(stale ? isHeldStale(scope) : sql`not ${isHeldStale(scope)}`);
  const facets: FacetFilter = Object.fromEntries(facetNames.flatMap(name => (name === without || filter[name] === undefined ? [] : [[name, filter[name]]])));
  const search = await found(scope, {typed: q === undefined ? null : typedQuery(q), facets: facetQuery(facets), statuses, isNarrow});
  return {where: sql<boolean>`(${sql.join([...conditions, ...search.conditions], sql` and `)})`, rankedBy: search.rankedBy, isMuch: search.isMuch};
}

/** Whether the present partner is entitled: what row-level security asks too, and the time. Vendor staff may have everything. */
function granted({caller}: Scope, {now}: AssetReader): RawBuilder<boolean> {
  if (caller !== 'partner') return sql<boolean>`true`;
  const keys = sql`(select current_partner_keys())`;
  const oneOf = (column: string) => sql`(${sql.ref(column)} = '{}' or ${sql.ref(column)} && ${keys})`;
  const any = sql.join(['a.needs_group', 'a.needs_type', 'a.needs_territory', 'a.needs_product'].map(oneOf), sql` and `);
  return sql<boolean>`(a.status <> 'published' or (a.needs_all <@ ${keys} and (not a.is_restricted or (${any})) and (a.entitled_from is null or a.entitled_from <= ${now}::timestamptz)))`;
}

/** Row-level security does not know the time. */
export function inTime({now}: AssetReader): RawBuilder<boolean> {
  return sql<boolean>`(a.status <> 'published' or ((a.entitled_until is null or a.entitled_until > ${now}::timestamptz) and (a.shown_locked or a.entitled_from is null or a.entitled_from <= ${now}::timestamptz)))`;
}

/** Published, and not for partners yet or no more; said so that it is looked up by its dates. */
export function isOutOfTime({now}: AssetReader): RawBuilder<boolean> {
  return sql<boolean>`(a.status = 'published' and (a.entitled_until <= ${now}::timestamptz or (a.entitled_from > ${now}::timestamptz and not a.shown_locked)))`;
}

export function isFavourite({tenantId, personId}: Scope): RawBuilder<boolean> {
  return sql<boolean>`(a.asset_id in (select f.asset_id from asset_favourite f where f.tenant_id = ${tenantId}::uuid and f.person_id = ${personId}::uuid))`;
}

export function isNews({visitedAt}: AssetReader): RawBuilder<boolean> {
  return visitedAt === null ? sql<boolean>`false` : sql<boolean>`(a.status = 'published' and a.sort_news > ${visitedAt}::timestamptz)`;
}

export function isExpiring({now}: AssetReader, days: number): RawBuilder<boolean> {
  return sql<boolean>`(a.status = 'published' and a.sort_expires <= ${new Date(Date.parse(now) + days * dayMs).toISOString()}::timestamptz)`;
}

/**
 * Somebody of the organisation (of the vendor's view: of any) holds a copy that is no more the present one of its language, and no later one of that language. Copies are
 * asked for first: there are fewer of them than assets.
 */
export function isHeldStale({tenantId, caller, partnerOrgId}: Scope): RawBuilder<boolean> {
  const ours = sql`h.tenant_id = ${tenantId}::uuid ${caller === 'partner' ? sql`and h.partner_org_id = ${partnerOrgId}::uuid` : sql``}`;
  return sql<boolean>`(
    a.asset_id in (select h.asset_id from asset_holding h where ${ours})
    and (a.status <> 'published' or a.asset_id in (
      select h.asset_id from asset_holding h join asset_version v on v.tenant_id = h.tenant_id and v.asset_version_id = h.asset_version_id
      where ${ours} and v.status <> 'current' and not exists (
        select from asset_holding l
        where l.tenant_id = h.tenant_id and l.partner_org_id = h.partner_org_id and l.asset_id = h.asset_id and l.language = h.language and l.downloaded_at > h.downloaded_at
      )
    ))
  )`;
}

interface Sought {
  readonly typed: string | null;
  readonly facets: string | null;
  readonly statuses: readonly string[] | null;
  readonly isNarrow: boolean;
}

async function found({caller, db}: Scope, {typed, facets, statuses, isNarrow}: Sought): Promise<{conditions: RawBuilder<unknown>[]; rankedBy: string | null; isMuch: boolean}> {
  const query = [typed, facets].filter(part => part !== null).join(' & ');
  if (query === '') return {conditions: [], rankedBy: null, isMuch: false};
  if (isNarrow) return {conditions: [sql`a.search_words @@ ${query}::tsquery`], rankedBy: null, isMuch: false};
  const keys = caller === 'partner' ? sql`current_partner_keys()` : sql`null::text[]`;
  const {rows} = await sql<{id: string}>`select id from find_assets(${query}::tsquery, ${statuses}::text[], ${keys}, ${fewAssets + 1}) as id`.execute(db);
  if (rows.length > fewAssets) return {conditions: [sql`a.search_words @@ ${query}::tsquery`], rankedBy: null, isMuch: true};
  return {conditions: [sql`a.asset_id = any (${rows.map(({id}) => id)}::uuid[])`], rankedBy: typed, isMuch: false};
}
