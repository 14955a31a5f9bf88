import {createHash} from 'node:crypto';
import {existsSync, readFileSync, readdirSync} from 'node:fs';
import {readFile, rename, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {PGlite} from '@electric-sql/pglite';
import type {Database} from '../database/database.ts';
import type {Migration} from '../database/migrate.ts';
import {PGliteDatabase} from '../database/pglite.ts';
import {extensions} from '../database/pglite-extensions.ts';
import {KeptDatabases} from './kept-databases.ts';
import {copyPGlite, savings} from './kept-folder.ts';

const kept = new KeptDatabases<PGliteDatabase>();

/** An empty PGlite in memory with the schema, made anew or taken from a test that is done. */
export async function openTestPGlite(migrations: readonly Migration[]): Promise<Database> {
  const idle = await kept.take();
  if (idle) return idle;
  const database = await startPGlite(migrations);
  return kept.keep(database, () => PGliteDatabase.prototype.close.call(database));
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
