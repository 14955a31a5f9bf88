import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import {fileURLToPath} from 'node:url';
import type {Browser, BrowserContext, Page} from 'playwright-core';
import {build, type Rolldown} from 'vite';
import type * as Client from '@portico/client';
import {receiptExamples} from '@portico/contract/examples';
import {startFaultServer, type FaultServer, type Reply, type Seen} from '../../packages/client/src/testing/fault-server.ts';
import {tokenOf} from '../../packages/client/src/testing/token-of.ts';
import {until} from '../../packages/client/src/testing/until.ts';
import {launchBrowser} from '../browser/launch.ts';

/** What the bundle puts on the page. */
declare const Portico: typeof Client;
declare global {
  // For what a test keeps on the page between two evaluations.
  var heard: (number | null)[];
  var client: Client.Client;
  var feed: Client.ChangeFeed;
  var outbox: Client.Outbox;
  var drafts: Client.Drafts;
  var passMinutes: (minutes: number) => void;
}

let script = '';
let browser: Browser;

async function bundle(): Promise<string> {
  const entry = fileURLToPath(new URL('../../packages/client/src/index.ts', import.meta.url));
  const built = await build({
    configFile: false,
    logLevel: 'error',
    resolve: {conditions: ['portico-source', 'module', 'browser']},
    build: {write: false, target: 'es2022', lib: {entry, formats: ['iife'], name: 'Portico'}},
  });
  const [output] = [built].flat() as Rolldown.RolldownOutput[];
  return output?.output[0].code ?? '';
}

/** A server that holds the page, the client and an API that `api` plays. */
function serve(api: (request: Seen) => Reply = () => ({body: {}})): Promise<FaultServer> {
  const html = (body: string): Reply => ({headers: {'content-type': 'text/html'}, body: `<!doctype html><meta charset="utf-8"><title>A page</title>${body}`});
  return startFaultServer(request => {
    if (request.path === '/client.js') return {headers: {'content-type': 'text/javascript'}, body: script};
    if (request.path === '/elsewhere') return html('Elsewhere');
    if (request.path === '/framed') return html('<iframe sandbox="allow-scripts" src="/"></iframe>');
    return request.path.startsWith('/v1/') ? api(request) : html('<script src="/client.js"></script>');
  });
}

async function open(context: BrowserContext, server: FaultServer): Promise<Page> {
  const page = await context.newPage();
  await page.goto(server.url);
  return page;
}

/** Makes the page's client, with a token for a person. */
const signIn = (page: Page, sub: string) =>
  page.evaluate(token => {
    globalThis.client = Portico.createClient({apiUrl: location.origin, fetchSession: async () => ({token, expiresInS: 600}), limits: {tries: 1}});
    return globalThis.client.session.token();
  }, tokenOf(sub));

const listen = (page: Page) =>
  page.evaluate(() => {
    globalThis.heard = [];
    globalThis.feed = Portico.createChangeFeed(globalThis.client);
    globalThis.feed.subscribe('lead_offer', change => globalThis.heard.push(change?.id ?? null));
  });

const hears = (page: Page, id: number) => page.waitForFunction(wanted => globalThis.heard.includes(wanted), id);
/** Without what a browser asks of every site, such as its icon. */
const apiCalls = (server: FaultServer) => server.seen.filter(({path}) => path.startsWith('/v1/'));
const calls = (server: FaultServer) => server.seen.filter(({method}) => method === 'POST');
const streamsAsked = (server: FaultServer) => server.seen.filter(({path}) => path === '/v1/events').map(({headers}) => headers['last-event-id']);

before(async () => {
  [script, browser] = await Promise.all([bundle(), launchBrowser()]);
});
after(() => browser.close());

