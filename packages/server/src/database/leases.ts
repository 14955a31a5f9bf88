import {sql} from 'kysely';
import {nowText, type Context} from '../context.ts';
import type {Database} from './database.ts';
import {asWorker} from './open.ts';
import type {Scope} from './scope.ts';

/** Rows that wait for a worker. A row is due at an instant; whoever takes it moves that on, so that others leave it alone until then. */
export interface Waiting {
  readonly table: 'stored_file' | 'evidence_file' | 'cobrand';
  readonly id: string;
  /** Column of the instant; `null` where nothing waits. */
  readonly due: string;
  /** Milliseconds that others leave a row alone after its worker's last sign. */
  readonly leaseMs: number;
  /** Whether the table's `attempts` are counted. */
  readonly countsAttempts?: boolean;
}

/** A row that a worker holds while its instant is `leaseUntil`. */
export interface Lease {
  readonly id: string;
  /** How often it was taken, this time included; 0 where that is not counted. */
  readonly attempts: number;
  readonly leaseUntil: string;
}

/** Tenants that have something due. */
export async function findTenantsWithDue(database: Database, context: Context, {table, due}: Waiting): Promise<string[]> {
  const {rows} = await asWorker(database, db => sql<{tenant_id: string}>`SELECT DISTINCT tenant_id FROM ${sql.table(table)} WHERE ${sql.ref(due)} <= ${nowText(context)}`.execute(db));
  return rows.map(({tenant_id: tenantId}) => tenantId);
}

/** Takes the row that has waited longest and that no living worker holds. */
export async function takeDue({db, tenantId, context}: Scope, {table: name, id: key, due: column, leaseMs, countsAttempts = false}: Waiting): Promise<Lease | undefined> {
  const leaseUntil = new Date(context.now() + leaseMs).toISOString();
  const [table, id, due] = [sql.table(name), sql.ref(key), sql.ref(column)];
  const {rows} = await sql<{id: string; attempts: number}>`
    UPDATE ${table} SET ${due} = ${leaseUntil} ${countsAttempts ? sql`, attempts = attempts + 1` : sql``}
    WHERE tenant_id = ${tenantId} AND ${id} = (SELECT ${id} FROM ${table} WHERE tenant_id = ${tenantId} AND ${due} <= ${nowText(context)} ORDER BY ${due}, ${id} LIMIT 1 FOR UPDATE SKIP LOCKED)
    RETURNING ${id} AS id, ${countsAttempts ? sql`attempts` : sql`0`} AS attempts`.execute(db);
  const [taken] = rows;
  return taken && {...taken, leaseUntil};
}
