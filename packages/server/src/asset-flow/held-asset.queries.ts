import type {AssetStatus, AssetVersionStatus} from '@portico/contract';
import {sql, type Insertable, type Selectable, type Updateable} from 'kysely';
import type {AssetTable, AssetVersionTable} from '../database/collateral-tables.ts';
import type {Scope} from '../database/scope.ts';

/** An asset under a lock: its row as it is in the database. */
export type HeldAsset = Omit<Selectable<AssetTable>, 'status'> & {readonly status: AssetStatus};
export type AssetChanges = Updateable<AssetTable>;
export type NewAssetRow = Omit<Insertable<AssetTable>, 'tenant_id' | 'program_id'>;

export type VersionRow = Omit<Selectable<AssetVersionTable>, 'status'> & {readonly status: AssetVersionStatus};
export type VersionChanges = Updateable<AssetVersionTable>;

/** Locks an asset until the commit: whoever changes it or one of its versions takes turns here. */
export async function lockAsset({db, tenantId}: Scope, id: string): Promise<HeldAsset | undefined> {
  return (await db.selectFrom('asset').selectAll().where('tenant_id', '=', tenantId).where('asset_id', '=', id).forNoKeyUpdate().executeTakeFirst()) as HeldAsset | undefined;
}

export async function insertAsset({db, tenantId, programId}: Scope, asset: NewAssetRow): Promise<HeldAsset> {
  return (await db.insertInto('asset').values({...asset, tenant_id: tenantId, program_id: programId}).returningAll().executeTakeFirstOrThrow()) as HeldAsset;
}

/** Changes an asset. Its version rises by itself. */
export async function updateAsset({db, tenantId}: Scope, id: string, changes: AssetChanges): Promise<HeldAsset> {
  return (await db.updateTable('asset').set(changes).where('tenant_id', '=', tenantId).where('asset_id', '=', id).returningAll().executeTakeFirstOrThrow()) as HeldAsset;
}

/** An asset's versions, earliest first. */
export async function readVersions({db, tenantId}: Scope, assetId: string): Promise<VersionRow[]> {
  return (await db.selectFrom('asset_version').selectAll().where('tenant_id', '=', tenantId).where('asset_id', '=', assetId).orderBy('number').execute()) as VersionRow[];
}

export async function findVersion({db, tenantId}: Scope, id: string): Promise<VersionRow | undefined> {
  return (await db.selectFrom('asset_version').selectAll().where('tenant_id', '=', tenantId).where('asset_version_id', '=', id).executeTakeFirst()) as VersionRow | undefined;
}

export async function insertVersion({db, tenantId}: Scope, version: Omit<Insertable<AssetVersionTable>, 'tenant_id'>): Promise<VersionRow> {
  return (await db.insertInto('asset_version').values({...version, tenant_id: tenantId}).returningAll().executeTakeFirstOrThrow()) as VersionRow;
}

export async function updateVersion({db, tenantId}: Scope, id: string, changes: VersionChanges): Promise<VersionRow> {
  return (await db.updateTable('asset_version').set(changes).where('tenant_id', '=', tenantId).where('asset_version_id', '=', id).returningAll().executeTakeFirstOrThrow()) as VersionRow;
}

/** Names of files, for search. */
export async function readFileNames({db, tenantId}: Scope, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return [];
  const rows = await db.selectFrom('stored_file').select('file_name').where('tenant_id', '=', tenantId).where('stored_file_id', 'in', ids).execute();
  return rows.map(({file_name}) => file_name);
}

/** Of some files those that no version but recalled ones has. */
export async function filesOfRecalledAlone({db, tenantId}: Scope, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return [];
  const kept = await db.selectFrom('asset_version').select('stored_file_id').distinct().where('tenant_id', '=', tenantId).where('stored_file_id', 'in', ids).where('status', '<>', 'recalled').execute();
  return ids.filter(id => !kept.some(({stored_file_id}) => stored_file_id === id));
}

/** Partners who hear of a change to an asset. */
export async function readAudience({db}: Scope, assetId: string): Promise<string[]> {
  const {rows} = await sql<{audience: string[]}>`select asset_audience(${assetId}::uuid) as audience`.execute(db);
  return rows[0]?.audience ?? [];
}

export async function folderExists({db, tenantId}: Scope, id: string): Promise<boolean> {
  return (await db.selectFrom('asset_folder').select('asset_folder_id').where('tenant_id', '=', tenantId).where('asset_folder_id', '=', id).executeTakeFirst()) !== undefined;
}
