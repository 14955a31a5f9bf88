import {CsvImport, type ImportIssue} from '@portico/contract';
import {sql} from 'kysely';
import {newId, nowText} from '../context.ts';
import {readPage} from '../database/page.ts';
import type {Scope} from '../database/scope.ts';
import type {ImportMapping} from './plan.rules.ts';

/** Most issues that an import keeps. */
export const keptIssues = 1000;
const listedIssues = 20;

/** The table of imports of one kind; its key is named after it. */
export type ImportTable = 'lead_import' | 'deal_import';

const columns = sql`
  file_name as "fileName", status, rows, rows_done as "rowsDone", created, updated, unchanged, failed, warnings, version, created_at as "createdAt", ended_at as "endedAt"`;

const tableOf = (table: ImportTable) => sql.table(table);
const idOf = (table: ImportTable) => sql.ref(`${table}_id`);

/** Stores a file to be imported. */
export async function insertImport(scope: Scope, table: ImportTable, {fileName, csv, mapping, rows}: {fileName: string; csv: string; mapping: ImportMapping; rows: number}): Promise<string> {
  const id = newId(scope.context);
  const now = nowText(scope.context);
  await sql`
    insert into ${tableOf(table)} (tenant_id, ${idOf(table)}, file_name, status, csv, mapping, rows, started_by, created_at, updated_at)
    values (${scope.tenantId}, ${id}, ${fileName}, 'running', ${csv}, ${JSON.stringify(mapping)}::jsonb, ${rows}, ${scope.principalId}, ${now}, ${now})`.execute(scope.db);
  return id;
}

/** One import, or `undefined`. */
export async function findImport(scope: Scope, table: ImportTable, id: string): Promise<CsvImport | undefined> {
  const {rows} = await sql<Record<keyof CsvImport, unknown>>`
    select ${idOf(table)} as id, issues, ${columns} from ${tableOf(table)} where tenant_id = ${scope.tenantId} and ${idOf(table)} = ${id}`.execute(scope.db);
  return rows[0] && CsvImport.parse(rows[0]);
}

/** Imports, newest first, each with its first issues. */
export async function listImports(scope: Scope, table: ImportTable, input: {readonly limit: number; readonly cursor?: string | undefined}) {
  // A table expression, because the two tables are alike but for the name of their key.
  const alike = sql<Record<keyof CsvImport, unknown>>`(
    select tenant_id, ${idOf(table)} as id, jsonb_path_query_array(issues, ${sql.lit(`$[0 to ${listedIssues - 1}]`)}) as issues, ${columns} from ${tableOf(table)}
  )`.as<'i'>(sql`i`);
  const query = scope.db.selectFrom(alike).selectAll('i').where(sql<boolean>`i.tenant_id = ${scope.tenantId}`);
  const by = [
    {expression: sql.ref('i.createdAt'), type: 'timestamptz' as const},
    {expression: sql.ref('i.id'), type: 'uuid' as const},
  ];
  const {rows, page} = await readPage(scope, query, {list: table, by, direction: 'desc', input});
  return {items: rows.map(row => CsvImport.parse(row)), page};
}

/** An import that a worker holds. */
export interface HeldImport {
  readonly id: string;
  readonly csv: string;
  readonly mapping: ImportMapping;
  readonly fileName: string;
  readonly startedBy: string;
  readonly rowsDone: number;
  readonly issueCount: number;
  readonly leaseUntil: string;
}

/** Takes the oldest running import that no living worker holds, until `leaseUntil`. */
export async function claimImport(scope: Scope, table: ImportTable, leaseUntil: string): Promise<HeldImport | undefined> {
  const {rows} = await sql<Omit<HeldImport, 'leaseUntil'>>`
    update ${tableOf(table)} set lease_until = ${leaseUntil}, updated_at = ${nowText(scope.context)}
    where tenant_id = ${scope.tenantId} and ${idOf(table)} = (
      select ${idOf(table)} from ${tableOf(table)}
      where tenant_id = ${scope.tenantId} and status = 'running' and (lease_until is null or lease_until <= ${nowText(scope.context)}::timestamptz)
      order by created_at, ${idOf(table)} limit 1 for update skip locked
    )
    returning ${idOf(table)} as id, csv, mapping, file_name as "fileName", started_by as "startedBy", rows_done as "rowsDone", jsonb_array_length(issues) as "issueCount"`.execute(scope.db);
  return rows[0] && {...rows[0], leaseUntil};
}

/** What one chunk of rows did. */
export interface ChunkCounts {
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly failed: number;
  readonly warnings: number;
}

/**
 * Adds a chunk to the figures of an import and holds it on, or ends it.
 *
 * @param held - With the lease that the worker believes to hold.
 * @returns Whether it held it; if not, another worker took over and nothing may be kept.
 */
export async function advanceImport(scope: Scope, table: ImportTable, held: HeldImport, {rows, counts, issues, leaseUntil, ended}: {rows: number; counts: ChunkCounts; issues: readonly ImportIssue[]; leaseUntil: string; ended: boolean}): Promise<boolean> {
  const now = nowText(scope.context);
  const {rows: moved} = await sql`
    update ${tableOf(table)} set
      rows_done = rows_done + ${rows}, created = created + ${counts.created}, updated = updated + ${counts.updated}, unchanged = unchanged + ${counts.unchanged},
      failed = failed + ${counts.failed}, warnings = warnings + ${counts.warnings}, issues = issues || ${JSON.stringify(issues)}::jsonb, updated_at = ${now},
      lease_until = ${ended ? null : leaseUntil}::timestamptz, status = ${ended ? 'done' : 'running'}, ended_at = ${ended ? now : null}::timestamptz,
      -- The file holds personal data and has done its work.
      csv = case when ${ended} then '' else csv end
    where tenant_id = ${scope.tenantId} and ${idOf(table)} = ${held.id} and status = 'running' and lease_until = ${held.leaseUntil}::timestamptz
    returning 1`.execute(scope.db);
  return moved.length === 1;
}

/** Lets go of an import before its end, so that the next worker need not wait. */
export async function releaseImport(scope: Scope, table: ImportTable, held: HeldImport): Promise<void> {
  await sql`update ${tableOf(table)} set lease_until = null where tenant_id = ${scope.tenantId} and ${idOf(table)} = ${held.id} and status = 'running' and lease_until = ${held.leaseUntil}::timestamptz`.execute(scope.db);
}

/** Ends an import that cannot go on. */
export async function failImport(scope: Scope, table: ImportTable, held: HeldImport, issue: ImportIssue): Promise<void> {
  const now = nowText(scope.context);
  await sql`
    update ${tableOf(table)} set status = 'failed', ended_at = ${now}, updated_at = ${now}, lease_until = null, csv = '', issues = issues || ${JSON.stringify([issue])}::jsonb
    where tenant_id = ${scope.tenantId} and ${idOf(table)} = ${held.id} and status = 'running' and lease_until = ${held.leaseUntil}::timestamptz`.execute(scope.db);
}
