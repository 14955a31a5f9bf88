import type {LeadPolicy} from '@portico/contract';
import {createApp, type App} from '../app.ts';
import {defaultConfig, type Config} from '../config.ts';
import {systemContext, type Context, type Log} from '../context.ts';
import type {Database} from '../database/database.ts';
import type {Files} from '../stored-file/files.ts';
import {testClient, type Send, type TestClient} from './test-client.ts';
import {testClock, type TestClock} from './test-clock.ts';
import {openTestDatabase, resourceDatabaseKinds, type DatabaseKind} from './test-database.ts';
import {TestTenant} from './test-tenant.ts';

export interface TestServerOptions {
  /** A fresh one: PGlite unless said. Or one that is open already; the server closes it. */
  readonly database?: DatabaseKind | Database;
  /** What differs from a server without limits that checks every answer against the contract. */
  readonly config?: Partial<Config>;
  /** A clock to share; without one the server gets its own, which stands still. */
  readonly clock?: TestClock;
  /** Keeps files; without it there are none. */
  readonly files?: (database: Database, context: Context) => Files;
}

/** The real server on a database of its own, without a socket. */
export interface TestServer {
  readonly app: App;
  readonly database: Database;
  readonly context: Context;
  readonly clock: TestClock;
  /** What was logged as a warning or an error. */
  readonly logged: readonly {readonly level: 'warn' | 'error'; readonly details: object; readonly message: string}[];
  /** Sends a request: `send('/v1/me', {headers})`. */
  readonly send: Send;
  /** A vendor of the test's own. */
  newTenant(leadPolicy?: Partial<LeadPolicy>): Promise<TestTenant>;
  client(token: string | null): TestClient;
  close(): Promise<void>;
}

const unlimited = {requests: 1_000_000, windowS: 60};

/** Starts the server for the tests of a file: once in `before`, with `close` in `after`. */
export async function startTestServer({database: given = resourceDatabaseKinds[0] ?? 'pglite', config = {}, clock = testClock(), files}: TestServerOptions = {}): Promise<TestServer> {
  const logged: TestServer['logged'][number][] = [];
  const log = testLog(logged);
  const context: Context = {...systemContext(log), now: clock.now};
  const database = typeof given === 'string' ? await openTestDatabase(given, clock, log) : given;
  const quotas = {ip: unlimited, session: unlimited, key: unlimited, tenant: unlimited, visitor: unlimited, enquiry: unlimited};
  const app = createApp({database, context, config: {...defaultConfig, quotas, checkResponses: true, ...config}, files: files?.(database, context)});
  const send: Send = (path, init) => app.fetch(new Request(new URL(path, defaultConfig.publicUrl), init));
  return {
    app,
    database,
    context,
    clock,
    logged,
    send,
    newTenant: leadPolicy => TestTenant.create(database, context, send, leadPolicy),
    client: token => testClient(send, token),
    close: async () => {
      await app.close();
      await database.close();
    },
  };
}

function testLog(logged: TestServer['logged'][number][]): Log {
  const write = (level: 'warn' | 'error') => (details: object, message: string) => {
    logged.push({level, details, message});
    if (level === 'error') console.error(message, details);
  };
  return {debug: () => {}, info: () => {}, warn: write('warn'), error: write('error')};
}
