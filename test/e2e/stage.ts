import {type ChildProcess, spawn} from 'node:child_process';
import {once} from 'node:events';
import {readFile} from 'node:fs/promises';
import {join} from 'node:path';
import {createInterface} from 'node:readline';
import {fileURLToPath} from 'node:url';
import type {Browser, BrowserContext, Page} from 'playwright-core';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** What the demo writes for those who want to act on it. */
export interface DemoFile {
  api: string;
  tenantId: string;
  secretKey: string;
  people: {id: string; name: string; side: 'vendor' | 'partner'; partnerOrgId: string | null; partnerOrg: string | null; roles: string[]}[];
  partnerOrgs: {id: string; name: string}[];
}

/** The demo as its own process, as `npm run demo` starts it. */
export interface Demo {
  readonly url: string;
  readonly process: ChildProcess;
  readonly output: () => string;
  readFile(): Promise<DemoFile>;
  /** Ends it as Ctrl-C would and waits. @returns The exit code. */
  stop(): Promise<number | null>;
  /** Ends it as a crash would and waits. */
  kill(): Promise<void>;
  /** Whether it is there no more, however that came. */
  hasEnded(): boolean;
}

/**
 * Starts the demo and waits until it says that it is ready.
 *
 * @param dataFolder - Where its data is; started again on the same folder it goes on with it.
 * @param port - 0 takes a free one; give the earlier one when pages are open on it.
 */
export async function startDemo(dataFolder: string, port = 0): Promise<Demo> {
  const child = spawn(process.execPath, ['--conditions=portico-source', 'scripts/demo.ts'], {
    cwd: root,
    env: {...process.env, PORT: String(port), PORTICO_DATA: dataFolder},
    // With a channel it ends when this process does, however that comes.
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  let output = '';
  child.stderr!.on('data', chunk => (output += String(chunk)));
  const url = await new Promise<string>((resolve, reject) => {
    let address: string | undefined;
    createInterface({input: child.stdout!}).on('line', line => {
      output += `${line}\n`;
      address ??= /http:\/\/\S+?(?=\/partner)/.exec(line)?.[0];
      if (line.startsWith('Ready') && address) resolve(address);
    });
    child.once('exit', code => reject(new Error(`The demo ended with ${code}:\n${output}`)));
    setTimeout(() => reject(new Error(`The demo was not ready in time:\n${output}`)), 200_000).unref();
  }).catch((error: unknown) => {
    child.kill('SIGKILL');
    throw error;
  });
  const ended = once(child, 'exit');
  return {
    url,
    process: child,
    output: () => output,
    readFile: async () => JSON.parse(await readFile(join(dataFolder, 'demo.json'), 'utf8')) as DemoFile,
    async stop() {
      child.kill('SIGINT');
      const [code] = (await ended) as [number | null];
      return code;
    },
    async kill() {
      child.kill('SIGKILL');
      await ended;
    },
    hasEnded: () => child.exitCode !== null || child.signalCode !== null,
  };
}

/** A page that writes down what must not happen on it. */
export interface WatchedPage {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Reports of the content security policy, Trusted Types included. */
  readonly reports: string[];
  /** Uncaught errors and console errors, without the network's own. */
  readonly errors: string[];
}

/** A page of its own visitor: nothing shared with other pages, as another person at another desk. */
export async function openPage(browser: Browser, url: string, size = {width: 1280, height: 900}): Promise<WatchedPage> {
  const context = await browser.newContext({viewport: size, reducedMotion: 'reduce', locale: 'en-GB', timezoneId: 'Europe/Helsinki'});
  const page = await context.newPage();
  const reports: string[] = [];
  const errors: string[] = [];
  await page.exposeFunction('porticoReport', (report: string) => reports.push(report));
  await page.addInitScript(() => {
    addEventListener('securitypolicyviolation', event => (globalThis as unknown as {porticoReport: (text: string) => void}).porticoReport(`${event.violatedDirective}: ${event.blockedURI} ${event.sample}`));
  });
  page.on('pageerror', error => errors.push(String(error)));
  page.on('console', message => {
    if (message.type() === 'error' && !/Failed to load resource|net::ERR/.test(message.text())) errors.push(message.text());
  });
  await page.goto(url);
  return {page, context, reports, errors};
}

/** What the journeys look at in answers; which of it is there depends on the route. */
export interface ApiBody {
  readonly lead: {readonly id: string; readonly version: number};
  readonly items: readonly {readonly id: string; readonly title: string; readonly body: string}[];
}

/** Calls the API as the vendor's own backend does. */
export async function callApi(demo: DemoFile, method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<{status: number; body: ApiBody; headers: Headers}> {
  const answer = await fetch(new URL(`/v1${path}`, demo.api), {
    method,
    headers: {
      authorization: `Bearer ${demo.secretKey}`,
      ...(method === 'POST' ? {'idempotency-key': crypto.randomUUID()} : {}),
      ...(body === undefined ? {} : {'content-type': 'application/json'}),
      ...headers,
    },
    ...(body === undefined ? {} : {body: JSON.stringify(body)}),
  });
  return {status: answer.status, body: JSON.parse((await answer.text()) || '{}') as ApiBody, headers: answer.headers};
}
