import {after} from 'node:test';
import {chromium, type Browser, type BrowserContext} from 'playwright-core';
import {findBrowser} from '../../scripts/browser/find-browser.ts';
import {browserFlags} from '../../scripts/browser/flags.ts';

let running: Promise<Browser> | undefined;

/**
 * A real Chromium for a test; the caller closes it. All files of a process have the same one: starting another takes as long as ten pages do. What one of them opened
 * is its own, and goes when it closes its browser; the process itself ends with the last test. Where it has crashed, the next file gets a new one.
 *
 * @throws Error with a sentence that says what to install when there is none.
 */
export async function launchBrowser(): Promise<Browser> {
  running ??= start();
  const browser = await running;
  if (!browser.isConnected()) {
    running = undefined;
    return launchBrowser();
  }
  const opened = new Set<BrowserContext>();
  const keep = (context: BrowserContext) => {
    opened.add(context);
    context.once('close', () => opened.delete(context));
    return context;
  };
  const own: Pick<Browser, 'newContext' | 'newPage' | 'close'> = {
    newContext: async options => keep(await browser.newContext(options)),
    async newPage(options) {
      const page = await browser.newPage(options);
      keep(page.context());
      return page;
    },
    async close() {
      await Promise.all([...opened].map(context => context.close()));
    },
  };
  return Object.assign(Object.create(browser) as Browser, own);
}

async function start(): Promise<Browser> {
  const {CHROME_PATH: executablePath} = await findBrowser();
  return chromium.launch({...(executablePath && {executablePath}), args: [...browserFlags]});
}

after(async () => (await running?.catch(() => undefined))?.close());
