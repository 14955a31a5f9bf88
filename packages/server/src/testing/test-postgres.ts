import {createHash} from 'node:crypto';
import pg from 'pg';
import type {Log} from '../context.ts';
import type {Database} from '../database/database.ts';
import {migrate, type Migration} from '../database/migrate.ts';
import {PostgresDatabase} from '../database/postgres.ts';
import {KeptDatabases} from './kept-databases.ts';

type Clock = {readonly now: () => number};

let opened = 0;
const kept = new KeptDatabases<TestPostgres>();

/** Writes to the log of the tests that have it now, and stops listening when they are done with it. */
class TestPostgres extends PostgresDatabase {
  readonly #log: {current: Log};
  readonly #stops = new Set<() => Promise<void>>();

  constructor(url: string, log: Log) {
    const held = {current: log};
    const passOn = (level: keyof Log) => (details: object, message: string) => held.current[level](details, message);
    super({url, poolSize: 20, preparedStatements: true, log: {debug: passOn('debug'), info: passOn('info'), warn: passOn('warn'), error: passOn('error')}});
    this.#log = held;
  }

  logTo(log: Log): this {
    this.#log.current = log;
    return this;
  }

  override async listen(...of: Parameters<PostgresDatabase['listen']>): Promise<() => Promise<void>> {
    const stop = await super.listen(...of);
    this.#stops.add(stop);
    return stop;
  }

  /** What `close` does of its work where the connections stay. */
  async rest(): Promise<void> {
    await Promise.all([...this.#stops].map(stop => stop()));
    this.#stops.clear();
  }
}

/** An empty database with the schema on a PostgreSQL that runs, copied from one that is migrated once; it is kept for the next tests, and removed at the end. */
export async function openTestPostgres(serverUrl: string, migrations: readonly Migration[], clock: Clock, log: Log): Promise<Database> {
  const idle = await kept.take();
  if (idle) return idle.logTo(log);
  const name = `portico_test_${process.pid}_${Math.floor(performance.timeOrigin).toString(36)}_${++opened}`;
  await administer(serverUrl, async client => {
    const template = await prepareTemplate(client, serverUrl, migrations, clock, log);
    await client.query(`CREATE DATABASE ${name} TEMPLATE ${template}`);
  });
  const database = open(serverUrl, name, log);
  return kept.keep(database, async () => {
    await PostgresDatabase.prototype.close.call(database);
    await administer(serverUrl, client => client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`));
  });
}

/** The migrated database of these steps, made by whoever comes first; those of earlier schemas are removed. @returns Its name. */
async function prepareTemplate(client: pg.Client, serverUrl: string, migrations: readonly Migration[], clock: Clock, log: Log): Promise<string> {
  const prefix = 'portico_template_';
  const template = prefix + createHash('sha256').update(JSON.stringify(migrations)).digest('hex').slice(0, 16);
  const isThere = async () => (await client.query('SELECT FROM pg_database WHERE datname = $1', [template])).rowCount === 1;
  if (await isThere()) return template;
  await client.query('SELECT pg_advisory_lock(7_076_737_872)');
  try {
    if (await isThere()) return template;
    const {rows} = await client.query<{datname: string}>('SELECT datname FROM pg_database WHERE starts_with(datname, $1)', [prefix]);
    for (const {datname} of rows) await client.query(`DROP DATABASE IF EXISTS ${datname} WITH (FORCE)`);
    const unfinished = `portico_unfinished_${process.pid}`;
    await client.query(`DROP DATABASE IF EXISTS ${unfinished} WITH (FORCE)`);
    await client.query(`CREATE DATABASE ${unfinished}`);
    const database = open(serverUrl, unfinished, log);
    await migrate(database, migrations, clock).finally(() => database.close());
    await client.query(`ALTER DATABASE ${unfinished} RENAME TO ${template}`);
    return template;
  } finally {
    await client.query('SELECT pg_advisory_unlock(7_076_737_872)');
  }
}

function open(serverUrl: string, name: string, log: Log): TestPostgres {
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return new TestPostgres(url.href, log);
}

async function administer(url: string, work: (client: pg.Client) => Promise<unknown>): Promise<void> {
  const client = new pg.Client({connectionString: url});
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}
