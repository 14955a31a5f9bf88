import type {Api, AssetHolder, AssetVersion, AssetVersionStatus, Page, RouteParsed, StoredFile} from '@portico/contract';
import {sql} from 'kysely';
import {recordAssetEvents} from '../asset-flow/record-asset-event.ts';
import type {LibraryFiles} from '../asset-flow/library-files.ts';
import {recordChanges} from '../changes/record-changes.ts';
import {newId, nowText} from '../context.ts';
import {elevated} from '../database/elevate.ts';
import {readPage} from '../database/page.ts';
import type {Scope} from '../database/scope.ts';
import {ownAct} from '../points-flow/partner-act.rules.ts';
import {recordPartnerEvents} from '../points-flow/record-partner-events.ts';

function versions({db, tenantId}: Scope) {
  return db
    .selectFrom('asset_version as v')
    .selectAll('v')
    .select(sql<string | null>`(select c.asset_version_id from asset_version c where c.tenant_id = v.tenant_id and c.asset_id = v.asset_id and c.language = v.language and c.status = 'current')`.as('current_id'))
    .where('v.tenant_id', '=', tenantId);
}

type Row = Awaited<ReturnType<ReturnType<typeof versions>['executeTakeFirstOrThrow']>>;

/** One page of an asset's versions, latest first. Row-level security leaves out for partners what was never published. */
export async function listVersions(scope: Scope, files: LibraryFiles, input: RouteParsed<Api['assetVersions']['list']>): Promise<Page<AssetVersion>> {
  const query = versions(scope)
    .where('v.asset_id', '=', input.assetId)
    .$if(input.language !== undefined, each => each.where('v.language', '=', input.language ?? ''));
  const {rows, page} = await readPage(scope, query, {list: 'asset versions', by: [{expression: sql.ref('v.number'), type: 'integer'}, {expression: sql.ref('v.asset_version_id'), type: 'uuid'}], direction: 'desc', input});
  return {items: await toItems(scope, files, rows), page};
}

export async function findAssetVersion(scope: Scope, files: LibraryFiles, id: string): Promise<AssetVersion | undefined> {
  const rows = await versions(scope).where('v.asset_version_id', '=', id).execute();
  return (await toItems(scope, files, rows))[0];
}

async function toItems(scope: Scope, files: LibraryFiles, rows: readonly Row[]): Promise<AssetVersion[]> {
  const isPartner = scope.caller === 'partner';
  const stored = rows.length === 0 ? new Map<string, StoredFile>() : await elevated(scope, system => files.find(system, rows.map(row => row.stored_file_id), 'all'));
  return rows.flatMap(row => {
    const file = stored.get(row.stored_file_id);
    return file ? [toVersion(row, isPartner ? {...file, uploadUrl: null, downloadUrl: null} : file)] : [];
  });
}

function toVersion(row: Row, storedFile: StoredFile): AssetVersion {
  return {
    id: row.asset_version_id,
    assetId: row.asset_id,
    number: row.number,
    language: row.language,
    storedFile,
    changeNote: row.change_note,
    validFrom: row.valid_from,
    validUntil: row.valid_until,
    status: row.status as AssetVersionStatus,
    publishedAt: row.published_at,
    recallReason: row.recall_reason,
    currentId: row.current_id,
    version: row.version,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  };
}

/** Writes down that somebody got a version: the event, and for a partner that they hold a copy, and what that counts as the first time. */
export async function recordDownload(scope: Scope, version: {readonly id: string; readonly assetId: string; readonly language: string}): Promise<void> {
  const {db, tenantId, personId, partnerOrgId, context} = scope;
  const at = nowText(context);
  await recordAssetEvents(scope, [{kind: 'download', assetId: version.assetId, versionId: version.id}]);
  if (partnerOrgId === null) return;
  await sql`
    insert into asset_holding (tenant_id, asset_holding_id, asset_id, asset_version_id, language, partner_org_id, person_id, downloaded_at)
    values (${tenantId}::uuid, ${newId(context)}::uuid, ${version.assetId}::uuid, ${version.id}::uuid, ${version.language}, ${partnerOrgId}::uuid, ${personId}::uuid, ${at}::timestamptz)
    on conflict (tenant_id, asset_version_id, partner_org_id, person_id) do update set downloads = asset_holding.downloads + 1, downloaded_at = excluded.downloaded_at`.execute(db);
  const act = ownAct('asset_downloaded', {partnerOrgId, personId, id: `${version.id}:${partnerOrgId}`, entityId: version.assetId, occurredAt: at});
  const points = await elevated(scope, system => recordPartnerEvents(system, [act]));
  if (points.length > 0) await recordChanges(scope, points);
}

/** Whether an organisation has a copy of any version. */
export async function isHolder({db, tenantId}: Scope, assetId: string, partnerOrgId: string): Promise<boolean> {
  return (await db.selectFrom('asset_holding').select('asset_holding_id').where('tenant_id', '=', tenantId).where('asset_id', '=', assetId).where('partner_org_id', '=', partnerOrgId).limit(1).executeTakeFirst()) !== undefined;
}

/** One page of who has which version of an asset, latest downloads first. */
export async function listHolders(scope: Scope, input: RouteParsed<Api['assetVersions']['holders']>): Promise<Page<AssetHolder>> {
  const isStale = sql<boolean>`(v.status <> 'current' or a.status <> 'published')`;
  const query = scope.db
    .selectFrom('asset_holding as h')
    .innerJoin('asset_version as v', join => join.onRef('v.tenant_id', '=', 'h.tenant_id').onRef('v.asset_version_id', '=', 'h.asset_version_id'))
    .innerJoin('asset as a', join => join.onRef('a.tenant_id', '=', 'h.tenant_id').onRef('a.asset_id', '=', 'h.asset_id'))
    .innerJoin('partner_org as o', join => join.onRef('o.tenant_id', '=', 'h.tenant_id').onRef('o.partner_org_id', '=', 'h.partner_org_id'))
    .leftJoin('person as p', join => join.onRef('p.tenant_id', '=', 'h.tenant_id').onRef('p.person_id', '=', 'h.person_id'))
    .select(['h.asset_holding_id', 'h.asset_version_id', 'h.language', 'h.downloads', 'h.downloaded_at', 'h.partner_org_id', 'h.person_id', 'v.number', 'o.name as partner_name', 'p.name as person_name', isStale.as('is_stale')])
    .where('h.tenant_id', '=', scope.tenantId)
    .where('h.asset_id', '=', input.assetId)
    .$if(input.stale !== undefined, each => each.where(isStale, '=', input.stale ?? true));
  const by = [{expression: sql.ref('h.downloaded_at'), type: 'timestamptz'}, {expression: sql.ref('h.asset_holding_id'), type: 'uuid'}] as const;
  const {rows, page} = await readPage(scope, query, {list: 'asset holders', by, direction: 'desc', input});
  const items = rows.map(row => ({
    id: row.asset_holding_id,
    partnerOrg: {id: row.partner_org_id, name: row.partner_name},
    person: row.person_id === null ? null : {id: row.person_id, name: row.person_name ?? ''},
    versionId: row.asset_version_id,
    number: row.number,
    language: row.language,
    downloads: row.downloads,
    downloadedAt: row.downloaded_at,
    isStale: row.is_stale,
  }));
  return {items, page};
}
