import assert from 'node:assert/strict';
import {createHash} from 'node:crypto';
import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {after, before, describe, it} from 'node:test';
import type {PorticoCall} from '@portico/widgets/autoload';
import {embedTags, importMap, type CdnManifest} from '@portico/widgets/embed-tags';
import type {Browser, Page} from 'playwright-core';
import {versionFolder} from '../../packages/widgets/build/build-cdn.ts';
import {buildWidgets} from '../../scripts/build/widgets.ts';
import {asksAgain} from '../browser/asks-again.ts';
import {launchBrowser} from '../browser/launch.ts';
import {startSite, strictPolicy, type EmbedSite} from './embed-site.ts';
import {hostileMarkup, hostileScript} from './hostile-page.ts';

await buildWidgets(() => {});
const manifest = JSON.parse(readFileSync(join(versionFolder, 'manifest.json'), 'utf8')) as CdnManifest;
const filesOf = (...widgets: string[]) => [manifest.entry, ...new Set(widgets.flatMap(widget => manifest.widgets[widget] ?? []))];
const tag = (src: string) => `<script type="module" src="${src}"></script>`;
const session = (vendor: string) => `async () => (await fetch('/${vendor}/session', {method: 'POST'})).json()`;
const isDefined = (tab: Page, name: string) => tab.waitForFunction(name => customElements.get(name), name);

/** Waits for words in what is drawn of the first element of another. By hand, because form fields take the place of methods that Playwright calls. */
const shows = (tab: Page, id: string, words: string) =>
  tab.waitForFunction(
    ([id, words]) => {
      const textOf = (node: Node): string => (node instanceof Text ? node.data : [...(node instanceof HTMLElement && node.shadowRoot ? [node.shadowRoot] : []), ...node.childNodes].map(textOf).join(' '));
      return textOf(document.getElementById(id)!.firstElementChild!).includes(words);
    },
    [id, words] as const,
  );

