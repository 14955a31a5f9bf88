import type {DealExport, DealStatus} from '@portico/contract';
import {sql} from 'kysely';
import {newId, nowText} from '../context.ts';
import {byteOrderMark, type CsvFormat} from '../csv-import/write-csv.ts';
import type {Scope} from '../database/scope.ts';

/** What the reader could see when they asked. A file that was written with other rights is nobody's. */
export interface ExportRights {
  readonly seesWholeOrg: boolean;
  readonly managerId: string | null;
}

/** An export that is being written. */
export interface HeldExport {
  readonly id: string;
  readonly format: CsvFormat;
  readonly statuses: readonly DealStatus[] | null;
  readonly rows: number;
  readonly total: number;
  readonly parts: number;
  /** The last registration that was written. */
  readonly afterCreatedAt: string | null;
  readonly afterId: string | null;
  readonly principalId: string;
  readonly sessionId: string | null;
  readonly partnerOrgId: string | null;
  readonly rights: ExportRights;
  /** Registrations that came later are not in it. */
  readonly createdAt: string;
  readonly leaseUntil: string | null;
}

const held = sql`
  deal_export_id as id, format, statuses, rows, total, parts, after_created_at::text as "afterCreatedAt", after_id as "afterId", principal_id as "principalId", session_id as "sessionId",
  partner_org_id as "partnerOrgId", rights, created_at::text as "createdAt"`;

/** Begins an export of whoever asks, with nothing written yet. */
export async function insertExport(scope: Scope, {format, status}: {readonly format: CsvFormat; readonly status?: readonly DealStatus[] | undefined}): Promise<HeldExport> {
  const now = nowText(scope.context);
  const rights = JSON.stringify(rightsIn(scope));
  const {rows} = await sql<Omit<HeldExport, 'leaseUntil'>>`
    insert into deal_export (tenant_id, deal_export_id, format, statuses, status, principal_id, session_id, partner_org_id, rights, created_at, updated_at)
    values (${scope.tenantId}, ${newId(scope.context)}, ${format}, ${status ? `{${status.join(',')}}` : null}::text[], 'running', ${scope.principalId}, ${scope.session?.id ?? null}, ${scope.partnerOrgId}, ${rights}::jsonb, ${now}, ${now})
    returning ${held}`.execute(scope.db);
  const [row] = rows;
  if (!row) throw new Error('An export was not stored.');
  return {...row, leaseUntil: null};
}

/** Takes the oldest running export that no living worker holds, until `leaseUntil`. */
export async function claimExport(scope: Scope, leaseUntil: string): Promise<HeldExport | undefined> {
  const now = nowText(scope.context);
  const {rows} = await sql<Omit<HeldExport, 'leaseUntil'>>`
    update deal_export set lease_until = ${leaseUntil}, updated_at = ${now}
    where tenant_id = ${scope.tenantId} and deal_export_id = (
      select deal_export_id from deal_export where tenant_id = ${scope.tenantId} and status = 'running' and (lease_until is null or lease_until <= ${now}::timestamptz)
      order by created_at, deal_export_id limit 1 for update skip locked
    )
    returning ${held}`.execute(scope.db);
  return rows[0] && {...rows[0], leaseUntil};
}

/** What was written of an export, and how it stands then. */
export type WrittenPage = Pick<HeldExport, 'rows' | 'total' | 'parts' | 'afterCreatedAt' | 'afterId' | 'leaseUntil'> & {readonly ended: boolean};

/**
 * Adds a part to an export.
 *
 * @returns Whether the worker still held it; if not, another took over and nothing may be kept.
 */
export async function addExportPart({db, tenantId, context}: Scope, was: HeldExport, csv: string, page: WrittenPage): Promise<boolean> {
  const now = nowText(context);
  const {rows} = await sql`
    update deal_export set rows = ${page.rows}, total = ${page.total}, parts = ${page.parts}, after_created_at = ${page.afterCreatedAt}::timestamptz, after_id = ${page.afterId}::uuid,
      status = ${page.ended ? 'done' : 'running'}, ended_at = ${page.ended ? now : null}::timestamptz, lease_until = ${page.leaseUntil}::timestamptz, updated_at = ${now}
    where tenant_id = ${tenantId} and deal_export_id = ${was.id} and status = 'running' and lease_until is not distinct from ${was.leaseUntil}::timestamptz
    returning 1`.execute(db);
  if (rows.length === 0) return false;
  // PGlite reads no text with a byte order mark in front; it is put back when the part is fetched.
  await db.insertInto('deal_export_part').values({tenant_id: tenantId, deal_export_id: was.id, index: was.parts, csv: csv.startsWith(byteOrderMark) ? csv.slice(1) : csv}).execute();
  return true;
}

/** Lets go of an export before its end, so that the next worker need not wait. */
export async function releaseExport({db, tenantId}: Scope, {id, leaseUntil}: HeldExport): Promise<void> {
  await sql`update deal_export set lease_until = null where tenant_id = ${tenantId} and deal_export_id = ${id} and status = 'running' and lease_until = ${leaseUntil}::timestamptz`.execute(db);
}

/** Ends an export that may not go on, and drops what it had written. */
export async function failExport({db, tenantId, context}: Scope, {id, leaseUntil}: HeldExport, why: NonNullable<DealExport['problem']>): Promise<boolean> {
  const now = nowText(context);
  const {rows} = await sql`
    update deal_export set status = 'failed', problem = ${why}, ended_at = ${now}, updated_at = ${now}, lease_until = null, parts = 0
    where tenant_id = ${tenantId} and deal_export_id = ${id} and status = 'running' and lease_until = ${leaseUntil}::timestamptz
    returning 1`.execute(db);
  if (rows.length > 0) await db.deleteFrom('deal_export_part').where('tenant_id', '=', tenantId).where('deal_export_id', '=', id).execute();
  return rows.length > 0;
}

/** An export of whoever asks, or `undefined`, also when they see more or less now than when they asked for it. */
export async function findExport(scope: Scope, id: string): Promise<DealExport | undefined> {
  const row = await scope.db
    .selectFrom('deal_export')
    .select(['deal_export_id as id', 'format', 'status', 'problem', 'rows', 'total', 'parts', 'created_at as createdAt', 'ended_at as endedAt'])
    .where('tenant_id', '=', scope.tenantId)
    .where('deal_export_id', '=', id)
    .where('principal_id', '=', scope.principalId)
    .where(sql<boolean>`rights = ${JSON.stringify(rightsIn(scope))}::jsonb`)
    .executeTakeFirst();
  return row && ({...row, fileName: `deals-${row.createdAt.slice(0, 10)}.csv`, csv: null} as DealExport);
}

/** The text of one part. */
export async function findExportPart({db, tenantId}: Scope, id: string, index: number): Promise<string | undefined> {
  return (await db.selectFrom('deal_export_part').select('csv').where('tenant_id', '=', tenantId).where('deal_export_id', '=', id).where('index', '=', index).executeTakeFirst())?.csv;
}

/** Whether somebody sees exactly what they saw when they asked. */
export function seesAsBefore(scope: Scope, {rights}: Pick<HeldExport, 'rights'>): boolean {
  const now = rightsIn(scope);
  return now.seesWholeOrg === rights.seesWholeOrg && now.managerId === rights.managerId;
}

function rightsIn({seesWholeOrg, managerId}: Scope): ExportRights {
  return {seesWholeOrg, managerId};
}
