import {createHash} from 'node:crypto';
import {existsSync, readFileSync, readdirSync} from 'node:fs';
import {readFile, rename, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after} from 'node:test';
import {fileURLToPath} from 'node:url';
import {PGlite} from '@electric-sql/pglite';
import type {Database} from '../database/database.ts';
import type {Migration} from '../database/migrate.ts';
import {inTransaction} from '../database/open.ts';
import {PGliteDatabase} from '../database/pglite.ts';
import {extensions} from '../database/pglite-extensions.ts';
import {copyPGlite, savings} from './kept-folder.ts';

/** Those that were closed. Starting one takes a second of the processor, emptying one a moment. */
const idle: PGliteDatabase[] = [];

/** Whether files of tests follow each other in this process; then it says when the last of them has ended, and a database may wait for the next. */
const othersFollow = process.execArgv.includes('--test-isolation=none');
if (othersFollow) after(() => Promise.all(idle.map(database => PGliteDatabase.prototype.close.call(database))));

// Without triggers and foreign keys: the audit log, too, starts anew. What a test has switched off is on again.
const emptied = `
SET LOCAL session_replication_role = replica;
DO $$
DECLARE
  name text;
BEGIN
  FOR name IN SELECT tablename FROM pg_tables WHERE schemaname = 'portico' AND tablename <> 'schema_migration' LOOP
    EXECUTE format('DELETE FROM portico.%I', name);
  END LOOP;
  FOR name IN SELECT DISTINCT relname FROM pg_trigger JOIN pg_class ON pg_class.oid = tgrelid WHERE tgenabled = 'D' AND NOT tgisinternal LOOP
    EXECUTE format('ALTER TABLE portico.%I ENABLE TRIGGER USER', name);
  END LOOP;
END $$;
`;

/** What a test may leave behind that emptying does not undo: another schema, or room for very many rows. A database that has it is not used again. */
async function shapeOf(database: Database): Promise<string> {
  const counts = ['pg_class', 'pg_attribute', 'pg_proc', 'pg_trigger', 'pg_policy', 'pg_constraint', 'portico.schema_migration'].map(table => `(SELECT count(*) FROM ${table})`);
  const query = `SELECT concat_ws(' ', ${counts.join(', ')}, pg_database_size(current_database()) > ${mostBytes}) AS shape;`;
  return String(await inTransaction(database, query, async (_, results) => results.at(-1)?.[0]?.['shape']));
}

const mostBytes = 128 * 1024 * 1024;

/** An empty PGlite in memory with the schema, made anew or taken from a test that is done. */
export async function openTestPGlite(migrations: readonly Migration[]): Promise<Database> {
  const kept = idle.pop();
  if (kept) {
    await inTransaction(kept, emptied, async () => {});
    return kept;
  }
  const database = await startPGlite(migrations);
  if (!othersFollow) return database;
  const shape = await shapeOf(database);
  return Object.assign(database, {
    close: async () => {
      if ((await shapeOf(database)) === shape) idle.push(database);
      else await PGliteDatabase.prototype.close.call(database);
    },
  });
}

/** Making a PGlite from nothing takes seconds, so a migrated one is kept in the temporary folder, by what it was made from. */
async function startPGlite(migrations: readonly Migration[]): Promise<PGliteDatabase> {
  const path = keptAt(migrations);
  if (existsSync(path)) {
    const pglite = await PGlite.create({extensions, loadDataDir: new Blob([await readFile(path)])});
    // A statement is planned once, as on the PostgreSQL of the tests.
    await pglite.exec('SET plan_cache_mode = force_generic_plan');
    return new PGliteDatabase(pglite);
  }
  // Made on files and read from them: what takes long is done once for both.
  const folder = `${path}.${process.pid}.folder`;
  await copyPGlite('migrated', folder);
  const original = await PGlite.create(folder, {extensions});
  const dump = await original.dumpDataDir('none');
  await original.close();
  await rm(folder, {recursive: true});
  const unfinished = `${path}.${process.pid}`;
  await writeFile(unfinished, new Uint8Array(await dump.arrayBuffer()));
  await rename(unfinished, path);
  await removeOthers(path);
  return startPGlite(migrations);
}

function keptAt(migrations: readonly Migration[]): string {
  const version = readFileSync(fileURLToPath(new URL('../../package.json', import.meta.url)), 'utf8');
  return join(tmpdir(), `portico-test-${createHash('sha256').update(JSON.stringify([version, migrations, savings])).digest('hex').slice(0, 16)}.tar`);
}

/** Each is some forty megabytes; those of earlier schemas are of no more use. */
async function removeOthers(path: string): Promise<void> {
  const names = readdirSync(tmpdir()).filter(name => /^portico-test-[0-9a-f]{16}\.tar$/.test(name) && join(tmpdir(), name) !== path);
  await Promise.all(names.map(name => rm(join(tmpdir(), name), {force: true})));
}
