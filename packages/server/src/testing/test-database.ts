import {readFileSync, readdirSync} from 'node:fs';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import type {Log} from '../context.ts';
import type {Database} from '../database/database.ts';
import type {Migration} from '../database/migrate.ts';
import {openTestPGlite} from './test-pglite.ts';
import {openTestPostgres} from './test-postgres.ts';

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

/** An empty, migrated database that nobody else has until it is closed. */
export async function openTestDatabase(kind: DatabaseKind, clock: {readonly now: () => number}, log: Log): Promise<Database> {
  if (kind === 'pglite') return openTestPGlite(readMigrations(), clock);
  if (!testDatabaseUrl) throw new Error('Set PORTICO_TEST_DATABASE_URL to test on PostgreSQL.');
  return openTestPostgres(testDatabaseUrl, readMigrations(), clock, log);
}
