import assert from 'node:assert/strict';
import {once} from 'node:events';
import {globSync} from 'node:fs';
import {readFile} from 'node:fs/promises';
import {createServer, type Server} from 'node:http';
import type {AddressInfo} from 'node:net';
import {extname, join} from 'node:path';
import {after, before, describe, it} from 'node:test';
import type {Browser, Frame, Page} from 'playwright-core';
import {buildBundles} from '../../docs/site/bundles.ts';
import type {Draw, FromFrame} from '../../docs/site/browser/example-messages.ts';
import {bundleFolder} from '../../docs/site/browser/vite.config.ts';
import {examplePolicy} from '../../docs/site/policy.ts';
import {cdnFolder} from '../../packages/widgets/build/build-cdn.ts';
import {root} from '../../scripts/bootstrap/root.mjs';
import {buildWidgets} from '../../scripts/build/widgets.ts';
import {launchBrowser} from '../browser/launch.ts';
import {liveExamples} from '../browser/live-examples.ts';

const types: Readonly<Record<string, string>> = {'.js': 'text/javascript', '.css': 'text/css'};
const page = `<!doctype html><html lang="en"><title>examples</title><link rel="icon" href="data:,"><iframe sandbox="allow-scripts" src="/example/" width="760" height="320"></iframe>`;

/** Serves a page with the frame of the documentation's examples, as the site has it. */
async function serveFrame(): Promise<Server> {
  const {'example-frame.ts': frame} = JSON.parse(await readFile(join(bundleFolder, 'manifest.json'), 'utf8')) as Record<string, {file: string; css?: string[]}>;
  const template = await readFile(join(root, 'docs/site/templates/example.njk'), 'utf8');
  const values: Readonly<Record<string, string>> = {examplePolicy, 'assets.exampleStyle': frame?.css?.[0] ?? '', 'assets.exampleFrame': frame?.file ?? '', 'assets.widgets': 'cdn/v1/portico.js'};
  const example = template.replace(/^---[\s\S]*?---\n/, '').replaceAll(/\{\{ ([\w.]+) \}\}/g, (_, name: string) => values[name] ?? '');
  const server = createServer((request, response) => {
    const {pathname} = new URL(request.url ?? '/', 'http://localhost');
    const answer = async () => {
      if (pathname === '/') return page;
      if (pathname === '/example/') return example;
      return readFile(pathname.startsWith('/cdn/') ? join(cdnFolder, pathname.slice('/cdn'.length)) : join(bundleFolder, pathname));
    };
    // A sandboxed frame has no origin: what it loads has to be for anybody.
    response.setHeader('access-control-allow-origin', '*');
    response.setHeader('content-type', types[extname(pathname)] ?? 'text/html');
    answer().then(body => response.end(body), () => response.writeHead(404).end());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return server;
}

/** Whether the first widget of an example shows what it has, and not that it is on its way. Runs in the frame. */
function isShown(): boolean {
  const [widget] = [...document.querySelectorAll('body *')].filter(({localName}) => localName.startsWith('portico-') && localName !== 'portico-portal');
  const all = (node: ParentNode): Element[] => [...node.querySelectorAll('*')].flatMap(each => [each, ...(each.shadowRoot ? all(each.shadowRoot) : [])]);
  const inside = widget?.shadowRoot ? all(widget.shadowRoot) : [];
  if (widget?.localName === 'portico-collateral') return inside.some(each => each.matches('[part=item]'));
  return inside.length > 3 && !inside.some(each => each.matches('portico-ui-skeleton, .waiting, [name=pending]'));
}

/** Whether it has drawn anything at all. Runs in the frame. */
function hasBegun(): boolean {
  return [...document.querySelectorAll('portico-portal *')].some(({shadowRoot}) => shadowRoot?.firstElementChild);
}

describe('the examples on the widgets’ pages', () => {
  let server: Server;
  let browser: Browser;
  let tab: Page;
  let frame: Frame;
  const errors: string[] = [];
  const heard: FromFrame[] = [];

  before(async () => {
    await Promise.all([buildBundles(() => {}), buildWidgets(() => {})]);
    server = await serveFrame();
    browser = await launchBrowser();
    tab = await browser.newPage();
    tab.on('pageerror', error => errors.push(error.message));
    await tab.exposeFunction('hear', (message: FromFrame) => heard.push(message));
    await tab.addInitScript("if (window === top) addEventListener('message', ({data}) => window.hear(data));");
    await tab.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    await tab.waitForFunction(() => document.querySelector('iframe')?.contentWindow);
    frame = tab.frames().find(each => each.url().endsWith('/example/')) ?? assert.fail('There is no frame.');
    await frame.waitForFunction(() => 'portico' in globalThis);
  });
  after(async () => {
    await browser?.close();
    server?.close();
  });

  for (const path of globSync('docs/widgets/*.md', {cwd: root}).sort()) {
    it(`${path}: each is drawn, without an error`, async () => {
      // What stands there again for another scenario is the same example.
      const examples = [...Map.groupBy(liveExamples(await readFile(join(root, path), 'utf8')), ({code}) => code).values()].map(([first]) => first ?? assert.fail());
      for (const {words, code} of examples) {
        const scenario = (/scenario=(\w+)/.exec(words)?.[1] ?? 'default') as Draw['scenario'];
        const draw: Draw = {kind: 'draw', html: code, as: words.includes('as=vendor') ? 'vendor' : 'partner', scenario, theme: 'light', locale: 'en', direction: 'ltr', scripts: true};
        heard.length = errors.length = 0;
        await tab.evaluate(message => document.querySelector('iframe')!.contentWindow!.postMessage(message, '*'), draw);
        // What never comes, comes late, or fails after some tries is drawn when it says that it waits.
        const isThere = scenario === 'default' || scenario === 'empty' || scenario === 'forbidden' ? isShown : hasBegun;
        // Not at every frame: looking costs more than drawing.
        await frame.waitForFunction(isThere, undefined, {polling: 40});
        assert.deepEqual([heard.filter(({kind}) => kind === 'problem'), errors], [[], []], code);
      }
    });
  }
});
