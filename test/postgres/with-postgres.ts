import {startPostgres} from './start-postgres.ts';

/**
 * Runs work that needs a real PostgreSQL, and stops the server afterwards when it was started for it.
 *
 * @param work - Gets a connection string whose user may create databases and roles.
 */
export async function withPostgres(work: (databaseUrl: string) => Promise<void>): Promise<void> {
  const postgres = await startPostgres();
  try {
    await work(postgres.url);
  } finally {
    await postgres.stop();
  }
}
