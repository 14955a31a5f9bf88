import assert from 'node:assert/strict';
import {readFile} from 'node:fs/promises';
import {after, before, describe, it} from 'node:test';
import {createMockBackend} from '@portico/mocks';
import type {FirstPaintOptions, firstPaint} from '@portico/widgets/server';
import type {Browser, Page} from 'playwright-core';
import {drawPage, policyOf} from '../../examples/first-paint/page.ts';
import {definedWidgets} from '../../packages/widgets/build/defined-widgets.ts';
import {buildForNode, type ForNode} from '../../packages/widgets/build/for-node.ts';
import {buildWidgets} from '../../scripts/build/widgets.ts';
import {launchBrowser} from '../browser/launch.ts';
import {settled} from '../browser/settled.ts';
import {startPaintSite, type PaintSite, type Shift} from './paint-site.ts';

// Also when this file is run by itself.
await buildWidgets(() => {});

type Name = FirstPaintOptions['widgets'][number];

const names = definedWidgets().map(({name}) => name).filter((name): name is Name => name !== 'portal' && name !== 'collateral');
const vendors: readonly Name[] = ['lead-desk', 'deal-review', 'collateral-desk', 'program-desk'];
/** As high as what they show: where nothing is to move, the page gives them a height in which they scroll. */
const growing: readonly Name[] = ['challenges', 'leaderboard', 'points-ledger', 'program-desk', 'tier-progress'];
const policy = policyOf('n0nce', '');

