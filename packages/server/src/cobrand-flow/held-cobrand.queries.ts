import type {CobrandStatus} from '@portico/contract';
import type {Insertable, Selectable, Updateable} from 'kysely';
import type {CobrandOutputTable, CobrandPreviewTable, CobrandTable} from '../database/cobrand-tables.ts';
import type {Scope} from '../database/scope.ts';

/** A copy as it is in the database. */
export type CobrandRow = Omit<Selectable<CobrandTable>, 'status'> & {readonly status: CobrandStatus};
export type CobrandChanges = Updateable<CobrandTable>;
export type OutputRow = Selectable<CobrandOutputTable>;
export type PreviewRow = Selectable<CobrandPreviewTable>;

/** Locks a copy until the commit. */
export async function lockCobrand({db, tenantId}: Scope, id: string): Promise<CobrandRow | undefined> {
  return (await db.selectFrom('cobrand').selectAll().where('tenant_id', '=', tenantId).where('cobrand_id', '=', id).forUpdate().executeTakeFirst()) as CobrandRow | undefined;
}

export async function insertCobrand({db, tenantId}: Scope, row: Omit<Insertable<CobrandTable>, 'tenant_id'>): Promise<void> {
  await db.insertInto('cobrand').values({...row, tenant_id: tenantId}).execute();
}

/** Changes a copy. Its version rises by itself. */
export async function updateCobrand({db, tenantId}: Scope, id: string, changes: CobrandChanges): Promise<CobrandRow> {
  return (await db.updateTable('cobrand').set(changes).where('tenant_id', '=', tenantId).where('cobrand_id', '=', id).returningAll().executeTakeFirstOrThrow()) as CobrandRow;
}

/** Removes a copy and what was made of it; the files go with the next round of whoever removes files. */
export async function deleteCobrand(scope: Scope, id: string): Promise<void> {
  const files = await scope.db.selectFrom('cobrand_output').select('stored_file_id').where('tenant_id', '=', scope.tenantId).where('cobrand_id', '=', id).execute();
  await scope.db.deleteFrom('cobrand').where('tenant_id', '=', scope.tenantId).where('cobrand_id', '=', id).execute();
  await letFilesGo(scope, files.map(({stored_file_id}) => stored_file_id));
}

/** Files that were made and never released. */
export async function letFilesGo({db, tenantId, context}: Scope, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  const now = new Date(context.now()).toISOString();
  await db.updateTable('stored_file').set({status: 'rejected', problem: 'unreadable', sha256: null, due_at: now, updated_at: now}).where('tenant_id', '=', tenantId).where('stored_file_id', 'in', ids).execute();
}

/** The files that were made for copies, by their codes. */
export async function readOutputs({db, tenantId}: Scope, codes: readonly string[]): Promise<ReadonlyMap<string, OutputRow>> {
  if (codes.length === 0) return new Map();
  const rows = await db.selectFrom('cobrand_output').selectAll().where('tenant_id', '=', tenantId).where('code', 'in', codes).execute();
  return new Map(rows.map(row => [row.code, row]));
}

export async function insertOutput({db, tenantId}: Scope, row: Omit<Insertable<CobrandOutputTable>, 'tenant_id'>): Promise<void> {
  await db.insertInto('cobrand_output').values({...row, tenant_id: tenantId}).execute();
}

/** Notes that a file was released. */
export async function releaseOutput({db, tenantId}: Scope, code: string, at: string): Promise<void> {
  await db.updateTable('cobrand_output').set({published_at: at}).where('tenant_id', '=', tenantId).where('code', '=', code).where('published_at', 'is', null).execute();
}

export async function insertPreview({db, tenantId}: Scope, row: Omit<Insertable<CobrandPreviewTable>, 'tenant_id'>): Promise<void> {
  await db.insertInto('cobrand_preview').values({...row, tenant_id: tenantId}).execute();
}

export async function findPreview({db, tenantId}: Scope, id: string): Promise<PreviewRow | undefined> {
  return db.selectFrom('cobrand_preview').selectAll().where('tenant_id', '=', tenantId).where('cobrand_preview_id', '=', id).executeTakeFirst();
}
