import type {Hono} from 'hono';
import {isMigrated} from '../database/migrate.ts';
import {migrations} from '../database/migrations.gen.ts';
import {problem} from '../problem.ts';
import type {Env} from './request-facts.ts';
import type {Services} from './services.ts';

const patienceMs = 1_000;

/**
 * The addresses that orchestrators ask. They say yes or no and nothing else, need no credentials, and are not counted.
 *
 * @param isDraining - True once the server has begun to stop.
 */
export function mountHealth(app: Hono<Env>, {database, context}: Services, isDraining: () => boolean): void {
  let hasStarted = false;
  const isReady = async (): Promise<boolean> => {
    const answered = isMigrated(database, migrations).catch((error: unknown) => {
      context.log.warn({err: error}, 'not ready: the database does not answer as it should');
      return false;
    });
    const late = Promise.withResolvers<boolean>();
    const timer = setTimeout(() => late.resolve(false), patienceMs);
    const ready = await Promise.race([answered, late.promise]);
    clearTimeout(timer);
    hasStarted ||= ready;
    return ready;
  };

  // Answering at all is the proof: a process whose event loop hangs does not.
  app.get('/livez', c => c.json({status: 'ok'}));
  app.get('/readyz', async c => {
    if (isDraining() || !(await isReady())) throw problem('unavailable', {retryAfterS: 1});
    return c.json({status: 'ok'});
  });
  app.get('/startupz', async c => {
    if (!hasStarted && !(await isReady())) throw problem('unavailable', {retryAfterS: 1});
    return c.json({status: 'ok'});
  });
}
