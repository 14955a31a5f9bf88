import {createHash} from 'node:crypto';
import {cpSync, existsSync} from 'node:fs';
import {appendFile, mkdtemp, rename, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {systemContext} from '../context.ts';
import {connect} from '../database/connect.ts';
import {migrate} from '../database/migrate.ts';
import {readMigrations} from './read-migrations.ts';

/** What the databases of tests have less of, because starting takes long with it: buffers, which are filled then, and the templates of other databases, two thirds of all files. */
export const savings = {settings: "shared_buffers = '16MB'\n", without: ['base/1', 'base/4']};
const log = {debug: () => {}, info: () => {}, warn: () => {}, error: () => {}};

/**
 * Puts a PGlite into a folder that is not there yet: an `empty` one without even a schema, or a `migrated` one without rows. Making one from nothing takes seconds of
 * the processor; tests that are not about that start from a copy of what was made once, which is kept in the temporary folder.
 */
export async function copyPGlite(kind: 'empty' | 'migrated', folder: string): Promise<void> {
  const original = await prepareOriginal(kind);
  // A thousand small files: one call takes a third of the processor's time that a call for each of them does.
  cpSync(original, folder, {recursive: true});
}

/** The folder to copy, by what it was made from. @returns Its path. */
async function prepareOriginal(kind: 'empty' | 'migrated'): Promise<string> {
  const migrations = kind === 'migrated' ? readMigrations() : [];
  const original = join(tmpdir(), `portico-${kind}-${createHash('sha256').update(JSON.stringify([migrations, savings])).digest('hex').slice(0, 16)}`);
  if (existsSync(original)) return original;
  const making = await mkdtemp(join(tmpdir(), 'portico-making-'));
  const folder = join(making, 'database');
  if (kind === 'migrated') await copyPGlite('empty', folder);
  const context = systemContext(log);
  const database = await connect({folder}, context);
  if (kind === 'migrated') await migrate(database, migrations, context);
  await database.close();
  if (kind === 'empty') {
    await appendFile(join(folder, 'postgresql.auto.conf'), savings.settings);
    for (const path of savings.without) await rm(join(folder, path), {recursive: true});
  }
  try {
    await rename(folder, original);
  } catch (error) {
    // Somebody else was quicker.
    if (!existsSync(original)) throw error;
  }
  await rm(making, {recursive: true, force: true});
  return original;
}
