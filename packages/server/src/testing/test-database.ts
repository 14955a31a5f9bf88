import type {Log} from '../context.ts';
import type {Database} from '../database/database.ts';
import {readMigrations} from './read-migrations.ts';
import {openTestPGlite} from './test-pglite.ts';
import {openTestPostgres} from './test-postgres.ts';

/** The databases that data suites run on. */
export type DatabaseKind = 'pglite' | 'postgres';

/** Address of a PostgreSQL for tests, or `undefined`; `npm test` sets it. */
export const testDatabaseUrl: string | undefined = process.env['PORTICO_TEST_DATABASE_URL'] ?? process.env['DATABASE_URL'];

/** The databases that are there to test on: PGlite always, PostgreSQL when its address is known. */
export const databaseKinds: readonly DatabaseKind[] = testDatabaseUrl ? ['pglite', 'postgres'] : ['pglite'];

/**
 * For what a resource does by its own rules: the last of them, unless PORTICO_TEST_DATABASES is `all`. That both databases do the same is shown by the suites that run on both:
 * every route in the conformance suites, models, races, guards, secrecy, crashes, drivers.
 */
export const resourceDatabaseKinds: readonly DatabaseKind[] = process.env['PORTICO_TEST_DATABASES'] === 'all' ? databaseKinds : databaseKinds.slice(-1);

export {readMigrations};

/** An empty, migrated database that nobody else has until it is closed. */
export async function openTestDatabase(kind: DatabaseKind, clock: {readonly now: () => number}, log: Log): Promise<Database> {
  if (kind === 'pglite') return openTestPGlite(readMigrations());
  if (!testDatabaseUrl) throw new Error('Set PORTICO_TEST_DATABASE_URL to test on PostgreSQL.');
  return openTestPostgres(testDatabaseUrl, readMigrations(), clock, log);
}