describe('widgets whose first view the server has drawn', () => {
  let built: ForNode;
  let draw: typeof firstPaint;
  let site: PaintSite;
  let browser: Browser;
  before(async () => {
    built = await buildForNode(['server/first-paint']);
    ({firstPaint: draw} = await built.load<{firstPaint: typeof firstPaint}>('server/first-paint'));
    site = await startPaintSite();
    browser = await launchBrowser();
  });
  after(async () => {
    await browser?.close();
    await site?.[Symbol.asyncDispose]();
    built?.[Symbol.dispose]();
  });

  for (const [side, widgets] of Object.entries({partners: names.filter(name => !vendors.includes(name)), vendors})) {
    it(`stay in their places, those of ${side}, from the first paint to the data and when the page is loaded again`, async context => {
      const {tab, errors} = await open(widgets, {style: growing.map(name => `portico-${name} { display: block; height: 640px; overflow: auto; }`).join(' ')});
      const places = () => tab.evaluate(() => [...document.querySelectorAll('portico-portal > .card > *, .below')].map(each => ({name: each.localName, top: each.getBoundingClientRect().top, height: each.getBoundingClientRect().height})));
      for (const time of ['first', 'again']) {
        if (time === 'again') await tab.reload({waitUntil: 'commit'});
        await tab.waitForSelector('.below');
        const drawn = await places();
        await shown(tab);
        assert.deepEqual(await places(), drawn);
        const shifts = await tab.evaluate(() => (globalThis as unknown as {shifts: Shift[]}).shifts);
        const sum = shifts.reduce((total, {value}) => total + value, 0);
        context.diagnostic(`${side}, ${time}: CLS ${sum.toFixed(5)} on ${drawn.map(({name, height}) => `${name} ${height}`).join(', ')}`);
        assert.deepEqual(shifts.flatMap(({moved}) => moved).filter(({from, to}) => from.y !== to.y || from.height !== to.height), []);
        assert.ok(sum < 0.0005, `CLS ${sum}`);
      }
      assert.deepEqual(errors, []);
      await tab.context().close();
    });
  }

  it('are never seen twice, nor in another language, and not without their styles', async () => {
    const {tab, errors} = await open(['lead-inbox'], {locale: 'fi'});
    await shown(tab);
    assert.deepEqual(await framesOf(tab), ['drawn: Uudet, Työn alla, Päättyneet', 'own: Uudet, Työn alla, Päättyneet']);
    assert.equal(await tab.evaluate(() => document.querySelector('portico-portal')?.shadowRoot?.querySelectorAll('slot').length), 1);
    assert.deepEqual(errors, []);
    await tab.context().close();
  });

  it('show the words of the page where no script runs', async () => {
    const {tab} = await open(['lead-inbox'], {scriptless: true});
    await tab.getByText('This part needs JavaScript.').waitFor();
    assert.equal(await tab.locator('div[data-drawn]').isVisible(), false);
    await tab.context().close();
  });

  it('show them where the page lets nobody draw', async () => {
    const {tab} = await open(['lead-inbox'], {policy: policy.replace('trusted-types portico-lit', "trusted-types 'none'")});
    await tab.getByText('This part needs JavaScript.').waitFor();
    await tab.context().close();
  });

  it('hold the policy that the guide makes of their hashes', async () => {
    const guide = await readFile(new URL('../../docs/guides/draw-on-the-server.md', import.meta.url), 'utf8');
    const snippet = (name: string) => guide.split(`\`\`\`js name=${name}\n`)[1]?.split('```')[0] ?? '';
    const {staticPart} = await built.run<{staticPart: () => Promise<{markup: string; policy: string}>}>(snippet('static-page.js'), {server: 'server/first-paint'});
    const {leadsPart} = await built.run<{leadsPart: (options: object) => Promise<string>}>(snippet('first-paint.js'), {server: 'server/first-paint'});
    assert.match(await leadsPart({locale: 'de', nonce: 'a"b'}), /<style nonce="a&quot;b">.*density="compact".*In Arbeit/s);
    const {markup, policy: hashes} = await staticPart();
    const {tab, errors} = await site.show(browser, {html: `<!doctype html><html lang="en"><meta charset="utf-8"><title>page</title><link rel="icon" href="data:,"><script type="module" src="/embed.js"></script><script type="module" src="/cdn/v1/portico.js"></script>${markup}`, policy: policy.replace(/style-src [^;]*/, hashes), backend: createMockBackend()});
    await shown(tab);
    assert.deepEqual(await framesOf(tab), ['drawn: New, Working, Closed', 'own: New, Working, Closed']);
    assert.deepEqual(errors, []);
    await tab.context().close();
  });

  it('take what visitors send for what it is', async () => {
    const first = await draw({widgets: ['lead-inbox'], locale: '"><script>', prefix: 'acme'});
    const markup = first.portal({'api-url': '"><script>alert(1)</script>'}, first.widget('lead-inbox', {'offer-id': "'><img src=x onerror=alert(1)>"}));
    assert.match(markup, /^<acme-portal locale="en" lang="en" dir="ltr" api-url="&quot;&gt;&lt;script&gt;/);
    assert.doesNotMatch(markup, /<script|<img/);
    assert.throws(() => first.widget('lead-inbox', {'onclick="alert(1)"': ''}), RangeError);
    await assert.rejects(draw({widgets: ['collateral' as Name], locale: 'en'}), RangeError);
  });

  async function open(widgets: readonly Name[], {locale = 'en', style = '', scriptless = false, policy: own = policy} = {}) {
    const backend = createMockBackend({as: widgets.some(name => vendors.includes(name)) ? 'vendor' : 'partner'});
    if (widgets.some(name => growing.includes(name))) backend.act.standing({});
    const page = await drawPage({draw, locale, theme: 'light', nonce: 'n0nce', script: '/cdn/v1/portico.js', apiUrl: '/', widgets});
    return site.show(browser, {html: page.replace('</head>', `<style nonce="n0nce">${style}</style></head>`), policy: own, backend}, {scriptless});
  }
});

/** Waits until every widget has drawn its data, and has all its code. */
async function shown(tab: Page): Promise<void> {
  await tab.waitForFunction(() => {
    const widgets = [...document.querySelectorAll('portico-portal *')].filter(each => each.localName.startsWith('portico-'));
    return widgets.length > 0 && widgets.every(({shadowRoot}) => shadowRoot && shadowRoot.childElementCount > 0 && !shadowRoot.querySelector('[data-drawn], [name=pending], [kind=list]'));
  });
  await settled(tab);
}

/** What was seen of a page's one widget, frame by frame: who had drawn it, and its tabs. */
async function framesOf(tab: Page): Promise<string[]> {
  const frames = await tab.evaluate(() => (globalThis as unknown as {frames: string[]}).frames);
  return frames.filter(frame => frame !== ': ');
}
