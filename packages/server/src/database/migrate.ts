import {toHex} from '../context.ts';
import {sha256} from '../keys/sha256.ts';
import {literal, type Database} from './database.ts';
import {inTransaction} from './open.ts';

/** One step of the schema, forward only. */
export interface Migration {
  /** File name without `.sql`; steps run in its order. */
  readonly name: string;
  readonly sql: string;
}

// Roles belong to the cluster, so several databases may ask for them at once: whoever comes second finds them.
const roles = `
DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['portico_owner', 'portico_app', 'portico_worker', 'portico_backup'] LOOP
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = name) THEN
      BEGIN
        EXECUTE format('CREATE ROLE %I NOLOGIN NOSUPERUSER NOBYPASSRLS', name);
      EXCEPTION WHEN duplicate_object OR unique_violation THEN
        NULL;
      END;
    END IF;
    -- Since PostgreSQL 16 whoever makes a role is a member that may give it away and nothing else.
    IF NOT pg_has_role(name, CASE WHEN current_setting('server_version_num')::integer < 160000 THEN 'MEMBER' ELSE 'SET' END) THEN
      EXECUTE format('GRANT %I TO %I', name, current_user);
    END IF;
  END LOOP;
END $$;
CREATE SCHEMA IF NOT EXISTS portico AUTHORIZATION portico_owner;
-- Here and not in a step, because it takes a right that the owner of the tables has not: to create in the database. It is left where somebody else put it.
CREATE EXTENSION IF NOT EXISTS pg_trgm SCHEMA portico;
`;

const ledger = `
CREATE TABLE IF NOT EXISTS schema_migration (name text PRIMARY KEY, checksum text NOT NULL, applied_at timestamptz NOT NULL);
SELECT name, checksum FROM schema_migration ORDER BY name;
`;

/** The database was made by a newer version of Portico, or its steps are not the ones of this version. */
export class SchemaMismatchError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'SchemaMismatchError';
  }
}

/**
 * Brings the schema up to this version: all missing steps in one transaction, one runner at a time.
 *
 * @returns Names of the steps that were run.
 * @throws SchemaMismatchError when the database is newer, or a step that has run was changed since.
 */
export async function migrate(database: Database, migrations: readonly Migration[], {now}: {readonly now: () => number}): Promise<string[]> {
  const turn = database.kind === 'postgres' ? "SET LOCAL lock_timeout = '60s'; SET LOCAL statement_timeout = '10min'; SELECT pg_advisory_xact_lock(7_076_737_871); " : '';
  await inTransaction(database, turn + roles, async () => {});
  return inTransaction(database, `${turn}SET LOCAL search_path = portico; SET LOCAL ROLE portico_owner; ${ledger}`, async (transaction, results) => {
    const applied = new Map((results.at(-1) ?? []).map(row => [String(row['name']), String(row['checksum'])]));
    const missing = await missingSteps(applied, migrations);
    for (const {name, sql, checksum} of missing) {
      await transaction.script(`${sql}\n; INSERT INTO portico.schema_migration VALUES (${literal(name)}, ${literal(checksum)}, ${literal(new Date(now()).toISOString())});`);
    }
    return missing.map(({name}) => name);
  });
}

/**
 * Whether the schema is exactly the one of this version.
 *
 * @throws SchemaMismatchError when the database is newer or different.
 */
export async function isMigrated(database: Database, migrations: readonly Migration[]): Promise<boolean> {
  const opening = 'SET TRANSACTION READ ONLY; SET LOCAL search_path = portico; SET LOCAL ROLE portico_app; SELECT name, checksum FROM schema_migration;';
  const rows = await inTransaction(database, opening, async (_, results) => results.at(-1) ?? []);
  const applied = new Map(rows.map(row => [String(row['name']), String(row['checksum'])]));
  return (await missingSteps(applied, migrations)).length === 0;
}

async function missingSteps(applied: ReadonlyMap<string, string>, migrations: readonly Migration[]): Promise<(Migration & {checksum: string})[]> {
  const known = await Promise.all(migrations.map(async step => ({...step, checksum: await checksumOf(step.sql)})));
  const unknown = [...applied.keys()].filter(name => !known.some(step => step.name === name));
  if (unknown.length > 0) throw new SchemaMismatchError(`The database is newer than this version of Portico (it has ${unknown.join(', ')}). Start the newer version.`);
  const changed = known.filter(({name, checksum}) => applied.has(name) && applied.get(name) !== checksum);
  if (changed.length > 0) throw new SchemaMismatchError(`Steps of the schema were changed after they had run: ${changed.map(({name}) => name).join(', ')}.`);
  return known.filter(({name}) => !applied.has(name)).sort((a, b) => (a.name < b.name ? -1 : 1));
}

async function checksumOf(sql: string): Promise<string> {
  return toHex(await sha256(sql));
}
