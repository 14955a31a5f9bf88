import {lockCobrand, type CobrandRow} from '../cobrand-flow/held-cobrand.queries.ts';
import {takeDue, type Waiting} from '../database/leases.ts';
import type {Scope} from '../database/scope.ts';

/** Copies whose files are to be made. */
export const dueCobrands: Waiting = {table: 'cobrand', id: 'cobrand_id', due: 'due_at', leaseMs: 180_000, countsAttempts: true};

/** A copy whose file a worker makes. */
export interface HeldCobrand {
  readonly row: CobrandRow & {readonly next_address: string};
  readonly leaseUntil: string;
}

/** Takes the copy that has waited longest and that no living worker holds. Its `attempts` tell how often it was begun, this time included. */
export async function claimDueCobrand(scope: Scope): Promise<HeldCobrand | undefined> {
  const taken = await takeDue(scope, dueCobrands);
  const row = taken && (await scope.db.selectFrom('cobrand').selectAll().where('tenant_id', '=', scope.tenantId).where('cobrand_id', '=', taken.id).executeTakeFirst());
  return row && {row: row as HeldCobrand['row'], leaseUntil: taken.leaseUntil};
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