describe('drafts in a browser', () => {
  const start = (page: Page) =>
    page.evaluate(() => {
      globalThis.drafts = Portico.createDrafts(globalThis.client, {secret: () => 'from the page’s backend'});
    });

  it('come back after a reload, sealed on the device, and are gone after logout', async () => {
    await using server = await serve();
    const context = await browser.newContext();
    const page = await open(context, server);
    await signIn(page, 'aino');
    await start(page);
    await page.evaluate(async () => {
      globalThis.drafts.write('decline', {comment: 'Kaisa called'});
      await globalThis.drafts.flush();
    });
    assert.equal(await page.evaluate(() => globalThis.drafts.persistent), true);
    await page.reload();
    await signIn(page, 'aino');
    await start(page);
    assert.deepEqual(await page.evaluate(() => globalThis.drafts.read('decline')), {comment: 'Kaisa called'});
    await page.evaluate(async () => {
      globalThis.client.session.logout();
      await globalThis.drafts.flush();
    });
    await page.reload();
    await signIn(page, 'aino');
    await start(page);
    assert.equal(await page.evaluate(() => globalThis.drafts.read('decline')), undefined);
    await context.close();
  });

  it('stay in memory in a frame that has no storage, and say so', async () => {
    await using server = await serve();
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.goto(`${server.url}/framed`);
    const frame = page.frames().find(each => each !== page.mainFrame());
    assert.ok(frame);
    await frame.waitForFunction(() => typeof Portico === 'object');
    const kept = await frame.evaluate(async token => {
      const client = Portico.createClient({apiUrl: 'http://127.0.0.1', fetchSession: async () => token});
      await client.session.token();
      const drafts = Portico.createDrafts(client, {secret: () => 'secret'});
      drafts.write('decline', {comment: 'Kaisa called'});
      await drafts.flush();
      return {persistent: drafts.persistent, values: await drafts.read('decline')};
    }, tokenOf('aino'));
    assert.deepEqual(kept, {persistent: false, values: {comment: 'Kaisa called'}});
    await context.close();
  });
});

describe('the outbox in a browser', () => {
  const start = (page: Page) =>
    page.evaluate(() => {
      globalThis.outbox = Portico.createOutbox(globalThis.client);
    });

  it('keeps an act over a reload and sends it once, under one key, although two pages hold it', async () => {
    let down = true;
    await using server = await serve(() => (down ? 'drop' : {body: {}}));
    const context = await browser.newContext();
    const page = await open(context, server);
    await signIn(page, 'aino');
    await start(page);
    await page.evaluate(() => globalThis.outbox.add('leadOffers', 'accept', {id: '0193a0c0-0000-7000-8000-000000000401', version: 1}));
    await page.evaluate(() => globalThis.outbox.drain());
    await page.close();
    const before = calls(server).length;
    assert.ok(before > 0);
    down = false;
    const pages = await Promise.all([open(context, server), open(context, server)]);
    await Promise.all(pages.map(each => signIn(each, 'aino')));
    await Promise.all(pages.map(start));
    await Promise.all(pages.map(each => each.evaluate(() => globalThis.outbox.drain())));
    await Promise.all(pages.map(each => each.waitForFunction(() => globalThis.outbox.entries.length === 0)));
    assert.equal(calls(server).length, before + 1);
    assert.equal(new Set(calls(server).map(({headers}) => headers['idempotency-key'])).size, 1);
    await context.close();
  });
});

