import {api} from '@portico/contract';
import {Hono} from 'hono';
import type {Config} from './config.ts';
import type {Context} from './context.ts';
import type {Database} from './database/database.ts';
import {embedSessionHandlers} from './embed-session/embed-session.handlers.ts';
import {Background} from './http/background.ts';
import {answerError, conventions} from './http/conventions.ts';
import {OriginDirectory} from './http/cors.ts';
import {mount} from './http/mount.ts';
import type {HandlerTable} from './http/mounted-route.ts';
import {RateLimiter} from './http/rate-limit.ts';
import type {Env, Services} from './http/services.ts';
import {Keyring} from './keys/keyring.ts';
import {SessionTokens} from './keys/session-token.ts';
import {meHandlers} from './me/me.handlers.ts';
import {problem} from './problem.ts';

export interface AppOptions {
  /** Open and migrated. */
  readonly database: Database;
  readonly context: Context;
  readonly config: Config;
}

/** The API as a function from request to answer: in Node behind a socket, in a test or a browser page by itself. */
export interface App {
  /** @param env - What the listening server knows besides the request. */
  fetch(request: Request, env?: Env['Bindings']): Promise<Response>;
  /** Waits for what answers did not wait for. The database stays open. */
  close(): Promise<void>;
}

/** Puts the API together: the table of contents of this package. */
export function createApp({database, context, config}: AppOptions): App {
  const keyring = new Keyring(database, context);
  const tokens = new SessionTokens({keyring, publicUrl: config.publicUrl, now: context.now});
  const services: Services = {
    database,
    context,
    keyring,
    tokens,
    limiter: new RateLimiter(config.quotas, context),
    origins: new OriginDirectory(database, context),
    background: new Background(context.log),
    checkResponses: config.checkResponses,
  };
  const handlers: Partial<HandlerTable> = {
    me: meHandlers,
    embedSessions: embedSessionHandlers(tokens),
  };

  const app = new Hono<Env>();
  app.use(conventions(services));
  app.onError(answerError(services));
  app.notFound(() => {
    throw problem('route_not_found');
  });
  mount(app, api, handlers, services);

  return {
    fetch: async (request, env = {}) => app.fetch(request, env),
    close: () => services.background.settle(),
  };
}
