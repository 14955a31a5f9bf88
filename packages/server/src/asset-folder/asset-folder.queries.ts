import type {Api, AssetFolder, Page, RouteParsed} from '@portico/contract';
import {sql} from 'kysely';
import {newId, nowText} from '../context.ts';
import {readPage} from '../database/page.ts';
import type {Scope} from '../database/scope.ts';

/** Folders with the number of assets that the reader sees in them; partners get those alone that lead to one. */
function folders({db, tenantId, caller, context}: Scope) {
  const isPartner = caller === 'partner';
  // Row-level security hides assets; what is not published or over counts for nobody at a partner.
  const now = nowText(context);
  const seen = isPartner ? sql`and a.status = 'published' and (a.entitled_until is null or a.entitled_until > ${now}::timestamptz) and (a.shown_locked or a.entitled_from is null or a.entitled_from <= ${now}::timestamptz)` : sql``;
  const query = db
    .selectFrom('asset_folder as f')
    .selectAll('f')
    .select(sql<number>`(select count(*)::int from asset a where a.tenant_id = f.tenant_id and a.folder_id = f.asset_folder_id ${seen})`.as('asset_count'))
    .where('f.tenant_id', '=', tenantId);
  if (!isPartner) return query;
  return query.where(sql<boolean>`f.asset_folder_id in (
    with recursive shown as (
      select distinct a.folder_id from asset a where a.tenant_id = ${tenantId}::uuid and a.folder_id is not null ${seen}
      union
      select p.parent_id from asset_folder p join shown l on l.folder_id = p.asset_folder_id where p.tenant_id = ${tenantId}::uuid and p.parent_id is not null
    ) select folder_id from shown
  )`);
}

type Row = Awaited<ReturnType<ReturnType<typeof folders>['executeTakeFirstOrThrow']>>;

export async function listFolders(scope: Scope, input: RouteParsed<Api['assetFolders']['list']>): Promise<Page<AssetFolder>> {
  const by = [{expression: sql.ref('f.name'), type: 'text'}, {expression: sql.ref('f.asset_folder_id'), type: 'uuid'}] as const;
  const {rows, page} = await readPage(scope, folders(scope), {list: 'asset folders', by, direction: 'asc', input});
  return {items: rows.map(toFolder), page};
}

export async function findFolder(scope: Scope, id: string): Promise<AssetFolder | undefined> {
  const row = await folders(scope).where('f.asset_folder_id', '=', id).executeTakeFirst();
  return row && toFolder(row);
}

export function lockFolder({db, tenantId}: Scope, id: string): Promise<{version: number} | undefined> {
  return db.selectFrom('asset_folder').select('version').where('tenant_id', '=', tenantId).where('asset_folder_id', '=', id).forUpdate().executeTakeFirst();
}

export async function insertFolder({db, tenantId, context}: Scope, {name, parentId}: {readonly name: string; readonly parentId: string | null}): Promise<string> {
  const id = newId(context);
  const now = nowText(context);
  await db.insertInto('asset_folder').values({tenant_id: tenantId, asset_folder_id: id, name, parent_id: parentId, created_at: now, updated_at: now}).execute();
  return id;
}

export async function updateFolder({db, tenantId, context}: Scope, id: string, {name, parentId}: {readonly name?: string | undefined; readonly parentId?: string | null | undefined}): Promise<void> {
  const changes = {...(name === undefined ? {} : {name}), ...(parentId === undefined ? {} : {parent_id: parentId}), updated_at: nowText(context)};
  await db.updateTable('asset_folder').set(changes).where('tenant_id', '=', tenantId).where('asset_folder_id', '=', id).execute();
}

export async function deleteFolder({db, tenantId}: Scope, id: string): Promise<void> {
  await db.deleteFrom('asset_folder').where('tenant_id', '=', tenantId).where('asset_folder_id', '=', id).execute();
}

/** Whether anything is in a folder. */
export async function isFolderUsed({db, tenantId}: Scope, id: string): Promise<boolean> {
  const {rows} = await sql<{used: boolean}>`select exists (select from asset where tenant_id = ${tenantId}::uuid and folder_id = ${id}::uuid) or exists (select from asset_folder where tenant_id = ${tenantId}::uuid and parent_id = ${id}::uuid) as used`.execute(db);
  return rows[0]?.used ?? false;
}

/** The folders above one, from its parent to the top. */
export async function foldersAbove({db, tenantId}: Scope, id: string): Promise<string[]> {
  const {rows} = await sql<{id: string}>`
    with recursive above as (
      select parent_id, 1 as height from asset_folder where tenant_id = ${tenantId}::uuid and asset_folder_id = ${id}::uuid
      union all
      select f.parent_id, above.height + 1 from asset_folder f join above on f.asset_folder_id = above.parent_id where f.tenant_id = ${tenantId}::uuid and above.height < 50
    ) select parent_id as id from above where parent_id is not null`.execute(db);
  return rows.map(row => row.id);
}

function toFolder(row: Row): AssetFolder {
  return {id: row.asset_folder_id, name: row.name, parentId: row.parent_id, assetCount: row.asset_count, version: row.version, createdAt: row.created_at, updatedAt: row.updated_at};
}