describe('the change feed in a browser', () => {
  it('is one stream for two pages; when one is closed, the other goes on where it stopped', async () => {
    await using server = await serve();
    const context = await browser.newContext();
    const first = await open(context, server);
    await signIn(first, 'aino');
    await listen(first);
    await until(() => server.streams.length === 1);
    const second = await open(context, server);
    await signIn(second, 'aino');
    await listen(second);
    await second.waitForFunction(() => globalThis.feed.state === 'live');
    server.streams[0]?.change(1);
    await hears(second, 1);
    assert.deepEqual(streamsAsked(server), [undefined]);
    const [held] = server.streams;
    await first.close();
    // The server may hear of the new stream before it hears that the old one is gone; what it sent into that one nobody would read.
    await until(() => server.streams.length === 1 && server.streams[0] !== held);
    server.streams[0]?.change(2);
    await hears(second, 2);
    assert.deepEqual(streamsAsked(server), [undefined, '1']);
    assert.deepEqual(await second.evaluate(() => globalThis.heard), [1, 2]);
    await context.close();
  });

  it('lets go of the stream when the page is left, and takes it up when one comes back', async () => {
    await using server = await serve();
    const context = await browser.newContext();
    const page = await open(context, server);
    await signIn(page, 'aino');
    await listen(page);
    await until(() => server.streams.length === 1);
    server.streams[0]?.change(1);
    await hears(page, 1);
    // As the browser says it when it puts the page away whole, to show it again later.
    await page.evaluate(() => dispatchEvent(new PageTransitionEvent('pagehide', {persisted: true})));
    await until(() => server.streams.length === 0);
    await page.evaluate(() => dispatchEvent(new PageTransitionEvent('pageshow', {persisted: true})));
    await until(() => server.streams.length === 1);
    assert.deepEqual(streamsAsked(server), [undefined, '1']);
    await page.goto(`${server.url}/elsewhere`);
    await until(() => server.streams.length === 0);
    await context.close();
  });

  it('lets go of the stream after five minutes in the background, not before', async () => {
    await using server = await serve();
    const context = await browser.newContext();
    const page = await open(context, server);
    await page.evaluate(token => {
      let now = Date.now();
      let timers: {at: number; run: () => void}[] = [];
      const clock: Client.Clock = {
        now: () => now,
        after(ms, run) {
          const timer = {at: now + ms, run};
          timers.push(timer);
          return () => void (timers = timers.filter(each => each !== timer));
        },
      };
      globalThis.passMinutes = minutes => {
        now += minutes * 60_000;
        for (const timer of timers.filter(({at}) => at <= now)) timer.run();
        timers = timers.filter(({at}) => at > now);
      };
      globalThis.client = Portico.createClient({apiUrl: location.origin, fetchSession: async () => ({token, expiresInS: 6000}), clock});
    }, tokenOf('aino'));
    await listen(page);
    await until(() => server.streams.length === 1);
    const show = (state: string) =>
      page.evaluate(shown => {
        Object.defineProperty(document, 'visibilityState', {value: shown, configurable: true});
        document.dispatchEvent(new Event('visibilitychange'));
      }, state);
    await show('hidden');
    await page.evaluate(() => globalThis.passMinutes(0.7));
    assert.equal(server.streams.length, 1);
    await show('visible');
    await show('hidden');
    await page.evaluate(() => globalThis.passMinutes(5));
    await until(() => server.streams.length === 0);
    await show('visible');
    await until(() => server.streams.length === 1);
    server.streams[0]?.change(4);
    await hears(page, 4);
    await context.close();
  });
});

describe('receipts in a browser', () => {
  it('are checked on the page, also where an old library changed what JSON is', async () => {
    await using server = await serve();
    const context = await browser.newContext();
    const page = await open(context, server);
    await signIn(page, 'aino');
    const {first} = receiptExamples;
    const asked = apiCalls(server).length;
    const verdicts = await page.evaluate(async receipt => {
      Object.assign(Array.prototype, {toJSON: () => 'spoilt'});
      Object.assign(Array, {from: () => []});
      const keys = [receipt.key];
      const changed = {...receipt, content: {...receipt.content, name: 'Else'}};
      const dated = {...receipt, statement: {...receipt.statement, submittedAt: '2026-11-19T08:42:03.117Z'}};
      const verdictOf = async (given: typeof receipt) => (await globalThis.client.receipts.verify(given, {keys})).findings.map(({code}) => code);
      return [await verdictOf(receipt), await verdictOf(changed), await verdictOf(dated)].map(codes => codes.join());
    }, first);
    assert.deepEqual(verdicts, ['', 'content_changed', 'signature_wrong']);
    assert.equal(apiCalls(server).length, asked, 'nobody was asked');
    await context.close();
  });
});
