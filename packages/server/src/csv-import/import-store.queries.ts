import {LeadImport, type ImportIssue, type LeadImportMapping} from '@portico/contract';
import {sql} from 'kysely';
import {newId, nowText} from '../context.ts';
import {readPage} from '../database/page.ts';
import type {Scope} from '../database/scope.ts';
import type {RowKey} from './row-key.ts';

/** Most issues that an import keeps. */
export const keptIssues = 1000;
const listedIssues = 20;

const columns = [
  'lead_import_id as id', 'file_name as fileName', 'status', 'rows', 'rows_done as rowsDone', 'created', 'updated', 'unchanged', 'failed', 'warnings', 'version',
  'created_at as createdAt', 'ended_at as endedAt',
] as const;

/** Stores a file to be imported. */
export async function insertImport(scope: Scope, {fileName, csv, mapping, rows}: {fileName: string; csv: string; mapping: LeadImportMapping; rows: number}): Promise<string> {
  const id = newId(scope.context);
  const now = nowText(scope.context);
  await scope.db
    .insertInto('lead_import')
    .values({tenant_id: scope.tenantId, lead_import_id: id, file_name: fileName, status: 'running', csv, mapping: JSON.stringify(mapping), rows, started_by: scope.principalId, created_at: now, updated_at: now})
    .execute();
  return id;
}

/** One import, or `undefined`. */
export async function findImport(scope: Scope, id: string): Promise<LeadImport | undefined> {
  const row = await scope.db.selectFrom('lead_import').select([...columns, 'issues']).where('tenant_id', '=', scope.tenantId).where('lead_import_id', '=', id).executeTakeFirst();
  return row && toLeadImport(row);
}

/** Imports, newest first, each with its first issues. */
export async function listImports(scope: Scope, input: {readonly limit: number; readonly cursor?: string | undefined}) {
  const query = scope.db
    .selectFrom('lead_import')
    .select([...columns, sql<unknown[]>`jsonb_path_query_array(issues, ${sql.lit(`$[0 to ${listedIssues - 1}]`)})`.as('issues')])
    .where('tenant_id', '=', scope.tenantId);
  const by = [
    {expression: sql.ref('created_at'), type: 'timestamptz' as const},
    {expression: sql.ref('lead_import_id'), type: 'uuid' as const},
  ];
  const {rows, page} = await readPage(scope, query, {list: 'lead_import', by, direction: 'desc', input});
  return {items: rows.map(toLeadImport), page};
}

function toLeadImport(row: Record<keyof LeadImport, unknown>): LeadImport {
  return LeadImport.parse(row);
}

/** An import that a worker holds. */
export interface HeldImport {
  readonly id: string;
  readonly csv: string;
  readonly mapping: LeadImportMapping;
  readonly fileName: string;
  readonly startedBy: string;
  readonly rowsDone: number;
  readonly issueCount: number;
  readonly leaseUntil: string;
}

/** Takes the oldest running import that no living worker holds, until `leaseUntil`. */
export async function claimImport(scope: Scope, leaseUntil: string): Promise<HeldImport | undefined> {
  const {rows} = await sql<Omit<HeldImport, 'leaseUntil'>>`
    update lead_import set lease_until = ${leaseUntil}, updated_at = ${nowText(scope.context)}
    where tenant_id = ${scope.tenantId} and lead_import_id = (
      select lead_import_id from lead_import
      where tenant_id = ${scope.tenantId} and status = 'running' and (lease_until is null or lease_until <= ${nowText(scope.context)}::timestamptz)
      order by created_at, lead_import_id limit 1 for update skip locked
    )
    returning lead_import_id as id, csv, mapping, file_name as "fileName", started_by as "startedBy", rows_done as "rowsDone", jsonb_array_length(issues) as "issueCount"`.execute(scope.db);
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
export async function advanceImport(scope: Scope, held: HeldImport, {rows, counts, issues, leaseUntil, ended}: {rows: number; counts: ChunkCounts; issues: readonly ImportIssue[]; leaseUntil: string; ended: boolean}): Promise<boolean> {
  const now = nowText(scope.context);
  const {rows: moved} = await sql`
    update lead_import set
      rows_done = rows_done + ${rows}, created = created + ${counts.created}, updated = updated + ${counts.updated}, unchanged = unchanged + ${counts.unchanged},
      failed = failed + ${counts.failed}, warnings = warnings + ${counts.warnings}, issues = issues || ${JSON.stringify(issues)}::jsonb, updated_at = ${now},
      lease_until = ${ended ? null : leaseUntil}::timestamptz, status = ${ended ? 'done' : 'running'}, ended_at = ${ended ? now : null}::timestamptz,
      -- The file holds personal data and has done its work.
      csv = case when ${ended} then '' else csv end
    where tenant_id = ${scope.tenantId} and lead_import_id = ${held.id} and status = 'running' and lease_until = ${held.leaseUntil}::timestamptz
    returning 1`.execute(scope.db);
  return moved.length === 1;
}

/** Lets go of an import before its end, so that the next worker need not wait. */
export async function releaseImport(scope: Scope, held: HeldImport): Promise<void> {
  await sql`update lead_import set lease_until = null where tenant_id = ${scope.tenantId} and lead_import_id = ${held.id} and status = 'running' and lease_until = ${held.leaseUntil}::timestamptz`.execute(scope.db);
}

/** Ends an import that cannot go on. */
export async function failImport(scope: Scope, held: HeldImport, issue: ImportIssue): Promise<void> {
  const now = nowText(scope.context);
  await sql`
    update lead_import set status = 'failed', ended_at = ${now}, updated_at = ${now}, lease_until = null, csv = '', issues = issues || ${JSON.stringify([issue])}::jsonb
    where tenant_id = ${scope.tenantId} and lead_import_id = ${held.id} and status = 'running' and lease_until = ${held.leaseUntil}::timestamptz`.execute(scope.db);
}

/** What is known of rows from earlier imports, and of leads with their externalId, by row key. */
export async function findKnownRows(scope: Scope, keys: readonly RowKey[]): Promise<ReadonlyMap<string, {readonly leadId: string; readonly same: boolean}>> {
  const {rows} = await sql<{key: string; leadId: string; same: boolean}>`
    select k.key, coalesce(r.lead_id, l.lead_id) as "leadId", coalesce(r.content_hash = decode(k.hash, 'hex'), false) as same
    from jsonb_to_recordset(${JSON.stringify(keys)}::jsonb) as k (key text, hash text)
    left join lead_import_row r on r.tenant_id = ${scope.tenantId} and r.row_key = k.key
    left join lead l on l.tenant_id = ${scope.tenantId} and k.key like 'id:%' and l.external_id = substr(k.key, 4)
    where r.lead_id is not null or l.lead_id is not null`.execute(scope.db);
  return new Map(rows.map(({key, ...known}) => [key, known]));
}

/** Remembers what rows became. */
export async function rememberRows(scope: Scope, rows: readonly (RowKey & {readonly leadId: string})[]): Promise<void> {
  if (rows.length === 0) return;
  await sql`
    insert into lead_import_row (tenant_id, row_key, lead_id, content_hash)
    select ${scope.tenantId}::uuid, key, "leadId", decode(hash, 'hex') from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (key text, hash text, "leadId" uuid)
    on conflict (tenant_id, row_key) do update set lead_id = excluded.lead_id, content_hash = excluded.content_hash`.execute(scope.db);
}
