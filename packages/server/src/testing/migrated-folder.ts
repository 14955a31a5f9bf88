import {createHash} from 'node:crypto';
import {existsSync} from 'node:fs';
import {cp, mkdtemp, rename, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {systemContext} from '../context.ts';
import {connect} from '../database/connect.ts';
import {migrate} from '../database/migrate.ts';
import {withFolder} from './empty-database.ts';
import {readMigrations} from './test-database.ts';

const log = {debug: () => {}, info: () => {}, warn: () => {}, error: () => {}};

/** Runs work with a data folder of its own in which the database has its schema and nothing else, and removes it afterwards. */
export async function withMigratedFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  return withFolder(async folder => {
    await copyMigrated(join(folder, 'database'));
    return work(folder);
  });
}

/**
 * Puts a PGlite with the schema and no rows into a folder that is not there yet. Making one from nothing takes seconds of the processor; tests that are not about that
 * start from a copy.
 */
export async function copyMigrated(folder: string): Promise<void> {
  await cp(await prepareOriginal(), folder, {recursive: true});
}

/** The folder to copy, kept in the temporary folder by what it was made from. @returns Its path. */
async function prepareOriginal(): Promise<string> {
  const migrations = readMigrations();
  const path = join(tmpdir(), `portico-migrated-${createHash('sha256').update(JSON.stringify(migrations)).digest('hex').slice(0, 16)}`);
  if (existsSync(path)) return path;
  const making = await mkdtemp(join(tmpdir(), 'portico-migrating-'));
  const context = systemContext(log);
  const database = await connect({folder: join(making, 'database')}, context);
  await migrate(database, migrations, context);
  await database.close();
  try {
    await rename(join(making, 'database'), path);
  } catch (error) {
    // Somebody else was quicker.
    if (!existsSync(path)) throw error;
  }
  await rm(making, {recursive: true, force: true});
  return path;
}
