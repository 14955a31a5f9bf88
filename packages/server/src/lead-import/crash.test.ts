import assert from 'node:assert/strict';
import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {createInterface} from 'node:readline';
import {describe, it} from 'node:test';
import {fileURLToPath} from 'node:url';
import {LeadPolicy, type LeadImportMapping} from '@portico/contract';
import {sql} from 'kysely';
import {verifyAudit} from '../audit/verify-audit.ts';
import {newId, nowText, systemContext, type Context, type Log} from '../context.ts';
import {connect, type DatabaseConfig} from '../database/connect.ts';
import type {Database} from '../database/database.ts';
import {migrate} from '../database/migrate.ts';
import {withTenant} from '../database/open.ts';
import type {Scope} from '../database/scope.ts';
import {createTenant} from '../database/tenants.ts';
import {withEmptyDatabase} from '../testing/empty-database.ts';
import {databaseKinds, readMigrations} from '../testing/test-database.ts';
import {leadImportHandlers} from './lead-import.handlers.ts';

const log: Log = {debug: () => {}, info: () => {}, warn: () => {}, error: (details, message) => console.error(message, details)};
const child = fileURLToPath(new URL('../testing/import-child.ts', import.meta.url));
// Longer than a lease: a killed worker's import is free again after it.
const leaseMs = 61_000;
const placedRows = 1000;
const routedRows = 200;

const mapping: LeadImportMapping = {columns: [{column: 'id', field: 'externalId'}, {column: 'company', field: 'company.name'}, {column: 'country', field: 'company.country'}, {column: 'partner', field: 'partnerOrg'}, {column: 'stage', field: 'stage'}]};
const rows = [
  ...Array.from({length: placedRows}, (_, n) => `p${n},Company ${n % 700},FI,Partner ${n % 2},${['offered', 'working', 'closed_won', 'closed_lost'][n % 4]}`),
  ...Array.from({length: routedRows}, (_, n) => `r${n},Routed ${n},SE,,`),
];
const csv = `id,company,country,partner,stage\n${rows.join('\n')}\n`;

for (const kind of databaseKinds) {
  describe(`an import on ${kind} whose process is killed`, () => {
    it('comes to the same end as one that was left alone', async () => {
      const context = systemContext(log);
      await withEmptyDatabase(kind, async config => {
        const tenantId = await prepare(config, context);
        const killedAt: number[] = [];
        // Kills in the part that is placed by hundreds, and in the one that is routed lead by lead.
        for (const [kill, at] of [400, 1060].entries()) {
          const reached = await runAndKill(config, kill * leaseMs, at);
          assert.ok(reached >= at && reached < rows.length, `It was to be killed in the middle, but reached ${reached}.`);
          killedAt.push(reached);
        }
        console.log(`killed at ${killedAt.join(', ')} of ${rows.length} rows on ${kind}`);
        assert.equal(await runAndKill(config, killedAt.length * leaseMs, Infinity), rows.length);
        await check(config, context, tenantId);
      });
    });
  });
}

/** Runs a worker until this many rows are done, then kills it without a warning. @returns Rows that it said were done. */
async function runAndKill(config: DatabaseConfig, aheadMs: number, at: number): Promise<number> {
  const worker = spawn(process.execPath, ['--conditions=portico-source', child, JSON.stringify(config), String(aheadMs)], {stdio: ['ignore', 'pipe', 'inherit']});
  const exited = once(worker, 'exit');
  let reached = 0;
  for await (const line of createInterface({input: worker.stdout})) {
    reached = Number.parseInt(line, 10);
    if (reached >= at) worker.kill('SIGKILL');
  }
  const [code, signal] = (await exited) as [number | null, string | null];
  assert.ok(signal === 'SIGKILL' || code === 0, `The worker ended with ${String(code)}.`);
  return reached;
}

async function prepare(config: DatabaseConfig, context: Context): Promise<string> {
  return withDatabase(config, context, async database => {
    await migrate(database, readMigrations(), context);
    const {tenantId} = await createTenant(database, context, {name: 'Vendor', program: {name: 'P', timeZone: 'UTC', leadPolicy: LeadPolicy.parse({})}});
    await inTenant(database, context, tenantId, async scope => {
      const now = nowText(context);
      for (const n of [0, 1]) {
        const id = newId(context);
        const common = {tenant_id: tenantId, partner_org_id: id, created_at: now, updated_at: now};
        await scope.db.insertInto('partner_org').values({...common, name: `Partner ${n}`, type: 'reseller', time_zone: 'UTC'}).execute();
        await scope.db.insertInto('partnership').values({...common, program_id: scope.programId, status: 'active'}).execute();
      }
      await scope.db.insertInto('routing_rule').values({tenant_id: tenantId, routing_rule_id: newId(context), program_id: scope.programId, name: 'All', position: 1, active: true, method: 'round_robin', condition: JSON.stringify({countries: [], products: [], campaigns: [], minScore: null}), created_at: now, updated_at: now}).execute();
      await leadImportHandlers.create({input: {fileName: 'leads.csv', csv, mapping}, scope});
    });
    return tenantId;
  });
}

async function check(config: DatabaseConfig, context: Context, tenantId: string): Promise<void> {
  await withDatabase(config, context, database =>
    inTenant(database, context, tenantId, async scope => {
      const [done] = (await leadImportHandlers.list({input: {limit: 1}, scope})).items;
      assert.deepEqual([done?.status, done?.rowsDone, done?.created, done?.updated, done?.unchanged, done?.failed], ['done', rows.length, rows.length, 0, 0, 0]);
      const {rows: found} = await sql<{status: string; count: number}>`select status, count(*)::int from lead group by 1 order by 1`.execute(scope.db);
      const quarter = placedRows / 4;
      assert.deepEqual(found.map(({status, count}) => [status, count]), [['closed_lost', quarter], ['closed_won', quarter], ['offered', quarter + routedRows], ['working', quarter]]);
      const [tables] = (
        await sql<Record<string, number>>`select (select count(*) from lead_offer)::int as offers, (select count(*) from lead_import_row)::int as rows, (select count(*) from routing_decision)::int as decisions,
          (select count(*) from lead l left join lead_offer o using (tenant_id, lead_offer_id) where o.lead_offer_id is null)::int as torn, (select count(distinct external_id) from lead)::int as leads`.execute(scope.db)
      ).rows;
      assert.deepEqual(tables, {offers: rows.length, rows: rows.length, decisions: rows.length, torn: 0, leads: rows.length});
      assert.equal((await verifyAudit(scope)).brokenAt, null);
    }),
  );
}

async function withDatabase<T>(config: DatabaseConfig, context: Context, work: (database: Database) => Promise<T>): Promise<T> {
  const database = await connect(config, context);
  try {
    return await work(database);
  } finally {
    await database.close();
  }
}

function inTenant<T>(database: Database, context: Context, tenantId: string, work: (scope: Scope) => Promise<T>): Promise<T> {
  return withTenant(database, tenantId, {context, as: 'system:test'}, work);
}
