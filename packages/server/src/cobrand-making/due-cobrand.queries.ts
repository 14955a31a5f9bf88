import {sql} from 'kysely';
import {lockCobrand, type CobrandRow} from '../cobrand-flow/held-cobrand.queries.ts';
import {nowText, type Context} from '../context.ts';
import type {Database} from '../database/database.ts';
import {asWorker} from '../database/open.ts';
import type {Scope} from '../database/scope.ts';

/** How long others leave a copy alone after its worker took it. */
const leaseMs = 180_000;

/** A copy whose file a worker makes. */
export interface HeldCobrand {
  readonly row: CobrandRow & {readonly next_address: string};
  readonly leaseUntil: string;
}

/** Tenants that have files to be made. */
export async function findTenantsWithDueCobrands(database: Database, context: Context): Promise<string[]> {
  const rows = await asWorker(database, db => db.selectFrom('cobrand').select('tenant_id').distinct().where('due_at', '<=', nowText(context)).execute());
  return rows.map(({tenant_id: tenantId}) => tenantId);
}

/** Takes the copy that has waited longest and that no living worker holds. `attempts` tells how often it was begun, this time included. */
export async function claimDueCobrand({db, tenantId, context}: Scope): Promise<HeldCobrand | undefined> {
  const leaseUntil = new Date(context.now() + leaseMs).toISOString();
  const row = await db
    .updateTable('cobrand')
    .set({due_at: leaseUntil, attempts: sql<number>`attempts + 1`})
    .where('tenant_id', '=', tenantId)
    .where('cobrand_id', '=', eb => eb.selectFrom('cobrand').select('cobrand_id').where('tenant_id', '=', tenantId).where('due_at', '<=', nowText(context)).orderBy('due_at').orderBy('cobrand_id').limit(1).forUpdate().skipLocked())
    .returningAll()
    .executeTakeFirst();
  return row && {row: row as HeldCobrand['row'], leaseUntil};
}

/** Locks a copy that was taken; `undefined` when it was changed, recalled or taken by another worker meanwhile. */
export async function lockHeld(scope: Scope, {row, leaseUntil}: HeldCobrand): Promise<CobrandRow | undefined> {
  const locked = await lockCobrand(scope, row.cobrand_id);
  return locked?.due_at === leaseUntil && locked.next_address === row.next_address ? locked : undefined;
}

/** Tries again later. */
export async function postponeCobrand({db, tenantId, context}: Scope, {row, leaseUntil}: HeldCobrand): Promise<void> {
  const later = new Date(context.now() + 5000 * 2 ** row.attempts).toISOString();
  await db.updateTable('cobrand').set({due_at: later}).where('tenant_id', '=', tenantId).where('cobrand_id', '=', row.cobrand_id).where('due_at', '=', leaseUntil).execute();
}
