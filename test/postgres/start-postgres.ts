import {fork} from 'node:child_process';
import {once} from 'node:events';
import {fileURLToPath} from 'node:url';

export interface Postgres {
  /** `postgres://user:password@host:port/database`; the user may create databases and roles. */
  readonly url: string;
  /** Stops the server and removes its data; does nothing to a server that was there before. */
  stop(): Promise<void>;
}

/**
 * A PostgreSQL for tests: the one of `DATABASE_URL`, one that `npm test` has started already, or a fresh one from npm on a free port.
 *
 * @throws Error with the server's own words when it does not start.
 */
export async function startPostgres(): Promise<Postgres> {
  const given = process.env['DATABASE_URL'] ?? process.env['PORTICO_TEST_DATABASE_URL'];
  if (given) return {url: given, stop: async () => {}};

  // A process of its own, so that the server ends with whoever asked for it, however that one ends.
  const keeper = fork(fileURLToPath(new URL('keeper.ts', import.meta.url)), {stdio: ['ignore', 'inherit', 'inherit', 'ipc']});
  const exited = once(keeper, 'exit');
  const url = await new Promise<string>((resolve, reject) => {
    keeper.once('message', message => resolve(String(message)));
    keeper.once('error', reject);
    keeper.once('exit', code => reject(new Error(`PostgreSQL did not start: its keeper ended with code ${code}.`)));
  });
  return {
    url,
    stop: async () => {
      if (keeper.connected) keeper.disconnect();
      await exited;
    },
  };
}
