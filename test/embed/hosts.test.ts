import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import {isDeepStrictEqual} from 'node:util';
import type {Browser, Frame, Page} from 'playwright-core';
import {buildWidgets} from '../../scripts/build/widgets.ts';
import {launchBrowser} from '../browser/launch.ts';
import {settled} from '../browser/settled.ts';
import {startHostSite, type HostSite} from './host-site.ts';

// Also when this file is run by itself.
await buildWidgets(() => {});

/** How the parts of a widget are drawn: what a stylesheet of the page could have changed, by part. */
type Look = Readonly<Record<string, Readonly<Record<string, string>>>>;

describe('on pages with stylesheets of others, under a strict policy', () => {
  let site: HostSite;
  let browser: Browser;
  let plain: Page;
  before(async () => {
    site = await startHostSite();
    browser = await launchBrowser();
    ({tab: plain} = await open('/plain/'));
    await rows(plain).first().waitFor();
  });
  after(async () => {
    await browser?.close();
    await site?.[Symbol.asyncDispose]();
  });

  for (const [name, path, own] of [
    ['WordPress with its block library', '/wordpress-page/', '.wp-block-button__link'],
    ['a record in SLDS', '/slds-page/', '.slds-button_brand'],
    ['Bootstrap', '/bootstrap/', '.btn'],
    ['Tailwind’s reset', '/tailwind/', 'main > button'],
  ] as const)
    it(`${name}: the inbox looks as on an empty page and works, and the page is as it was`, async context => {
      site.reset();
      const {tab, errors} = await open(path);
      await rows(tab).first().waitFor();
      const {width, font, height} = await tab.locator('portico-lead-inbox').evaluate(element => ({width: element.getBoundingClientRect().width, font: getComputedStyle(element).fontFamily, height: getComputedStyle(element).getPropertyValue('--portico-lead-inbox-height')}));
      await plain.evaluate(
        ([width, font, height]) => {
          const {style} = document.querySelector('main')!;
          Object.assign(style, {width: `${width}px`, fontFamily: font});
          style.setProperty('--portico-lead-inbox-height', height);
        },
        [width, font, height] as const,
      );
      // The page before this one left a lead accepted; the plain page hears that it is back, and what of it is new.
      await rows(plain).nth((await rows(tab).count()) - 1).waitFor();
      const looks = async () => {
        await Promise.all([settled(tab), settled(plain)]);
        return [await lookOf(tab), await lookOf(plain)] as const;
      };
      let [here, there] = await looks();
      for (let tries = 0; tries < 20 && !isDeepStrictEqual(here, there); tries++) {
        await tab.waitForTimeout(200);
        [here, there] = await looks();
      }
      context.diagnostic(`${width} px wide, ${Object.keys(here).length} parts compared`);
      assert.ok(Object.keys(here).length > 20);
      assert.deepEqual(here, there);

      const before = await tab.locator(own).first().evaluate(element => JSON.stringify(Object.fromEntries([...getComputedStyle(element)].map(property => [property, getComputedStyle(element).getPropertyValue(property)]))));
      await accept(tab);
      const after = await tab.evaluate(own => {
        const element = document.querySelector(own)!;
        const added = Object.keys(globalThis).filter(key => /^_?\$?(portico|lit|reactive)/i.test(key));
        return {look: JSON.stringify(Object.fromEntries([...getComputedStyle(element)].map(property => [property, getComputedStyle(element).getPropertyValue(property)]))), sheets: document.adoptedStyleSheets.length, styles: document.querySelectorAll('style').length, added};
      }, own);
      assert.deepEqual(after, {look: before, sheets: 0, styles: 0, added: ['portico']});
      assert.deepEqual(errors, []);
      await tab.context().close();
    });

  for (const [path, what, origin] of [
    ['/framed/', 'without an origin, says that nothing is kept', 'null'],
    ['/framed-same-origin/', 'with the page’s origin, keeps what is typed', undefined],
  ] as const)
    it(`a sandboxed frame ${what}`, async () => {
      site.reset();
      const {tab, errors} = await open(path);
      const frame = tab.frames().find(each => each !== tab.mainFrame()) as Frame;
      await rows(frame).first().waitFor();
      await accept(frame);
      const composer = frame.locator('portico-lead-inbox [part=composer]');
      await composer.locator('textarea').fill('Called them, they want an offer.');
      const note = composer.getByText('This browser keeps no drafts');
      if (origin) await note.waitFor();
      else assert.equal(await note.count(), 0);
      assert.deepEqual([...site.origins].filter(each => each === 'null'), origin ? ['null'] : []);
      assert.deepEqual(errors, []);
      await tab.context().close();
    });

  async function open(path: string): Promise<{tab: Page; errors: string[]}> {
    const context = await browser.newContext({viewport: {width: 1280, height: 900}, locale: 'en-GB', reducedMotion: 'reduce'});
    const tab = await context.newPage();
    const errors: string[] = [];
    tab.on('pageerror', error => errors.push(String(error)));
    tab.on('console', message => message.type() === 'error' && errors.push(message.text()));
    await tab.addInitScript(() => addEventListener('securitypolicyviolation', event => console.error(`${event.violatedDirective} ${event.blockedURI} ${event.sample}`)));
    await tab.goto(`${site.origin}${path}`);
    return {tab, errors};
  }
});

const rows = (tab: Page | Frame) => tab.locator('portico-lead-inbox [role=row]');

/** Opens the first lead and accepts it, as a partner does. */
async function accept(tab: Page | Frame): Promise<void> {
  await rows(tab).first().click();
  await tab.locator('portico-lead-inbox [part=actions] button[data-variant=primary]').click();
  await tab.locator('portico-lead-inbox [part=contact]').waitFor();
}

/** The first element of each kind in the widget and in its parts. */
function lookOf(tab: Page): Promise<Look> {
  return tab.evaluate(() => {
    const properties = ['boxSizing', 'fontSize', 'fontFamily', 'fontWeight', 'fontStyle', 'lineHeight', 'letterSpacing', 'wordSpacing', 'textTransform', 'textAlign', 'textIndent', 'textDecorationLine', 'whiteSpace', 'color', 'backgroundColor', 'borderTopWidth', 'borderTopColor', 'borderTopLeftRadius', 'paddingLeft', 'paddingTop', 'marginTop', 'marginLeft', 'listStyleType', 'outlineStyle', 'boxShadow', 'opacity', 'cursor', 'height', 'appearance', 'verticalAlign', 'float', 'maxWidth'] as const;
    const look: Record<string, Record<string, string>> = {};
    const walk = (root: ShadowRoot) => {
      for (const element of root.querySelectorAll('*')) {
        const kind = [root.host.localName.replace(/^portico-(ui-[\d-]+)?/, ''), element.localName, element.getAttribute('class') ?? '', element.getAttribute('part') ?? '', element.getAttribute('data-variant') ?? '', element.getAttribute('aria-selected') ?? ''].join(' ');
        if (element.getClientRects().length > 0 && !Object.hasOwn(look, kind)) {
          const style = getComputedStyle(element);
          look[kind] = Object.fromEntries(properties.map(property => [property, style[property]]));
        }
        if (element.shadowRoot) walk(element.shadowRoot);
      }
    };
    walk(document.querySelector('portico-lead-inbox')!.shadowRoot!);
    return look;
  });
}
