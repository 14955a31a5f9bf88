import {createHash} from 'node:crypto';
import {existsSync, readFileSync, readdirSync} from 'node:fs';
import {readFile, rename, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {PGlite} from '@electric-sql/pglite';
import pg from 'pg';
import type {Log} from '../context.ts';
import type {Database} from '../database/database.ts';
import {migrate, type Migration} from '../database/migrate.ts';
import {PGliteDatabase} from '../database/pglite.ts';
import {extensions} from '../database/pglite-extensions.ts';
import {PostgresDatabase} from '../database/postgres.ts';

/** The databases that data suites run on. */
export type DatabaseKind = 'pglite' | 'postgres';

/** Address of a PostgreSQL for tests, or `undefined`; `npm test` sets it. */
export const testDatabaseUrl: string | undefined = process.env['PORTICO_TEST_DATABASE_URL'] ?? process.env['DATABASE_URL'];

/** The databases that are there to test on: PGlite always, PostgreSQL when its address is known. */
export const databaseKinds: readonly DatabaseKind[] = testDatabaseUrl ? ['pglite', 'postgres'] : ['pglite'];

/** The steps of the schema straight from their files, so that a test sees an edit without generating anything. */
export function readMigrations(): Migration[] {
  const folder = fileURLToPath(new URL('../database/migrations/', import.meta.url));
  const names = readdirSync(folder).filter(name => name.endsWith('.sql')).sort();
  return names.map(name => ({name: name.slice(0, -'.sql'.length), sql: readFileSync(join(folder, name), 'utf8')}));
}

/** An empty, migrated database of this process's own. */
export async function openTestDatabase(kind: DatabaseKind, clock: {readonly now: () => number}, log: Log): Promise<Database> {
  return kind === 'pglite' ? openPGlite(clock) : openPostgres(clock, log);
}

/** Making a PGlite from nothing takes seconds, so a migrated one is kept in the temporary folder, by what it was made from. */
async function openPGlite(clock: {readonly now: () => number}): Promise<Database> {
  const migrations = readMigrations();
  const version = readFileSync(fileURLToPath(new URL('../../package.json', import.meta.url)), 'utf8');
  const key = createHash('sha256').update(JSON.stringify([version, migrations])).digest('hex').slice(0, 16);
  const path = join(tmpdir(), `portico-test-${key}.tar`);
  if (existsSync(path)) return new PGliteDatabase(await PGlite.create({extensions, loadDataDir: new Blob([await readFile(path)])}));
  const pglite = await PGlite.create({extensions});
  const database = new PGliteDatabase(pglite);
  await migrate(database, migrations, clock);
  const dump = await pglite.dumpDataDir('none');
  const unfinished = `${path}.${process.pid}`;
  await writeFile(unfinished, new Uint8Array(await dump.arrayBuffer()));
  await rename(unfinished, path);
  await removeOthers(path);
  return database;
}

let opened = 0;

/** Each is some forty megabytes; those of earlier schemas are of no more use. */
async function removeOthers(path: string): Promise<void> {
  const names = readdirSync(tmpdir()).filter(name => /^portico-test-[0-9a-f]{16}\.tar$/.test(name) && join(tmpdir(), name) !== path);
  await Promise.all(names.map(name => rm(join(tmpdir(), name), {force: true})));
}

async function openPostgres(clock: {readonly now: () => number}, log: Log): Promise<Database> {
  if (!testDatabaseUrl) throw new Error('Set PORTICO_TEST_DATABASE_URL to test on PostgreSQL.');
  const name = `portico_test_${process.pid}_${Math.floor(performance.timeOrigin).toString(36)}_${++opened}`;
  await administer(testDatabaseUrl, `CREATE DATABASE ${name}`);
  const url = new URL(testDatabaseUrl);
  url.pathname = `/${name}`;
  const database = new PostgresDatabase({url: url.href, poolSize: 20, preparedStatements: true, log});
  await migrate(database, readMigrations(), clock);
  return Object.assign(database, {
    close: async () => {
      await PostgresDatabase.prototype.close.call(database);
      await administer(testDatabaseUrl, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
    },
  });
}

async function administer(url: string, sql: string): Promise<void> {
  const client = new pg.Client({connectionString: url});
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
