import {createApp, type App} from './app.ts';
import {defaultConfig, type Config} from './config.ts';
import {systemContext, type Context} from './context.ts';
import {connect, type DatabaseConfig} from './database/connect.ts';
import type {Database} from './database/database.ts';
import {migrate} from './database/migrate.ts';
import {migrations} from './database/migrations.gen.ts';
import {selfCheck} from './database/self-check.ts';
import {refreshStatistics} from './database/statistics.ts';
import {serve, type ServeOptions} from './http/serve.ts';
import {widgetFiles, widgetsPath, type WidgetFilesOptions} from './http/widget-files.ts';
import {createLog} from './log.ts';
import {openFiles, type FilesOptions} from './stored-file/files.ts';

export interface StartOptions extends Pick<ServeOptions, 'port' | 'host' | 'acceptForMs'> {
  readonly database: DatabaseConfig;
  /** What differs from the defaults. Without a `publicUrl` it is the address that is listened on. */
  readonly config?: Partial<Config>;
  /** The machine's clock and randomness, and a log to stdout, unless said. */
  readonly context?: Context;
  /** Where files are kept, and what looks for viruses in them. Without it there are no files. */
  readonly files?: Pick<FilesOptions, 'store' | 'scanner'>;
  /** From where pages load the widgets, below `/cdn/`. Without it another server has the files. */
  readonly widgets?: WidgetFilesOptions | undefined;
  /** Answers what is not the API's, so that pages and API share one origin. */
  readonly pages?: (request: Request) => Response | Promise<Response>;
  /** Runs on the migrated database before anybody is served: seeding. */
  readonly prepare?: (database: Database, context: Context) => Promise<void>;
}

/** The whole server, running. */
export interface StartedServer {
  /** `http://127.0.0.1:4400`. */
  readonly url: string;
  readonly port: number;
  readonly app: App;
  readonly database: Database;
  readonly context: Context;
  /** Stops in order and closes the database: a second start finds everything. */
  stop(): Promise<void>;
}

const statisticsEveryMs = 10 * 60_000;
const apiPaths = /^\/(v1|files|s|e|\.well-known|livez|readyz|startupz)(\/|$)/;

/**
 * Starts everything: opens the database, brings its schema up, makes sure that it keeps tenants apart, listens, and does what is due every second.
 *
 * @throws FolderLockedError, SchemaMismatchError, SelfCheckError, or the error of the socket, such as EADDRINUSE; nothing is left running then.
 */
export async function startServer({database: where, config: changes = {}, context = systemContext(createLog('info')), widgets, pages, prepare, files: keeping, ...options}: StartOptions): Promise<StartedServer> {
  const database = await connect(where, context);
  try {
    await migrate(database, migrations, context);
    await selfCheck(database, context);
    await prepare?.(database, context);
    if (database.kind === 'pglite') await refreshStatistics(database);
    // The address is part of every token, and with port 0 it is known only when the server listens.
    const ready = Promise.withResolvers<App>();
    const listening = await serve(relay(ready.promise, widgets, pages), {...options, context, trustProxy: changes.trustProxy ?? defaultConfig.trustProxy});
    const files = keeping && openFiles({...keeping, database, context});
    const app = createApp({database, context, config: {...defaultConfig, publicUrl: listening.url, ...changes}, files});
    ready.resolve(app);
    const statistics = database.kind === 'pglite' ? setInterval(() => void refresh(database, context), statisticsEveryMs) : undefined;
    statistics?.unref();
    let stopping: Promise<void> | undefined;
    const stop = async (): Promise<void> => {
      clearInterval(statistics);
      await listening.stop();
      await database.close();
    };
    return {url: listening.url, port: listening.port, app, database, context, stop: () => (stopping ??= stop())};
  } catch (error) {
    await database.close();
    throw error;
  }
}

/** Hands requests to the app that is about to be made, or to the widgets' files and the pages beside it. */
function relay(app: Promise<App>, widgets: StartOptions['widgets'], pages: StartOptions['pages']): App {
  let made: App | undefined;
  const files = widgets && widgetFiles(widgets);
  void app.then(ready => {
    made = ready;
  });
  return {
    fetch: async (request, env) => {
      const {pathname} = new URL(request.url);
      if (files && pathname.startsWith(widgetsPath)) return files(request);
      return pages && !apiPaths.test(pathname) ? pages(request) : (await app).fetch(request, env);
    },
    runDue: async () => (await app).runDue(),
    drain: () => made?.drain(),
    close: async () => made?.close(),
  };
}

async function refresh(database: Database, context: Context): Promise<void> {
  try {
    await refreshStatistics(database);
  } catch (error) {
    context.log.warn({err: error}, 'statistics could not be refreshed');
  }
}
