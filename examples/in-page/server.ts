import {PGlite} from '@electric-sql/pglite';
import {type App, createApp, defaultConfig, type DemoData, extensions, migrate, migrations, PGliteDatabase, seedDemo, systemContext} from '@portico/server/in-page';

/** The product with no backend at all. */
export interface InPageServer {
  readonly app: App;
  readonly data: DemoData;
}

const quiet = () => {};

/**
 * Starts the real server inside this tab. Its database lives as long as the tab; a page that wants to keep it gives PGlite a name (`idb://portico`) and has patience,
 * because every statement then waits for the browser's storage.
 *
 * @param apiUrl - Issuer and audience of the session tokens; nothing listens there.
 */
export async function startInPage(apiUrl: string): Promise<InPageServer> {
  const context = systemContext({debug: quiet, info: quiet, warn: console.warn.bind(console), error: console.error.bind(console)});
  const database = new PGliteDatabase(await PGlite.create({extensions}));
  await migrate(database, migrations, context);
  const data = await seedDemo(database, context);
  const app = createApp({database, context, config: {...defaultConfig, publicUrl: apiUrl}});
  setInterval(() => void app.runDue(), 1000);
  return {app, data};
}
