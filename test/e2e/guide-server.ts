import {mkdtemp, readFile, rm, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {fileURLToPath, pathToFileURL} from 'node:url';
import {createClient, type Client} from '@portico/client';
import {LeadPolicy} from '@portico/contract';
import {createSecretKey, createTenant, openFileStore, startServer, withTenant, type StartedServer} from '@portico/server';
import {cdnFolder} from '../../packages/widgets/build/build-cdn.ts';
import {buildWidgets} from '../../scripts/build/widgets.ts';
import {seededDataFolder} from './data-folder.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** What a page's own backend answers to it. */
interface Session {
  readonly token: string;
  readonly expiresInS: number;
}

/** What a guide's reader has on their own site. */
export interface GuideSite {
  /** What is inside of `<html>`. */
  page: string;
  /** The security policy of the page; none unless the guide states one. */
  policy?: string;
  /** The guide's `embed.js`. */
  readonly embed: string;
  /** Answers `/portico-session`. */
  readonly mint: () => Promise<Session>;
}

/** One server for the readers of several guides, each a vendor of their own. */
export interface GuideServer {
  readonly url: string;
  /** Shows this site from now on. */
  show(site: GuideSite): void;
  /** A new vendor with a programme, and the client of their backend. */
  newVendor(): Promise<{secretKey: string; client: Client}>;
  /** Writes a guide's code into files, as its reader does. @returns Loads one of them and calls one of its functions. */
  write(snippets: Readonly<Record<string, string>>): Promise<<T>(file: string, name: string, options: object) => Promise<T>>;
  stop(): Promise<void>;
}

/** The named code blocks of a guide. */
export async function snippetsOf(path: string): Promise<Record<string, string>> {
  const text = await readFile(join(root, path), 'utf8');
  return Object.fromEntries([...text.matchAll(/```\w+ name=(\S+)\n([\s\S]*?)```/g)].map(match => [match[1]!, match[2]!]));
}

/** The security policy that a guide states. */
export async function policyOf(path: string): Promise<string> {
  const policy = /```\n(script-src[^\n]*)\n```/.exec(await readFile(join(root, path), 'utf8'))?.[1];
  if (policy === undefined) throw new Error(`${path} states no policy.`);
  return policy;
}

/** Starts it; others are on it already, as on a server that has been there for a while. */
export async function startGuideServer(): Promise<GuideServer> {
  await buildWidgets(() => {});
  const data = await seededDataFolder();
  const folders: string[] = [];
  let site: GuideSite | undefined;
  const server: StartedServer = await startServer({port: 0, acceptForMs: 0, database: {folder: join(data.path, 'database')}, files: {store: openFileStore({s3: undefined, dataFolder: data.path, fetch})}, widgets: {folder: cdnFolder}, pages: async request => (site && (await answer(site, new URL(request.url).pathname))) ?? new Response(null, {status: 404})});
  return {
    url: server.url,
    show: shown => void (site = shown),
    async newVendor() {
      const {database, context, url} = server;
      const {tenantId} = await createTenant(database, context, {name: 'Vendor', program: {name: 'Programme', timeZone: 'UTC', leadPolicy: LeadPolicy.parse({})}});
      const {secretKey} = await withTenant(database, tenantId, {context, as: 'system:guide'}, scope => createSecretKey(scope, {name: 'guide'}));
      return {secretKey, client: createClient({apiUrl: url, secretKey})};
    },
    async write(snippets) {
      // Where the packages' names are found, as in a reader's own project.
      const folder = await mkdtemp(join(root, 'node_modules', '.guide-'));
      folders.push(folder);
      for (const [name, code] of Object.entries(snippets)) if (name.endsWith('.js')) await writeFile(join(folder, name), code);
      return async <T>(file: string, name: string, options: object) => {
        const module = (await import(pathToFileURL(join(folder, file)).href)) as Record<string, (options: object) => Promise<T>>;
        return module[name]!(options);
      };
    },
    async stop() {
      await server.stop();
      await Promise.all([data.remove(), ...folders.map(folder => rm(folder, {recursive: true, force: true}))]);
    },
  };
}

async function answer({page, policy, embed, mint}: GuideSite, path: string): Promise<Response | undefined> {
  const script = {headers: {'content-type': 'text/javascript'}};
  if (path === '/') return new Response(`<!doctype html><html lang="en"><title>Guide</title>${page}</html>`, {headers: {'content-type': 'text/html', ...(policy !== undefined && {'content-security-policy': policy})}});
  if (path === '/embed.js') return new Response(embed, script);
  if (path === '/portico-session') return Response.json(await mint());
  return undefined;
}
