import type {Api, AssetEventKind, AssetEventRecord, AssetReport, AssetReportBy, Page, RouteParsed} from '@portico/contract';
import {sql, type RawBuilder} from 'kysely';
import {readPage} from '../database/page.ts';
import type {Scope} from '../database/scope.ts';
import {readOwnRows} from '../asset-flow/own-rows.ts';

type Filter = Omit<RouteParsed<Api['assetEvents']['list']>, 'limit' | 'cursor'>;

const mostRows = 400;

function matching({db, tenantId}: Scope, {assetId, assetVersionId, partnerOrgId, personId, kind, campaign, shareLinkId, collateralEmbedId, since, until}: Filter, ownerId: string | null) {
  return db
    .selectFrom('asset_event as e')
    .where('e.tenant_id', '=', tenantId)
    .$if(ownerId !== null, each => each.where('e.partner_org_id', '=', ownerId))
    .$if(assetId !== undefined, each => each.where('e.asset_id', '=', assetId ?? ''))
    .$if(assetVersionId !== undefined, each => each.where('e.asset_version_id', '=', assetVersionId ?? ''))
    .$if(partnerOrgId !== undefined, each => each.where('e.partner_org_id', '=', partnerOrgId ?? ''))
    .$if(personId !== undefined, each => each.where('e.person_id', '=', personId ?? ''))
    .$if(kind !== undefined && kind.length > 0, each => each.where('e.kind', 'in', kind ?? []))
    .$if(campaign !== undefined, each => each.where('e.campaign', '=', campaign ?? ''))
    .$if(shareLinkId !== undefined, each => each.where('e.share_link_id', '=', shareLinkId ?? ''))
    .$if(collateralEmbedId !== undefined, each => each.where('e.collateral_embed_id', '=', collateralEmbedId ?? ''))
    .$if(since !== undefined, each => each.where('e.at', '>=', since ?? ''))
    .$if(until !== undefined, each => each.where('e.at', '<', until ?? ''));
}

/** One page of what was done, latest first. */
export function listAssetEvents(scope: Scope, {limit, cursor, ...filter}: RouteParsed<Api['assetEvents']['list']>): Promise<Page<AssetEventRecord>> {
  return readOwnRows(scope, async (reader, ownerId) => {
    const query = matching(reader, filter, ownerId)
      .innerJoin('asset as a', join => join.onRef('a.tenant_id', '=', 'e.tenant_id').onRef('a.asset_id', '=', 'e.asset_id'))
      .leftJoin('asset_version as v', join => join.onRef('v.tenant_id', '=', 'e.tenant_id').onRef('v.asset_version_id', '=', 'e.asset_version_id'))
      .leftJoin('partner_org as o', join => join.onRef('o.tenant_id', '=', 'e.tenant_id').onRef('o.partner_org_id', '=', 'e.partner_org_id'))
      .leftJoin('person as p', join => join.onRef('p.tenant_id', '=', 'e.tenant_id').onRef('p.person_id', '=', 'e.person_id'))
      .select([
        'e.asset_event_id', 'e.kind', 'e.at', 'e.count', 'e.asset_id', 'e.asset_version_id', 'e.partner_org_id', 'e.person_id', 'e.campaign', 'e.share_link_id', 'e.collateral_embed_id', 'e.page_origin', 'e.lead_id',
        'a.title', 'a.type', 'v.number', 'v.language', 'o.name as partner_name', 'p.name as person_name',
      ]);
    const by = [{expression: sql.ref('e.at'), type: 'timestamptz'}, {expression: sql.ref('e.asset_event_id'), type: 'uuid'}] as const;
    // A cursor stays bound to the organisation it was made for.
    const {rows, page} = await readPage({...reader, partnerOrgId: ownerId}, query, {list: 'asset events', by, direction: 'desc', input: {limit, cursor, ...filter}});
    const items = rows.map(row => ({
      id: row.asset_event_id,
      kind: row.kind as AssetEventKind,
      at: row.at,
      count: row.count,
      asset: {id: row.asset_id, title: row.title, type: row.type as AssetEventRecord['asset']['type']},
      versionId: row.asset_version_id,
      number: row.number,
      language: row.language,
      partnerOrg: row.partner_org_id === null ? null : {id: row.partner_org_id, name: row.partner_name ?? ''},
      person: row.person_id === null ? null : {id: row.person_id, name: row.person_name ?? ''},
      campaign: row.campaign,
      shareLinkId: row.share_link_id,
      collateralEmbedId: row.collateral_embed_id,
      pageOrigin: row.page_origin,
      leadId: ownerId === null ? row.lead_id : null,
    }));
    return {items, page};
  });
}

