import {readFile} from 'node:fs/promises';
import {createRequire} from 'node:module';
import {dirname, join} from 'node:path';
import {fileURLToPath} from 'node:url';
import type axe from 'axe-core';
import {chromium, type Browser, type Page} from 'playwright-core';
import {pageBundle} from '../../packages/widgets/build/page-bundle.ts';
import {findBrowser} from '../../scripts/browser/find-browser.ts';
import {browserFlags} from '../../scripts/browser/flags.ts';
import type {Cell, State} from './cells.ts';
import type {Stage} from './page/stage.ts';

const require = createRequire(import.meta.url);
// Keys of the browser's own are to be had on safe pages only.
const origin = 'https://looks.test';
const defaultHeightPx = 640;

/** What pictures are drawn with, whatever fonts and screens the machine has. */
const flags = [...browserFlags.filter(flag => !flag.startsWith('--js-flags')), '--js-flags=--min-semi-space-size=64', '--font-render-hinting=none', '--force-color-profile=srgb', '--disable-lcd-text', '--force-prefers-reduced-motion'];

/** A page in which every widget can be brought into every state, and looked at. */
export class Studio implements AsyncDisposable {
  readonly page: Page;
  readonly #browser: Browser;
  readonly #errors: string[] = [];
  #size = {width: 1000, height: defaultHeightPx};

