import {readFile, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {createClient} from '@portico/client';
import {createLog, FolderLockedError, seedDemo, openFileStore, startServer, systemContext, tellLibrary, type DemoData} from '@portico/server';
import {root} from '../bootstrap/root.mjs';
import {makeCopies} from './copies.ts';
import {createSite} from './site.ts';

export interface DemoOptions {
  /** 0 for a free one. */
  readonly port: number;
  readonly dataFolder: string;
  readonly say: (line: string) => void;
}

export interface RunningDemo {
  /** What can be opened, with names for people. */
  readonly addresses: readonly {readonly name: string; readonly url: string}[];
  stop(): Promise<void>;
}

/**
 * Starts the API on its embedded database, with the demo's programme in it, and the host pages on the same port. Writes `demo.json` into the data folder.
 *
 * @throws Error with one sentence for people when the folder or the port is taken.
 */
export async function startDemo({port, dataFolder, say}: DemoOptions): Promise<RunningDemo> {
  const demoFile = join(dataFolder, 'demo.json');
  const earlier = await readDemoFile(demoFile);
  say('Opening the database …');
  const store = openFileStore({s3: undefined, dataFolder, fetch});
  let data: DemoData | undefined;
  let site: ReturnType<typeof createSite> | undefined;
  const server = await startServer({
    port,
    database: {folder: join(dataFolder, 'database')},
    context: systemContext(createLog('warn')),
    files: {store},
    // The demo's widgets are built anew under the same version.
    widgets: {folder: join(root, 'packages/widgets/dist/cdn'), maxAgeS: 0},
    // A person waits at the terminal: no load balancer has to notice first.
    acceptForMs: 0,
    prepare: async (database, context) => {
      say(earlier ? 'Going on with the data that is there …' : 'Making up a programme with partners and leads …');
      data = await seedDemo(database, context, {secretKey: earlier?.secretKey, library: tellLibrary(store)});
    },
    pages: request => site?.fetch(request) ?? new Response(null, {status: 503, headers: {'retry-after': '1'}}),
  }).catch((error: unknown) => {
    throw toSentence(error, port, dataFolder);
  });
  if (!data) throw new Error('The demo’s programme was not made.');
  await writeFile(demoFile, `${JSON.stringify({api: server.url, ...data}, null, 2)}\n`, {mode: 0o600});
  if (!earlier) {
    say('Drawing copies under a partner’s logo …');
    await makeCopies(server.url, data);
  }
  site = createSite({apiUrl: server.url, secretKey: data.secretKey, people: data.people, embedToken: await readEmbedToken(server.url, data)});
  return {
    addresses: [
      {name: 'A partner’s portal', url: `${server.url}/partner`},
      {name: 'The vendor’s CRM', url: `${server.url}/vendor`},
      {name: 'A partner’s public site', url: `${publicHost(server.url)}/public`},
      {name: 'The theme studio', url: `${server.url}/studio`},
      {name: 'The documentation', url: `${server.url}/docs`},
      {name: 'The API', url: `${server.url}/v1/openapi.json`},
    ],
    stop: () => server.stop(),
  };
}

/** The embed on the first partner's home page. */
async function readEmbedToken(apiUrl: string, {secretKey, people}: DemoData): Promise<string | null> {
  const partnerOrgId = people.find(({side}) => side === 'partner')?.partnerOrgId;
  if (!partnerOrgId) return null;
  const {items} = await createClient({apiUrl, secretKey}).collateralEmbeds.list({partnerOrgId});
  return items.findLast(({status}) => status === 'active')?.token ?? null;
}

/** The same listener by another name is another origin, as a partner's site is one. */
function publicHost(url: string): string {
  return url.replace('//127.0.0.1', '//localhost');
}

async function readDemoFile(path: string): Promise<{secretKey?: string} | null> {
  try {
    return JSON.parse(await readFile(path, 'utf8')) as {secretKey?: string};
  } catch {
    return null;
  }
}

function toSentence(error: unknown, port: number, dataFolder: string): unknown {
  if (error instanceof FolderLockedError) return new Error(`${error.message} Stop that one first, or set PORTICO_DATA to another folder than ${dataFolder}.`);
  if ((error as NodeJS.ErrnoException).code === 'EADDRINUSE') return new Error(`Port ${port} is taken by another program. Stop it, or choose another with PORT=4401 npm run demo.`);
  return error;
}
