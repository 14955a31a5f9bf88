import type {AssetVersionStatus, CurrentVersion, FilePreview, HolderCount, StoredFile} from '@portico/contract';
import {sql} from 'kysely';
import type {LibraryFiles} from '../asset-flow/library-files.ts';
import {elevated} from '../database/elevate.ts';
import type {Scope} from '../database/scope.ts';

/** A copy that an organisation has: its last one of a language. */
export interface HeldRow {
  readonly versionId: string;
  readonly number: number;
  readonly language: string;
  readonly downloadedAt: string;
  readonly status: AssetVersionStatus;
}

/** What belongs to the assets of a page. */
export interface AssetParts {
  readonly isPartner: boolean;
  readonly current: ReadonlyMap<string, readonly (CurrentVersion & {readonly preview: FilePreview | null})[]>;
  readonly held: ReadonlyMap<string, readonly HeldRow[]>;
  readonly holders: ReadonlyMap<string, HolderCount>;
  readonly favourites: ReadonlySet<string>;
  /** Those that have a published template. */
  readonly cobrandable: ReadonlySet<string>;
}

export async function findAssetParts(scope: Scope, files: LibraryFiles, ids: readonly string[]): Promise<AssetParts> {
  if (ids.length === 0) return {isPartner: scope.caller === 'partner', current: new Map(), held: new Map(), holders: new Map(), favourites: new Set(), cobrandable: new Set()};
  return {isPartner: scope.caller === 'partner', current: await findCurrent(scope, files, ids), held: await findHeld(scope, ids), holders: await countHolders(scope, ids), favourites: await findFavourites(scope, ids), cobrandable: await findCobrandable(scope, ids)};
}

async function findCurrent(scope: Scope, files: LibraryFiles, ids: readonly string[]): Promise<AssetParts['current']> {
  const rows = await scope.db
    .selectFrom('asset_version')
    .select(['asset_id', 'asset_version_id', 'number', 'language', 'stored_file_id', 'valid_until'])
    .where('tenant_id', '=', scope.tenantId)
    .where('asset_id', 'in', ids)
    .where('status', '=', 'current')
    .orderBy('language')
    .execute();
  // Who sees the version may see what its file is called and looks like, whoever the file belongs to.
  const stored = rows.length === 0 ? new Map<string, StoredFile>() : await elevated(scope, system => files.find(system, rows.map(row => row.stored_file_id), 'cover'));
  const versions = rows.flatMap(row => {
    const file = stored.get(row.stored_file_id);
    if (!file) return [];
    const {fileName, mediaType, sizeBytes, previews} = file;
    return [{assetId: row.asset_id, version: {id: row.asset_version_id, number: row.number, language: row.language, fileName, mediaType, sizeBytes, validUntil: row.valid_until, preview: previews[0] ?? null}}];
  });
  return grouped(versions.map(({assetId, version}) => [assetId, version]));
}

async function findHeld({db, tenantId, caller, partnerOrgId}: Scope, ids: readonly string[]): Promise<AssetParts['held']> {
  if (caller !== 'partner') return new Map();
  const rows = await db
    .selectFrom('asset_holding as h')
    .innerJoin('asset_version as v', join => join.onRef('v.tenant_id', '=', 'h.tenant_id').onRef('v.asset_version_id', '=', 'h.asset_version_id'))
    .distinctOn(['h.asset_id', 'h.language'])
    .select(['h.asset_id', 'h.asset_version_id', 'h.language', 'h.downloaded_at', 'v.number', 'v.status'])
    .where('h.tenant_id', '=', tenantId)
    .where('h.partner_org_id', '=', partnerOrgId)
    .where('h.asset_id', 'in', ids)
    .orderBy('h.asset_id')
    .orderBy('h.language')
    .orderBy('h.downloaded_at', 'desc')
    .execute();
  return grouped(rows.map(row => [row.asset_id, {versionId: row.asset_version_id, number: row.number, language: row.language, downloadedAt: row.downloaded_at, status: row.status as AssetVersionStatus}]));
}

/** Partners with copies, and those of them whose last copy of a language is out of date. */
async function countHolders({db, tenantId, caller}: Scope, ids: readonly string[]): Promise<AssetParts['holders']> {
  if (caller === 'partner') return new Map();
  const last = db
    .selectFrom('asset_holding as h')
    .innerJoin('asset_version as v', join => join.onRef('v.tenant_id', '=', 'h.tenant_id').onRef('v.asset_version_id', '=', 'h.asset_version_id'))
    .innerJoin('asset as a', join => join.onRef('a.tenant_id', '=', 'h.tenant_id').onRef('a.asset_id', '=', 'h.asset_id'))
    .distinctOn(['h.asset_id', 'h.partner_org_id', 'h.language'])
    .select(['h.asset_id', 'h.partner_org_id', sql<boolean>`v.status <> 'current' or a.status <> 'published'`.as('is_stale')])
    .where('h.tenant_id', '=', tenantId)
    .where('h.asset_id', 'in', ids)
    .orderBy('h.asset_id')
    .orderBy('h.partner_org_id')
    .orderBy('h.language')
    .orderBy('h.downloaded_at', 'desc');
  const rows = await db
    .selectFrom(last.as('l'))
    .select(['l.asset_id', sql<number>`count(distinct l.partner_org_id)::int`.as('partners'), sql<number>`(count(distinct l.partner_org_id) filter (where l.is_stale))::int`.as('stale')])
    .groupBy('l.asset_id')
    .execute();
  return new Map(rows.map(({asset_id: id, partners: partnerOrgs, stale}) => [id, {partnerOrgs, stale}]));
}

async function findFavourites({db, tenantId, personId}: Scope, ids: readonly string[]): Promise<ReadonlySet<string>> {
  if (personId === null) return new Set();
  const rows = await db.selectFrom('asset_favourite').select('asset_id').where('tenant_id', '=', tenantId).where('person_id', '=', personId).where('asset_id', 'in', ids).execute();
  return new Set(rows.map(row => row.asset_id));
}

async function findCobrandable({db, tenantId}: Scope, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await db.selectFrom('cobrand_template').select('asset_id').where('tenant_id', '=', tenantId).where('status', '=', 'published').where('asset_id', 'in', ids).execute();
  return new Set(rows.map(row => row.asset_id));
}

export async function putFavourite({db, tenantId, personId, context}: Scope, assetId: string): Promise<void> {
  await sql`insert into asset_favourite (tenant_id, person_id, asset_id, created_at) values (${tenantId}::uuid, ${personId}::uuid, ${assetId}::uuid, ${new Date(context.now()).toISOString()}::timestamptz) on conflict do nothing`.execute(db);
}

export async function removeFavourite({db, tenantId, personId}: Scope, assetId: string): Promise<void> {
  await db.deleteFrom('asset_favourite').where('tenant_id', '=', tenantId).where('person_id', '=', personId).where('asset_id', '=', assetId).execute();
}

/** Moves a person's last visit to now. */
export async function putVisit({db, tenantId, personId}: Scope, at: string): Promise<void> {
  await sql`insert into asset_visit (tenant_id, person_id, visited_at) values (${tenantId}::uuid, ${personId}::uuid, ${at}::timestamptz)
    on conflict (tenant_id, person_id) do update set visited_at = greatest(asset_visit.visited_at, excluded.visited_at)`.execute(db);
}

function grouped<T>(pairs: readonly (readonly [string, T])[]): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const [key, value] of pairs) groups.set(key, [...(groups.get(key) ?? []), value]);
  return groups;
}
