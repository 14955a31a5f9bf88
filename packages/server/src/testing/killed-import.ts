import assert from 'node:assert/strict';
import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {join} from 'node:path';
import {createInterface} from 'node:readline';
import {fileURLToPath} from 'node:url';
import {LeadPolicy} from '@portico/contract';
import type {ImportTable} from '../csv-import/import-store.queries.ts';
import {runImports} from '../csv-import/run-imports.ts';
import {newId, nowText, systemContext, type Log} from '../context.ts';
import {connect, type DatabaseConfig} from '../database/connect.ts';
import {migrate} from '../database/migrate.ts';
import {withTenant} from '../database/open.ts';
import type {Scope} from '../database/scope.ts';
import {createTenant} from '../database/tenants.ts';
import {withEmptyDatabase, withMigratedFolder} from './empty-database.ts';
import {readMigrations, type DatabaseKind} from './test-database.ts';

const log: Log = {debug: () => {}, info: () => {}, warn: () => {}, error: (details, message) => console.error(message, details)};
const child = fileURLToPath(new URL('import-child.ts', import.meta.url));
// Longer than a lease: a killed worker's import is free again after it.
const leaseMs = 61_000;

/** An import that is killed in the middle. */
export interface KilledImport {
  readonly table: ImportTable;
  readonly rows: number;
  /** After how many rows a worker is killed without a warning, one after the other. */
  readonly kills: readonly number[];
  /** Starts the import in a programme with the active partners `Partner 0` and `Partner 1`. */
  readonly start: (scope: Scope) => Promise<unknown>;
  readonly check: (scope: Scope) => Promise<void>;
}

/** Runs an import in processes that are killed, ends it here, and looks at what there is then. @returns How many rows were done at each kill. */
export async function killImport(kind: DatabaseKind, {table, rows, kills, start, check}: KilledImport): Promise<number[]> {
  const context = systemContext(log);
  const killedAt: number[] = [];
  await withSchema(async config => {
    const tenantId = await withDatabase(config, async database => {
      if (kind === 'postgres') await migrate(database, readMigrations(), context);
      const made = await createTenant(database, context, {name: 'Vendor', program: {name: 'P', timeZone: 'UTC', leadPolicy: LeadPolicy.parse({})}});
      await inTenant(database, made.tenantId, async scope => {
        await insertPartners(scope);
        await start(scope);
      });
      return made.tenantId;
    });
    for (const at of kills) {
      const reached = await runAndKill(config, table, killedAt.length * leaseMs, at);
      assert.ok(reached >= at && reached < rows, `It was to be killed in the middle, but reached ${reached}.`);
      killedAt.push(reached);
    }
    await withDatabase(config, async database => {
      assert.equal(await runImports(database, {...context, now: () => context.now() + killedAt.length * leaseMs}), 1);
      await inTenant(database, tenantId, check);
    });
  });
  return killedAt;

  /** Made from nothing, an embedded database costs more than all the rest of such a test. */
  async function withSchema(work: (config: DatabaseConfig) => Promise<void>): Promise<void> {
    if (kind === 'pglite') await withMigratedFolder(folder => work({folder: join(folder, 'database')}));
    else await withEmptyDatabase(kind, work);
  }

  async function withDatabase<T>(config: DatabaseConfig, work: (database: Awaited<ReturnType<typeof connect>>) => Promise<T>): Promise<T> {
    const database = await connect(config, context);
    try {
      return await work(database);
    } finally {
      await database.close();
    }
  }

  function inTenant<T>(database: Awaited<ReturnType<typeof connect>>, tenantId: string, work: (scope: Scope) => Promise<T>): Promise<T> {
    return withTenant(database, tenantId, {context, as: 'system:test'}, work);
  }

  async function insertPartners(scope: Scope): Promise<void> {
    const now = nowText(context);
    for (const n of [0, 1]) {
      const id = newId(context);
      const common = {tenant_id: scope.tenantId, partner_org_id: id, created_at: now, updated_at: now};
      await scope.db.insertInto('partner_org').values({...common, name: `Partner ${n}`, type: 'reseller', time_zone: 'UTC'}).execute();
      await scope.db.insertInto('partnership').values({...common, program_id: scope.programId, status: 'active'}).execute();
    }
  }
}

/** Runs a worker until this many rows are done, then kills it. @returns Rows that it said were done. */
async function runAndKill(config: DatabaseConfig, table: ImportTable, aheadMs: number, at: number): Promise<number> {
  const worker = spawn(process.execPath, ['--conditions=portico-source', child, table, JSON.stringify(config), String(aheadMs)], {stdio: ['ignore', 'pipe', 'inherit']});
  const exited = once(worker, 'exit');
  let reached = 0;
  for await (const line of createInterface({input: worker.stdout})) {
    reached = Number.parseInt(line, 10);
    if (reached >= at) worker.kill('SIGKILL');
  }
  const [code, signal] = (await exited) as [number | null, string | null];
  assert.equal(signal, 'SIGKILL', `The worker ended with ${String(code)}.`);
  return reached;
}
