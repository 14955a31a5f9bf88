import {bind} from './bind.ts';
import {literal, type Database, type Row, type Transaction} from './database.ts';
import type {Kysely} from 'kysely';
import type {Scope} from './scope.ts';
import type {Tables} from './tables.ts';
import type {Context} from '../context.ts';

/** What row-level security goes by. */
export interface Settings {
  readonly tenantId: string | null;
  readonly caller: Scope['caller'] | null;
  readonly partnerOrgId: string | null;
  readonly principalId: string;
}

/**
 * The statements that begin every transaction of the application: the role without rights of its own, and for whom it acts. All of it is LOCAL, so it ends
 * with the transaction, also behind a pooler.
 */
export function openingSql(mode: 'read' | 'write', {tenantId, caller, partnerOrgId, principalId}: Settings): string {
  const settings = {tenant_id: tenantId, caller, partner_org_id: partnerOrgId, principal: principalId};
  const calls = Object.entries(settings).map(([name, value]) => `set_config('portico.${name}', ${literal(value ?? '')}, true)`);
  return `${mode === 'read' ? 'SET TRANSACTION READ ONLY; ' : ''}SET LOCAL search_path = portico; SELECT ${calls.join(', ')}; SET LOCAL ROLE portico_app; `;
}

/** What a scope needs to know of its tenant. */
const tenantSql = 'SELECT t.secret, p.program_id FROM tenant t LEFT JOIN program p USING (tenant_id); ';

/** Runs work in a transaction of its own: committed when it returns, undone when it throws. */
export async function inTransaction<T>(database: Database, opening: string, work: (transaction: Transaction, results: Row[][]) => Promise<T>): Promise<T> {
  const {transaction, results} = await database.begin(opening);
  let value: T;
  try {
    value = await work(transaction, results);
  } catch (error) {
    await transaction.rollback();
    throw error;
  }
  await transaction.commit();
  return value;
}

/** Who acts when nobody asked: the clock, an import, a command. */
export interface SystemActor {
  readonly context: Context;
  /** Goes to the audit entry: `system:deadlines`. */
  readonly as: `system:${string}`;
  /** `write` unless said. */
  readonly mode?: 'read' | 'write';
}

/**
 * Runs work for one tenant as the system, in one transaction: all partners are visible, other tenants are not.
 *
 * @throws Error when there is no such tenant or it has no programme.
 */
export function withTenant<T>(database: Database, tenantId: string, {context, as, mode = 'write'}: SystemActor, work: (scope: Scope, transaction: Transaction) => Promise<T>): Promise<T> {
  const settings: Settings = {tenantId, caller: 'system', partnerOrgId: null, principalId: as};
  return inTransaction(database, openingSql(mode, settings) + tenantSql, (transaction, results) => {
    const tenant = results.at(-1)?.[0];
    if (!tenant?.['program_id']) throw new Error(`There is no tenant ${tenantId} with a programme.`);
    return work({
      tenantId,
      programId: String(tenant['program_id']),
      caller: 'system',
      principalId: as,
      personId: null,
      partnerOrgId: null,
      roles: [],
      scopes: [],
      seesWholeOrg: true,
      managerId: null,
      session: null,
      requestId: null,
      cursorSecret: tenant['secret'] as Uint8Array<ArrayBuffer>,
      context,
      db: bind(transaction),
    }, transaction);
  });
}

/** Runs work that spans tenants, with the few rights of the worker role: finding what is due, signing keys, new tenants. */
export function asWorker<T>(database: Database, work: (db: Kysely<Tables>, transaction: Transaction) => Promise<T>): Promise<T> {
  return inTransaction(database, 'SET LOCAL search_path = portico; SET LOCAL ROLE portico_worker; ', transaction => work(bind(transaction), transaction));
}
