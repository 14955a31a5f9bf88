import {sql} from 'kysely';
import type {RowKey} from '../csv-import/row-key.ts';
import type {Scope} from '../database/scope.ts';

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
