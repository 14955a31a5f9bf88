import assert from 'node:assert/strict';
import {mkdtemp, readFile, rm, writeFile} from 'node:fs/promises';
import {createServer, type Server} from 'node:http';
import {createRequire} from 'node:module';
import type {AddressInfo} from 'node:net';
import {extname, join} from 'node:path';
import {after, before, describe, it} from 'node:test';
import {pathToFileURL} from 'node:url';
import type {MockBackend, TestClock} from '@portico/mocks';
import type {Browser, Page} from 'playwright-core';
import {root} from '../../scripts/bootstrap/root.mjs';
import {launchBrowser} from '../browser/launch.ts';
import {read} from '../shape/sources.ts';

const snippetsOf = (guide: string) => new Map([...read(`docs/guides/${guide}.md`).matchAll(/```\w+ name=(\S+)\n([\s\S]*?)```/g)].map(match => [match[1]!, match[2]!]));
const snippets = snippetsOf('test-your-page');
const types: Record<string, string> = {'.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css'};
const example = join(root, 'examples/headless');
const {build} = createRequire(join(example, 'package.json'))('esbuild') as {build: (options: object) => Promise<unknown>};

/** Whether the guide "Test your page" says what is so, in Node and in a browser. */
export function testYourPage(): void {
  describe('the guide "Test your page"', () => {
    let folder: string;
    let files: Server;
    let browser: Browser;
    let url: string;

    before(async () => {
      // Where the packages' names are found, as in a reader's own project.
      folder = await mkdtemp(join(root, 'node_modules', '.guide-'));
      await Promise.all([...snippets].map(([name, code]) => writeFile(join(folder, name), code)));
      // What a page imports that is built anyway: the guide to the ways says so.
      const widgets = snippetsOf('choose-a-way-to-embed').get('package.js') ?? '';
      const shown = "import './widgets-page.js'; import preview from './preview.js'; import {pretend} from './in-page.js'; import {html, render} from 'lit';";
      const story = "const [[load], [decorate]] = [preview.loaders, preview.decorators]; render(decorate(() => html`<portico-lead-inbox></portico-lead-inbox>`, {loaded: load({parameters: {portico: {scenario: 'empty'}}})}), document.querySelector('main'));";
      const own = "pretend(document.querySelector('aside portico-portal'), {scenario: 'forbidden'});";
      const worker = "import {mockApi} from './worker.js'; import {createClient} from '@portico/client';";
      const loading = 'window.loads = (Number(sessionStorage.loads) || 0) + 1; sessionStorage.loads = window.loads; const apiUrl = location.origin; const backend = await mockApi(apiUrl);';
      const asking = 'const client = createClient({apiUrl, fetchSession: backend.fetchSession}); window.lead = (await client.leadOffers.list({limit: 1})).items[0].teaser.title;';
      await Promise.all([
        writeFile(join(folder, 'widgets-page.js'), widgets),
        writeFile(join(folder, 'story-page.js'), `${shown}\n${story}\n${own}`),
        writeFile(join(folder, 'story.html'), '<!doctype html><html lang="en"><script type="module" src="dist/story-page.js"></script><main></main><aside><portico-portal><portico-lead-inbox></portico-lead-inbox></portico-portal></aside>'),
        writeFile(join(folder, 'worker-page.js'), `${worker}\n${loading}\n${asking}`),
        writeFile(join(folder, 'worker.html'), '<!doctype html><script type="module" src="dist/worker-page.js"></script>'),
        writeFile(join(folder, 'widgets.html'), `<!doctype html><html lang="en"><script type="module" src="dist/widgets-page.js"></script><body>${snippets.get('page.html')}`),
        readFile(join(root, 'node_modules/msw/lib/mockServiceWorker.js')).then(code => writeFile(join(folder, 'mockServiceWorker.js'), code)),
      ]);
      const entryPoints = [{in: join(example, 'main.ts'), out: 'main'}, ...['widgets-page', 'worker-page', 'story-page'].map(out => ({in: join(folder, `${out}.js`), out}))];
      await build({entryPoints, bundle: true, splitting: true, format: 'esm', conditions: ['portico-source'], nodePaths: [join(root, 'packages/widgets/node_modules')], logLevel: 'error', target: 'es2022', outdir: join(folder, 'dist')});
      files = createServer((request, response) => {
        const path = new URL(request.url ?? '/', 'http://localhost').pathname;
        const file = path.startsWith('/example/') ? join(example, path.slice(9) || 'index.html') : join(folder, path);
        readFile(path.startsWith('/example/dist/') ? join(folder, path.slice(8)) : file).then(
          body => response.writeHead(200, {'content-type': types[extname(file)] ?? 'text/html'}).end(body),
          () => response.writeHead(404).end(),
        );
      });
      await new Promise<void>(resolve => files.listen(0, '127.0.0.1', resolve));
      url = `http://127.0.0.1:${(files.address() as AddressInfo).port}`;
      browser = await launchBrowser();
    });

    after(async () => {
      await browser?.close();
      files?.close();
      await rm(folder, {recursive: true, force: true});
    });

    const open = async (path: string, page: Page) => {
      const errors: string[] = [];
      page.on('pageerror', error => errors.push(error.message));
      await page.goto(`${url}${path}`);
      return errors;
    };

    it('its page without a service worker sends no request and takes keys', async () => {
      const page = await browser.newPage();
      const asked: string[] = [];
      page.on('request', request => asked.push(new URL(request.url()).pathname));
      const errors = await open('/example/', page);
      await page.locator('li.card').nth(1).waitFor();
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      await page.keyboard.press('a');
      await page.getByText('Accepted.').waitFor();
      await page.locator('li.card').first().getByRole('link').first().waitFor();
      assert.deepEqual([asked.filter(path => path.includes('/v1/')), errors], [[], []]);
      await page.close();
    });

    it('its stories and its portals have backends of their own', async () => {
      const page = await browser.newPage();
      const errors = await open('/story.html', page);
      await page.locator('main').getByText('No new leads').first().waitFor();
      await page.locator('aside').getByText('You have no access to leads').first().waitFor();
      assert.deepEqual(errors, []);
      await page.close();
    });

    it('its backend stands at the time that a test says', async () => {
      const {partnerPage} = (await import(pathToFileURL(join(folder, 'backend.js')).href)) as {partnerPage: () => {backend: MockBackend; clock: TestClock}};
      const {backend, clock} = partnerPage();
      clock.advance(60_000);
      assert.equal(new Date(clock.now()).toISOString(), '2026-11-21T09:01:00.000Z');
      assert.ok(backend.store.data.offers.size > 0);
    });

    it('its page hears what a backend does that listens', async () => {
      const page = await browser.newPage();
      const {withPortico} = (await import(pathToFileURL(join(folder, 'playwright.js')).href)) as {withPortico: (page: Page, run: (backend: MockBackend) => Promise<void>) => Promise<void>};
      await withPortico(page, async backend => {
        const errors = await open('/widgets.html', page);
        const rows = page.locator('portico-lead-inbox').getByRole('row');
        await rows.nth(5).waitFor();
        backend.act.withdraw();
        await page.waitForFunction(() => document.querySelector('portico-lead-inbox')?.shadowRoot?.querySelectorAll('[role=row]').length === 5);
        backend.use('empty');
        await page.getByText('No new leads').first().waitFor();
        assert.deepEqual(errors, []);
      });
      await page.close();
    });

    it('its worker answers the page, also one that came up without it', async () => {
      const page = await browser.newPage();
      // As when the worker left while the page was on its way: the first time the page has none.
      await page.addInitScript(() => {
        if (!sessionStorage['loads']) Object.defineProperty(navigator.serviceWorker, 'controller', {value: null});
      });
      const errors = await open('/worker.html', page);
      await page.waitForFunction(() => 'lead' in window);
      assert.equal(await page.evaluate(() => (window as {loads?: number}).loads), 2);
      assert.deepEqual(errors, []);
      await page.close();
    });
  });

  describe('its test with msw in Node', async () => {
    const folder = await mkdtemp(join(root, 'node_modules', '.guide-'));
    after(() => rm(folder, {recursive: true, force: true}));
    const file = join(folder, 'leads.js');
    await writeFile(file, snippets.get('leads.test.js')!);
    await import(pathToFileURL(file).href);
  });
}