/** What a report counts by, as it is compared, which is quicker than as text; and the name where there is one. */
function keyOf(by: AssetReportBy, timeZone: string): {readonly key: RawBuilder<unknown>; readonly name: RawBuilder<string | null>} {
  const nameless = sql<string | null>`null::text`;
  switch (by) {
    case 'asset':
      return {key: sql`e.asset_id`, name: sql`(select a.title from asset a where a.tenant_id = current_tenant() and a.asset_id = counted.key)`};
    case 'version':
      return {key: sql`e.asset_version_id`, name: sql`(select a.title from asset a join asset_version v using (tenant_id, asset_id) where v.tenant_id = current_tenant() and v.asset_version_id = counted.key)`};
    case 'partner_org':
      return {key: sql`e.partner_org_id`, name: sql`(select o.name from partner_org o where o.tenant_id = current_tenant() and o.partner_org_id = counted.key)`};
    case 'person':
      return {key: sql`e.person_id`, name: sql`(select p.name from person p where p.tenant_id = current_tenant() and p.person_id = counted.key)`};
    case 'day':
      return {key: sql`(e.at at time zone ${timeZone})::date`, name: nameless};
    case 'campaign':
      return {key: sql`e.campaign`, name: nameless};
  }
}

/** Counts what was done. */
export function reportAssetEvents(scope: Scope, {by, timeZone, ...filter}: RouteParsed<Api['assetEvents']['report']>): Promise<AssetReport> {
  return readOwnRows(scope, async (reader, ownerId) => {
    const {key, name} = keyOf(by, timeZone);
    const kinds = matching(reader, filter, ownerId).select([key.as('key'), 'e.kind', sql<number>`sum(e.count)`.as('count')]).groupBy([sql`1`, 'e.kind']);
    const order = by === 'day' ? sql`counted.key desc` : sql`counted.total desc, counted.key`;
    const version =
      by === 'version'
        ? sql`(select jsonb_build_object('assetId', v.asset_id, 'number', v.number, 'language', v.language) from asset_version v where v.tenant_id = current_tenant() and v.asset_version_id = counted.key)`
        : sql`null::jsonb`;
    const {rows} = await sql<AssetReport['rows'][number]>`
      with kinds as (${kinds}), counted as (select key, jsonb_object_agg(kind, count) as counts, sum(count)::float8 as total from kinds group by key)
      select ${by === 'day' ? sql`to_char(counted.key, 'YYYY-MM-DD')` : sql`counted.key::text`} as key, ${name} as name, ${version} as version, counted.counts, counted.total from counted order by ${order} limit ${mostRows + 1}`.execute(reader.db);
    return {by, rows: rows.slice(0, mostRows).map(({key: rowKey, name: rowName, version: rowVersion, counts, total}) => ({key: rowKey, name: rowName, version: rowVersion, counts, total})), isCut: rows.length > mostRows};
  });
}

/** Of some assets, those that the scope sees, with the versions among those given that belong to them. */
export async function findSeen({db, tenantId}: Scope, assetIds: readonly string[]): Promise<{readonly assets: ReadonlySet<string>; readonly versions: ReadonlyMap<string, string>}> {
  const assets = await db.selectFrom('asset').select('asset_id').where('tenant_id', '=', tenantId).where('asset_id', 'in', assetIds).execute();
  const versions = await db.selectFrom('asset_version').select(['asset_version_id', 'asset_id']).where('tenant_id', '=', tenantId).where('asset_id', 'in', assetIds).execute();
  return {assets: new Set(assets.map(row => row.asset_id)), versions: new Map(versions.map(row => [row.asset_version_id, row.asset_id]))};
}