describe('the one tag, under a strict policy', () => {
  let site: EmbedSite;
  let browser: Browser;
  let again: boolean;
  const titleAt = (vendor: string) => `A lead of vendor ${vendor}`;
  const scriptsAsked = () => site.asked.filter(path => path.endsWith('.js')).map(path => path.replace(/^\/cdn\/[^/]+\//, ''));

  before(async () => {
    site = await startSite();
    browser = await launchBrowser();
    again = await asksAgain(browser);
  });
  after(async () => {
    await browser?.close();
    await site?.[Symbol.asyncDispose]();
  });

  it('loads each widget once, when its tag appears, wherever that is; calls from before are kept', async () => {
    const {tab, errors, reports} = await site.show(browser, {
      html: `<portico-portal><portico-lead-inbox><a href="/leads">Leads</a></portico-lead-inbox><portico-lead-inbox></portico-lead-inbox></portico-portal>
        <x-app></x-app><div id="outlet"></div><div class="tall"></div><portico-deal-list data-load="visible"></portico-deal-list>${tag('/page.js')}${tag('/cdn/v1/portico.js')}`,
      script: `window.portico = window.portico?.push ? window.portico : [];
        window.portico.push(() => { throw new Error('of the page'); }, ['portal', {apiUrl: '/a', fetchSession: ${session('a')}}]);
        document.querySelector('portico-lead-inbox').density = 'compact';`,
    });
    await tab.getByText(titleAt('a')).first().waitFor();
    const first = new Set(filesOf('portal', 'lead-inbox'));
    assert.deepEqual([...first].filter(path => !scriptsAsked().includes(path)), []);
    assert.deepEqual(['leaderboard', 'deal-list', 'tier-progress'].filter(name => scriptsAsked().some(path => path.includes(`/${name}-`))), []);
    assert.equal(await tab.evaluate(() => document.querySelector('portico-lead-inbox')?.getAttribute('density')), 'compact');
    // A page of one address that turns to another: a tag by its router, one in a shadow root, and one that is scrolled to.
    await tab.evaluate(() => {
      document.querySelector('#outlet')!.append(document.createElement('portico-points-ledger'));
      customElements.define('x-app', class extends HTMLElement { connectedCallback() { this.attachShadow({mode: 'open'}).append(document.createElement('p')); setTimeout(() => this.shadowRoot!.append(document.createElement('portico-leaderboard'))); } });
    });
    await isDefined(tab, 'portico-points-ledger');
    await isDefined(tab, 'portico-leaderboard');
    assert.equal(await tab.evaluate(() => customElements.get('portico-deal-list')), undefined);
    await tab.evaluate(() => scrollTo(0, document.body.scrollHeight));
    await isDefined(tab, 'portico-deal-list');
    const calls: PorticoCall[] = [['load', 'tier-progress'], ['portal', {apiUrl: '/a', theme: 'dark'}, 'portico-portal']];
    await tab.evaluate(calls => window.portico?.push(...(calls as unknown as PorticoCall[])), calls as readonly object[]);
    await isDefined(tab, 'portico-tier-progress');
    await tab.locator('portico-portal[theme=dark]').waitFor();
    const twice = scriptsAsked().filter((path, index, all) => all.indexOf(path) !== index);
    assert.deepEqual(twice, []);
    assert.deepEqual(errors, ['Error: of the page']);
    assert.deepEqual(await reports(), []);
    await tab.context().close();
  });

  it('shows what an editor leaves of it, and the fallback until its code has come', async () => {
    const inbox = /chunks\/lead-inbox-/;
    site.altered.set(inbox, 503);
    const {tab, errors, reports} = await site.show(browser, {
      html: `<div data-portico-widget="portal" data-api-url="/evil" data-locale="fi"><div class="box" data-portico-widget="lead-inbox" data-density="compact" data-onclick="alert(1)"><a href="/leads">All leads</a></div></div>
        <p data-portico-widget="nothing-of-ours">text</p>${tag('/cdn/v1/portico.js?load=visible')}${tag('/page.js')}`,
      script: `window.portico.push(({portal}) => portal({apiUrl: '/a', fetchSession: ${session('a')}}));`,
    });
    await tab.waitForFunction(() => (globalThis as unknown as {failures: unknown[]}).failures.length > 0);
    assert.deepEqual(await tab.evaluate(() => (globalThis as unknown as {failures: unknown[]}).failures[0]), {code: 'script', at: 'portico-lead-inbox'});
    assert.ok(await tab.getByRole('link', {name: 'All leads'}).isVisible());
    site.altered.delete(inbox);
    if (again) await tab.evaluate(() => dispatchEvent(new Event('online')));
    else await tab.reload();
    await tab.getByText(titleAt('a')).first().waitFor();
    const seen = await tab.evaluate(() => {
      const [portal, widget] = ['portal', 'lead-inbox'].map(name => document.querySelector(`portico-${name}`)!);
      return {portal: portal?.outerHTML.slice(0, 40), attributes: widget?.getAttributeNames().filter(name => name !== 'tab' && name !== 'sort'), box: widget?.parentElement?.className, link: widget?.querySelector('a')?.getClientRects().length, lang: portal?.getAttribute('lang')};
    });
    assert.deepEqual({...seen, portal: undefined}, {portal: undefined, attributes: ['density'], box: 'box', link: 0, lang: 'fi'});
    assert.ok(!seen.portal?.includes('evil'));
    assert.deepEqual([errors, await reports()], [[], []]);
    await tab.context().close();
  });

  it('says so in the place of each widget whose first part cannot come, and asks for it again', async () => {
    const part = /chunks\/(list|form|grid|board)-part-/;
    const widgets = ['lead-inbox', 'deal-registration', 'collateral-library', 'leaderboard'];
    site.altered.set(part, 503);
    const {tab, reports} = await site.show(browser, {
      html: `<portico-portal api-url="/a">${widgets.map(name => `<portico-${name}></portico-${name}>`).join('')}</portico-portal>${tag('/page.js')}${tag('/cdn/v1/portico.js')}`,
      script: `document.querySelector('portico-portal').fetchSession = ${session('a')};`,
    });
    const buttons = widgets.map(name => tab.locator(`portico-${name}`).getByRole('button', {name: 'Try again'}));
    for (const button of buttons) await button.waitFor();
    const pressed = await Promise.all(buttons.map(button => button.elementHandle()));
    site.altered.delete(part);
    // At once: the widgets try by themselves, too, and the button goes with what it could not show.
    if (again) for (const button of pressed) await button?.evaluate(element => (element as HTMLElement).click());
    else await tab.reload();
    for (const shown of ['portico-lead-inbox [role=row]', 'portico-deal-registration input', 'portico-collateral-library [part~=item]']) await tab.locator(shown).first().waitFor();
    await tab.getByText('No leaderboard yet').waitFor();
    assert.deepEqual(await Promise.all(buttons.map(button => button.count())), [0, 0, 0, 0]);
    assert.deepEqual(await reports(), []);
    await tab.context().close();
  });

  it('has copies, versions and tenants side by side, on a page that is in their way', async () => {
    const inbox = (prefix: string, id: string, inner = '') => `<${prefix}-portal id="${id}"><${prefix}-lead-inbox></${prefix}-lead-inbox>${inner}</${prefix}-portal>`;
    const {tab, errors, reports} = await site.show(browser, {
      html: `${hostileMarkup(inbox('portico', 'a', inbox('portico', 'b')) + inbox('acme', 'c'))}${tag('/page.js')}${['/cdn/v1/portico.js', `/cdn/${manifest.version}/portico.js`, '/cdn/9.9.9/portico.js?prefix=acme'].map(tag).join('')}`,
      script: `${hostileScript}
        for (const [id, vendor] of [['a', 'a'], ['b', 'b'], ['c', 'b']]) {
          const portal = document.getElementById(id);
          Object.assign(portal, {apiUrl: '/' + vendor, fetchSession: async () => (await fetch('/' + vendor + '/session', {method: 'POST'})).json()});
        }`,
    });
    for (const [id, vendor] of [['a', 'a'], ['b', 'b'], ['c', 'b']] as const) await shows(tab, id, titleAt(vendor));
    const seen = await tab.evaluate(async () => {
      type Part = Element & {portal: unknown; controller: {client: {dealRegistrations: {create: (input: object) => Promise<{lines: unknown[]}>}}}};
      const of = (id: string) => document.getElementById(id) as unknown as Part;
      const own = ['a', 'b', 'c'].map(id => (of(id).firstElementChild as Part).portal === of(id).controller);
      const parts = ['a', 'c'].map(id => [...(of(id).firstElementChild?.shadowRoot?.querySelectorAll('*') ?? [])].find(({localName}) => localName.startsWith('portico-ui-'))?.localName.split('-').slice(2, 5).join('.'));
      const deal = await of('a').controller.client.dealRegistrations.create({name: 'Cameras', lines: [{product: 'Camera', quantity: 2}]}).then(() => 'sent', error => String(error));
      return {own, parts, deal};
    });
    assert.deepEqual(seen.own, [true, true, true]);
    assert.deepEqual(seen.parts, [manifest.version, '9.9.9']);
    const body = site.sent.find(text => text.includes('Cameras'));
    assert.deepEqual(JSON.parse(body ?? 'null'), {name: 'Cameras', lines: [{product: 'Camera', quantity: 2}]});
    assert.deepEqual([errors, await reports()], [[], []]);
    await tab.context().close();
  });

  it('keeps every property that was set before its element was defined', async () => {
    const names = Object.keys(manifest.widgets);
    const {tab, errors} = await site.show(browser, {html: `${tag('/cdn/v1/portico.js')}${tag('/cdn/v1/portico.js?prefix=late')}`});
    const lost = await tab.evaluate(async names => {
      type Loader = {load: (...names: string[]) => Promise<unknown>};
      const {portico, late} = globalThis as unknown as {portico: Loader; late: Loader};
      await portico.load(...names);
      const isInner = (name: string, property: string) => (customElements.get(`portico-${name}`) as unknown as {elementProperties?: Map<string, {state?: boolean}>}).elementProperties?.get(property)?.state ?? false;
      const elements = names.map(name => {
        const properties = new Set<string>();
        for (let type = customElements.get(`portico-${name}`)!.prototype as object; type !== HTMLElement.prototype; type = Object.getPrototypeOf(type) as object)
          for (const [property, {set}] of Object.entries(Object.getOwnPropertyDescriptors(type))) if (set && !isInner(name, property)) properties.add(property);
        const element = Object.assign(document.createElement(`late-${name}`), Object.fromEntries([...properties].map(property => [property, `its ${property}`]))) as unknown as Record<string, unknown>;
        return {element, properties};
      });
      await late.load(...names);
      return elements.flatMap(({element, properties}) => {
        customElements.upgrade(element as unknown as Element);
        // What was set before is taken up by the first update; these values are of no use for it.
        try {
          (element['performUpdate'] as (() => void) | undefined)?.call(element);
        } catch {}
        return [...properties].filter(property => Object.hasOwn(element, property) || element[property] !== `its ${property}`).map(property => `${String(element['localName'])}.${property}`);
      });
    }, names);
    assert.deepEqual(lost, []);
    assert.deepEqual(errors, []);
    await tab.context().close();
  });

  it('runs only the bytes that a page was made for, where the page says so', async () => {
    const pinned = {manifest, manifestUrl: `${site.origin}/cdn/${manifest.version}/manifest.json`};
    const hash = createHash('sha256').update(importMap(pinned)).digest('base64');
    // The leaderboard was not in the page when it was made: only the import map knows the hash of its file.
    site.altered.set(/chunks\/leaderboard-/, ';globalThis.injected = true');
    const {tab, errors, reports} = await site.show(browser, {
      html: `${embedTags({...pinned, widgets: ['tier-progress']})}<portico-portal><portico-tier-progress></portico-tier-progress><portico-leaderboard></portico-leaderboard></portico-portal>`,
      policy: strictPolicy.replace("script-src 'self'", `script-src 'self' 'sha256-${hash}'`),
    });
    await isDefined(tab, 'portico-tier-progress');
    await tab.waitForFunction(() => (globalThis as unknown as {failures: unknown[]}).failures.length > 0);
    assert.deepEqual(await tab.evaluate(() => [Object.hasOwn(globalThis, 'injected'), customElements.get('portico-leaderboard') === undefined]), [false, true]);
    assert.deepEqual([errors.filter(error => !/integrity/.test(error)), await reports()], [[], []]);
    site.altered.clear();
    await tab.context().close();
  });
});