  private constructor(browser: Browser, page: Page) {
    this.#browser = browser;
    this.page = page;
    page.on('pageerror', error => this.#errors.push(error.message));
    page.on('console', message => {
      if (message.type() === 'error') this.#errors.push(message.text());
    });
  }

  /** Bundles the widgets from their sources and opens the page. */
  static async open(): Promise<Studio> {
    const [script, {CHROME_PATH: executablePath}] = await Promise.all([pageBundle(fileURLToPath(new URL('page/stage.ts', import.meta.url))), findBrowser()]);
    const browser = await chromium.launch({...(executablePath && {executablePath}), args: flags});
    const page = await browser.newPage({viewport: {width: 1000, height: defaultHeightPx}, deviceScaleFactor: 1, locale: 'en', timezoneId: 'Europe/Helsinki', reducedMotion: 'reduce'});
    const studio = new Studio(browser, page);
    await page.route(`${origin}/**`, async route => {
      const {pathname} = new URL(route.request().url());
      if (pathname === '/') await route.fulfill({contentType: 'text/html; charset=utf-8', body: pageSource});
      else if (pathname === '/stage.js') await route.fulfill({contentType: 'text/javascript; charset=utf-8', body: script});
      else if (pathname.startsWith('/fonts/')) await route.fulfill({body: await readFile(join(dirname(require.resolve(`@fontsource-variable/${pathname.split('/')[2]}/package.json`)), pathname.split('/').slice(3).join('/')))});
      else await route.fulfill({status: 404});
    });
    await page.goto(`${origin}/`, {waitUntil: 'load'});
    await page.addScriptTag({path: require.resolve('axe-core/axe.min.js')});
    return studio;
  }

  /** Which state of each widget that has a look is pictured. */
  async pictured(): Promise<Readonly<Record<string, State>>> {
    return this.page.evaluate(() => (globalThis as unknown as {stage: Stage}).stage.pictured);
  }

  /** Brings a widget on, in a window of that height. */
  async show(cell: Cell, height: number): Promise<void> {
    await this.#resize(cell.width, height);
    await this.page.evaluate(shown => (globalThis as unknown as {stage: Stage}).stage.show(shown), cell);
  }

  /** Makes the window as narrow as a telephone. */
  async narrow(): Promise<void> {
    await this.#resize(320, this.#size.height);
    await this.rest();
  }

  /** Lets what is shown come to rest. */
  async rest(): Promise<void> {
    await this.page.evaluate(() => (globalThis as unknown as {stage: Stage}).stage.rest());
  }

  /** What does not fit, stands in no table, or went wrong since this was asked last. */
  async faults(): Promise<string[]> {
    return this.#withErrors(await this.page.evaluate(() => (globalThis as unknown as {stage: Stage}).stage.faults()));
  }

  /**
   * Brings a widget on and looks for all that is wrong with it.
   *
   * @param options - `colours`: whether contrast is measured, which takes half of the time.
   * @returns A line for each fault, and for each element that people with a disability could not use, as axe sees it.
   */
  async inspect(cell: Cell, height: number, {colours}: {readonly colours: boolean}): Promise<string[]> {
    await this.#resize(cell.width, height);
    const found = await this.page.evaluate(
      async ([shown, tags, contrast]) => {
        const {stage, axe: tool} = globalThis as unknown as {stage: Stage; axe: typeof axe};
        await stage.show(shown);
        const {violations} = await tool.run(document, {runOnly: [...tags], rules: {'color-contrast': {enabled: contrast}}, resultTypes: ['violations'], preload: false});
        return [...stage.faults(), ...violations.flatMap(({id, nodes}) => nodes.map(({target, failureSummary = ''}) => `${id}: ${target.flat().join(' > ')}: ${failureSummary.replace(/\s+/g, ' ')}`))];
      },
      [cell, ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'], colours] as const,
    );
    return this.#withErrors(found);
  }

  /** A picture of what is shown, as far as it goes or the window does. */
  async picture(): Promise<Buffer> {
    const height = await this.page.evaluate(() => Math.min(innerHeight, Math.max(document.body.scrollHeight, document.querySelector(':popover-open, dialog[open]') ? innerHeight : 0)));
    return this.page.screenshot({animations: 'disabled', clip: {x: 0, y: 0, width: this.#size.width, height}});
  }

  /**
   * Changes how a widget looks.
   *
   * @returns Takes it back.
   */
  async restyle(tag: string, css: string): Promise<() => Promise<void>> {
    const sheet = await this.page.evaluateHandle(
      ([name, text]) => {
        const made = new CSSStyleSheet();
        made.replaceSync(text);
        const root = document.querySelector(name)?.shadowRoot;
        if (!root) throw new Error(`There is no ${name}.`);
        root.adoptedStyleSheets.push(made);
        return made;
      },
      [tag, css] as const,
    );
    return () => sheet.evaluate((made, name) => {
      const root = document.querySelector(name)?.shadowRoot;
      if (root) root.adoptedStyleSheets = root.adoptedStyleSheets.filter(each => each !== made);
    }, tag);
  }

  /** Looks at the page as somebody sees it who has larger text, or colours of their own. */
  async seenBy(means: 'large' | 'forced', work: () => Promise<void>): Promise<void> {
    const wear = (scale: number) => this.page.evaluate(times => Object.assign(document.documentElement.style, {fontSize: `${16 * times}px`}) && document.documentElement.style.setProperty('--portico-text-scale', String(times)), scale);
    if (means === 'large') await wear(2);
    else await this.page.emulateMedia({forcedColors: 'active'});
    await work();
    if (means === 'large') await wear(1);
    else await this.page.emulateMedia({forcedColors: 'none'});
  }

  #withErrors(faults: readonly string[]): string[] {
    return [...faults, ...this.#errors.splice(0).map(error => `in the console: ${error}`)];
  }

  async #resize(width: number, height: number): Promise<void> {
    if (width === this.#size.width && height === this.#size.height) return;
    this.#size = {width, height};
    await this.page.setViewportSize(this.#size);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#browser.close();
  }
}

const fonts = ['noto-sans', 'noto-sans-arabic', 'noto-sans-jp'];

const pageSource = `<!doctype html>
<html lang="en">
<title>Looks</title>
${fonts.map(name => `<link rel="stylesheet" href="/fonts/${name}/index.css">`).join('\n')}
<style>
  html { background: light-dark(#fff, #14171c); color: light-dark(#171b22, #eceef1); font: 16px/1.5 'Noto Sans Variable', 'Noto Sans Arabic Variable', 'Noto Sans JP Variable', sans-serif; }
  body { margin: 0; }
</style>
<main></main>
<script type="module" src="/stage.js"></script>
</html>`;
