/**
 * A process that does the imports of a database, to be killed by a test: `node import-child.ts <table> <database config as JSON> <milliseconds that its clock is ahead>`.
 * Says how many rows are done, a line each time.
 */
import {setTimeout as sleep} from 'node:timers/promises';
import type {ImportTable} from '../csv-import/import-store.queries.ts';
import {systemContext, type Log} from '../context.ts';
import {connect, type DatabaseConfig} from '../database/connect.ts';
import {withTenant} from '../database/open.ts';
import {listTenants} from '../database/tenants.ts';
import {runImports} from '../csv-import/run-imports.ts';

const log: Log = {debug: () => {}, info: () => {}, warn: (_, message) => console.error(message), error: (details, message) => console.error(message, details)};
const [table = '', config = '{}', ahead = '0'] = process.argv.slice(2);
const clock = systemContext(log);
const context = {...clock, now: () => clock.now() + Number(ahead)};
const database = await connect(JSON.parse(config) as DatabaseConfig, context);
const [tenant] = await listTenants(database);

const report = async (): Promise<void> => {
  const row = await withTenant(database, tenant?.tenantId ?? '', {context, as: 'system:test'}, ({db}) => db.selectFrom(table as ImportTable).select(['rows_done', 'status']).orderBy('created_at', 'desc').executeTakeFirst());
  console.log(`${row?.rows_done ?? 0} ${row?.status ?? ''}`);
};
const working = runImports(database, context).then(() => false);
// One question after the other: on PGlite they wait in the same queue as the work.
while (await Promise.race([working, sleep(20, true)])) await report();
await report();
await database.close();
