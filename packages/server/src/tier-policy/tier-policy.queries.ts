import type {Page, TierPolicy, TierTerms} from '@portico/contract';
import {sql, type Selectable} from 'kysely';
import {newId, nowText} from '../context.ts';
import {readPage} from '../database/page.ts';
import type {TierPolicyTable} from '../database/points-tables.ts';
import type {Scope} from '../database/scope.ts';

export async function listPolicies(scope: Scope, input: {readonly limit: number; readonly cursor?: string | undefined}): Promise<Page<TierPolicy>> {
  const {db, tenantId, programId} = scope;
  const query = db.selectFrom('tier_policy').selectAll().where('tenant_id', '=', tenantId).where('program_id', '=', programId);
  const by = [{expression: sql.ref('effective_from'), type: 'timestamptz'}, {expression: sql.ref('tier_policy_id'), type: 'uuid'}] as const;
  const {rows, page} = await readPage(scope, query, {list: 'tier policies', by, direction: 'desc', input});
  return {items: rows.map(toPolicy), page};
}

/** The version that takes effect last, under the lock of the programme's run, so that versions come one after another. */
export async function lockLastPolicy({db, tenantId, programId}: Scope, dueAt: string): Promise<{number: number; effectiveFrom: string} | undefined> {
  await sql`
    insert into tier_run as r (tenant_id, program_id, due_at) values (${tenantId}::uuid, ${programId}::uuid, ${dueAt}::timestamptz)
    on conflict (tenant_id, program_id) do update set due_at = least(r.due_at, excluded.due_at)`.execute(db);
  const row = await db.selectFrom('tier_policy').select(['number', 'effective_from']).where('tenant_id', '=', tenantId).where('program_id', '=', programId).orderBy('number', 'desc').limit(1).executeTakeFirst();
  return row && {number: row.number, effectiveFrom: row.effective_from};
}

export async function insertPolicy({db, tenantId, programId, personId, context}: Scope, number: number, effectiveFrom: string, terms: TierTerms): Promise<TierPolicy> {
  const row = await db
    .insertInto('tier_policy')
    .values({tenant_id: tenantId, tier_policy_id: newId(context), program_id: programId, number, effective_from: effectiveFrom, terms: JSON.stringify(terms), created_at: nowText(context), created_by: personId})
    .returningAll()
    .executeTakeFirstOrThrow();
  return toPolicy(row);
}

export function toPolicy(row: Selectable<TierPolicyTable>): TierPolicy {
  return {id: row.tier_policy_id, number: row.number, effectiveFrom: row.effective_from, terms: row.terms, createdAt: row.created_at};
}
