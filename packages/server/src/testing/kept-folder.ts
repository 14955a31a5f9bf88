import {createHash} from 'node:crypto';
import {existsSync} from 'node:fs';
import {cp, mkdtemp, rename, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {systemContext} from '../context.ts';
import {connect} from '../database/connect.ts';
import {migrate} from '../database/migrate.ts';
import {readMigrations} from './test-database.ts';

const log = {debug: () => {}, info: () => {}, warn: () => {}, error: () => {}};

/**
 * Puts a PGlite into a folder that is not there yet: an `empty` one without even a schema, or a `migrated` one without rows. Making one from nothing takes seconds of
 * the processor; tests that are not about that start from a copy of what was made once, which is kept in the temporary folder.
 */
export async function copyPGlite(kind: 'empty' | 'migrated', folder: string): Promise<void> {
  await cp(await prepareOriginal(kind), folder, {recursive: true});
}

/** The folder to copy, by what it was made from. @returns Its path. */
async function prepareOriginal(kind: 'empty' | 'migrated'): Promise<string> {
  const migrations = kind === 'migrated' ? readMigrations() : [];
  const path = join(tmpdir(), `portico-${kind}-${createHash('sha256').update(JSON.stringify(migrations)).digest('hex').slice(0, 16)}`);
  if (existsSync(path)) return path;
  const making = await mkdtemp(join(tmpdir(), 'portico-making-'));
  const context = systemContext(log);
  const database = await connect({folder: join(making, 'database')}, context);
  if (kind === 'migrated') await migrate(database, migrations, context);
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
