import assert from 'node:assert/strict';
import {existsSync, globSync, readFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import {join, posix} from 'node:path';
import {after, before, describe, it} from 'node:test';
import * as contract from '@portico/contract';
import type {AxeResults, RunOptions} from 'axe-core';
import type {Browser, BrowserContext, Page} from 'playwright-core';
import {serveSite, type ServedSite} from '../../docs/site/serve.ts';
import {buildSite, siteFolder} from '../../docs/site/site.ts';
import {launchBrowser} from '../browser/launch.ts';

// `check` has written the widgets’ manifest by now, and the studio is a build of its own.
await buildSite(() => {}, {studio: false, freshManifest: false});

const pages = new Map(globSync('**/*.html', {cwd: siteFolder, exclude: name => name === 'studio'}).map(path => [path.replaceAll('\\', '/'), readFileSync(join(siteFolder, path), 'utf8')]));
const attributes = (html: string, name: string) => [...html.matchAll(new RegExp(`<[a-z][^<>]*\\s${name}="([^"]*)"`, 'g'))].map(match => match[1] ?? '');
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

describe('the files of the site', () => {
  it('lead nowhere but to what is there, anchors included', () => {
    const ids = new Map([...pages].map(([path, html]) => [path, new Set(attributes(html, 'id'))]));
    const dead = [...pages].flatMap(([path, html]) =>
      [...new Set([...attributes(html, 'href'), ...attributes(html, 'src')])].flatMap(address => {
        if (/^(https?:|mailto:|data:)/.test(address)) return [];
        const [target = '', anchor] = address.split('#');
        const file = posix.join(posix.dirname(path), target).replace(/^(.*\/|\.?)$/, '$1').replace(/^\.\/?/, '');
        const found = target === '' ? path : file === '' || file.endsWith('/') ? `${file}index.html` : file;
        if (found === 'studio/index.html') return [];
        const isThere = pages.has(found) ? anchor === undefined || ids.get(found)?.has(decodeURIComponent(anchor)) : anchor === undefined && existsSync(join(siteFolder, found));
        return isThere ? [] : [`${path} → ${address}`];
      }),
    );
    assert.deepEqual(dead, []);
    assert.ok(pages.size > 80);
  });

  it('hold no script, style or handler of their own, and load nothing from elsewhere', () => {
    const inline = /<script(?![^>]*\ssrc=)|<style|<[a-z][^<>]*\s(?:style|on\w+)=["']|<(?:script|link|img|iframe)[^>]*(?:src|href)="https?:/;
    assert.deepEqual([...pages].flatMap(([path, html]) => (inline.test(html) ? [path] : [])), []);
    for (const [path, html] of pages) assert.match(html, /<meta http-equiv="content-security-policy" content="default-src &#39;(?:self|none)&#39;/, path);
  });

  it('call the shapes of the API what the contract calls them', () => {
    const shapes = [...pages.values()].flatMap(html => [...html.matchAll(/<h3 id="shape-\w+"[^>]*>(\w+)</g)].map(([, name = '']) => name));
    assert.ok(shapes.includes('DealCustomer'));
    assert.deepEqual(shapes.filter(name => !(name in contract)), []);
  });
});

describe('the site in a browser', () => {
  let [browser, site, context, tab]: [Browser?, ServedSite?, BrowserContext?, Page?] = [];
  const failures: string[] = [];
  const page = () => tab!;
  const open = (path: string) => page().goto(site!.url + path);
  const drawn = () => page().locator('docs-example[data-state="drawn"]').first().waitFor();
  const search = async (words: string) => {
    await page().keyboard.press('/');
    await page().getByRole('combobox', {name: 'Search'}).fill(words);
    return page().getByRole('listbox', {name: 'Pages'}).getByRole('option').first();
  };
  const findings = async (options: RunOptions & {exclude: string[][]}) => {
    const {violations} = await page().evaluate(({exclude, ...options}) => (globalThis as unknown as {axe: {run(where: object, options: object): Promise<AxeResults>}}).axe.run({exclude}, {...options, iframes: false, resultTypes: ['violations'], preload: false}), options as RunOptions & {exclude: string[][]});
    return violations.flatMap(({id, nodes}) => nodes.map(({html}) => `${page().url()}: ${id}: ${html}`));
  };

  before(async () => {
    site = await serveSite(0);
    browser = await launchBrowser();
    context = await browser.newContext({reducedMotion: 'reduce', locale: 'en-GB'});
    tab = await context.newPage();
    tab.on('pageerror', error => failures.push(String(error)));
    tab.on('console', message => message.type() === 'error' && failures.push(message.text()));
  });
  after(async () => {
    await browser?.close();
    await site?.[Symbol.asyncDispose]();
  });

  it('draws a live example, and again when its code is changed', async () => {
    await open('widgets/lead-inbox/');
    await drawn();
    const frame = page().frameLocator('docs-example iframe').first();
    await frame.getByRole('tab', {name: /Working/}).waitFor();
    assert.equal(await page().locator('docs-example iframe').first().getAttribute('sandbox'), 'allow-scripts');
    await page().getByLabel('Language').first().selectOption('ar');
    await frame.locator('html[dir=rtl] portico-lead-inbox').waitFor();
    const code = page().getByRole('textbox', {name: /Code of/}).first();
    await code.fill('<style>p { color: rgb(1, 2, 3); }</style><p>Mine</p><script type="module">document.querySelector("p").append(" ran");</script>');
    const mine = frame.getByText('Mine ran');
    await mine.waitFor();
    assert.equal(await mine.evaluate(element => getComputedStyle(element).color), 'rgb(1, 2, 3)');
    await page().getByRole('button', {name: 'Reset'}).first().click();
    assert.match(await code.inputValue(), /<portico-lead-inbox>/);
  });

  it('can be used by everybody, in light and in dark', async () => {
    const found: string[] = [];
    const before = page();
    // Without the examples: what is in their frames has tests of its own.
    tab = await context!.newPage();
    await tab.route('**/example/', route => route.abort());
    for (const path of ['', 'widgets/collateral/', 'reference/api/receipt/']) {
      await open(path);
      // The lists of all pages are the same everywhere, and looked at once.
      const exclude = path.startsWith('reference') ? [] : [['#navigation'], ['.all']];
      await page().emulateMedia({colorScheme: 'light'});
      await page().evaluate(axe);
      found.push(...(await findings({exclude, runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']})));
      await page().emulateMedia({colorScheme: 'dark'});
      found.push(...(await findings({exclude, runOnly: {type: 'rule', values: ['color-contrast']}})));
    }
    await page().close();
    tab = before;
    assert.deepEqual(found, []);
  });

  it('finds by keyboard what was looked for, without a report of any policy', async () => {
    await open('architecture/');
    const best = await search('lead offer expired');
    await best.waitFor();
    await (await search('portico-leaderboard')).getByText('Leaderboard').first().waitFor();
    await page().keyboard.press('Enter');
    await page().waitForURL(/leaderboard/);
    assert.deepEqual(failures, []);
  });

  it('says so where there is no page, with the search and a way home', async () => {
    const answer = await page().goto(`${site?.url}guides/no-such/page/`);
    assert.equal(answer?.status(), 404);
    await page().getByRole('heading', {level: 1, name: 'There is no such page'}).waitFor();
    // The browser itself reports the status.
    assert.deepEqual(failures.splice(0).filter(line => !line.includes('404')), []);
    await page().evaluate(axe);
    assert.deepEqual(await findings({exclude: [['#navigation']], runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']}), []);
    await page().getByRole('button', {name: 'Search the documentation'}).click();
    await page().getByRole('combobox', {name: 'Search'}).fill('glossary');
    await page().getByRole('listbox', {name: 'Pages'}).getByRole('option').first().waitFor();
    await page().keyboard.press('Escape');
    await page().getByRole('link', {name: 'Go to the first page'}).click();
    await page().waitForURL(site?.url ?? '');
    assert.equal((await fetch(`${site?.url}assets/none.js`)).status, 404);
  });

  it('is read, searched and tried without a network', async () => {
    await page().evaluate(async () => (await navigator.serviceWorker.ready).active);
    await page().waitForFunction(() => navigator.serviceWorker.controller !== null);
    await site?.[Symbol.asyncDispose]();
    await open('decisions/0003-thin-events-in-commit-order/');
    await page().getByRole('heading', {level: 1}).waitFor();
    await (await search('idempotency')).waitFor();
    await open('widgets/deal-list/');
    await drawn();
    await page().frameLocator('docs-example iframe').first().getByRole('tab').first().waitFor();
  });
});
