import {PGlite} from '@electric-sql/pglite';
import type {Log} from '../context.ts';
import type {Database} from './database.ts';
import {lockFolder} from './folder-lock.ts';
import {extensions} from './pglite-extensions.ts';
import {PGliteDatabase} from './pglite.ts';
import {PostgresDatabase} from './postgres.ts';

/** Which database to use: `url` for PostgreSQL, else PGlite in `folder`, else PGlite in memory. */
export interface DatabaseConfig {
  /** `postgres://user:password@host:port/database`. */
  readonly url?: string | undefined;
  /** Folder of a PGlite; made when missing. A lock file beside it keeps other processes out. */
  readonly folder?: string | undefined;
  /** Fills a new PGlite with what `dump` gave. */
  readonly restoreFrom?: Blob | undefined;
  /** Most connections to PostgreSQL at once; 10 unless said. */
  readonly poolSize?: number | undefined;
  /** Whether PostgreSQL may keep the plans of statements; unless said, it may. Turn it off behind a pooler that cannot keep connections apart. */
  readonly preparedStatements?: boolean | undefined;
}

/**
 * Opens the database. Run `migrate` before anything else.
 *
 * @throws FolderLockedError when another process has the folder.
 */
export async function connect({url, folder, restoreFrom, poolSize = 10, preparedStatements = true}: DatabaseConfig, {now, log}: {readonly now: () => number; readonly log: Log}): Promise<Database> {
  if (url) return new PostgresDatabase({url, poolSize, preparedStatements, log});
  const options = {extensions, ...(restoreFrom ? {loadDataDir: restoreFrom} : {})};
  if (!folder) return new PGliteDatabase(await PGlite.create(options));
  const unlock = await lockFolder(folder, now);
  try {
    return new PGliteDatabase(await PGlite.create(folder, options), unlock);
  } catch (error) {
    await unlock();
    throw error;
  }
}
