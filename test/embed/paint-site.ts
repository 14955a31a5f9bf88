import {readFile} from 'node:fs/promises';
import type {MockBackend} from '@portico/mocks';
import type {Browser, Page} from 'playwright-core';
import {cdnFolder} from '../../packages/widgets/build/build-cdn.ts';
import {serveFetch} from '../browser/serve-fetch.ts';
// Not by the package's name: the whole server would come along.
import {widgetFiles} from '../../packages/server/src/http/widget-files.ts';

/** What a page is shown with. */
export interface Painted {
  readonly html: string;
  readonly policy: string;
  readonly backend: MockBackend;
}

/** A box of the page. */
export type Place = Pick<DOMRect, 'x' | 'y' | 'width' | 'height'>;

/** One move of something that was seen already. */
export interface Shift {
  readonly value: number;
  /** What moved, from where to where in pixels. */
  readonly moved: readonly {readonly from: Place; readonly to: Place}[];
}

/** What may be said of a page as well. */
export interface ShowOptions {
  /** No script runs. */
  readonly scriptless?: boolean;
}

/** Pages whose scripts come after their first paint, and whose data comes after another. */
export interface PaintSite extends AsyncDisposable {
  readonly origin: string;
  /** Opens a page; resolves when its document is there. */
  show(browser: Browser, page: Painted, options?: ShowOptions): Promise<{tab: Page; errors: string[]}>;
}

const example = new URL('../../examples/first-paint/', import.meta.url);
/** So long the pretend server takes to answer: a skeleton is seen. */
const latencyMs = 40;

/** Starts the site with the static files of `examples/first-paint`. */
export async function startPaintSite(): Promise<PaintSite> {
  const files = widgetFiles({folder: cdnFolder});
  let shown: Painted | undefined;
  let painted = Promise.withResolvers<void>();

  const server = await serveFetch(async request => {
    const {pathname} = new URL(request.url);
    if (pathname === '/painted') {
      painted.resolve();
      return new Response(null, {status: 204});
    }
    if (pathname.startsWith('/cdn/')) {
      await painted.promise;
      return files(request);
    }
    if (pathname === '/session') return Response.json(await shown?.backend.fetchSession());
    if (pathname.startsWith('/v1/') && shown) return shown.backend.fetch(request);
    if (pathname === '/page.css' || pathname === '/embed.js') return new Response(await readFile(new URL(`.${pathname}`, example)), {headers: {'content-type': pathname === '/page.css' ? 'text/css' : 'text/javascript'}});
    if (pathname !== '/' || !shown) return new Response(null, {status: 404});
    painted = Promise.withResolvers<void>();
    return new Response(shown.html, {headers: {'content-type': 'text/html', 'content-security-policy': shown.policy, 'cache-control': 'no-store'}});
  });

  return {
    origin: server.origin,
    async show(browser, page, {scriptless = false} = {}) {
      shown?.backend.cutStreams();
      shown = page;
      page.backend.behaviour.latencyMs = latencyMs;
      const context = await browser.newContext({viewport: {width: 1280, height: 6400}, locale: 'en-GB', reducedMotion: 'reduce', javaScriptEnabled: !scriptless});
      const tab = await context.newPage();
      const errors: string[] = [];
      tab.on('pageerror', error => errors.push(String(error)));
      tab.on('console', message => message.type() === 'error' && errors.push(message.text()));
      await tab.addInitScript(() => {
        const page = globalThis as unknown as {shifts: Shift[]; frames: string[]};
        page.shifts = [];
        page.frames = [];
        addEventListener('securitypolicyviolation', event => console.error(`${event.violatedDirective} ${event.blockedURI} ${event.sample}`));
        const place = ({x, y, width, height}: DOMRect) => ({x, y, width, height});
        new PerformanceObserver(list => {
          for (const {value, sources} of list.getEntries() as (PerformanceEntry & {value: number; sources: {previousRect: DOMRect; currentRect: DOMRect}[]})[])
            page.shifts.push({value, moved: sources.map(({previousRect, currentRect}) => ({from: place(previousRect), to: place(currentRect)}))});
        }).observe({type: 'layout-shift', buffered: true});
        // What a visitor sees of a widget that is alone, frame by frame.
        const look = () => {
          const [widget, ...others] = [...document.querySelectorAll('portico-portal *')].filter(each => each.localName.startsWith('portico-'));
          if (others.length > 0) return;
          const root = widget?.shadowRoot;
          const seen = [...(root?.children ?? [])].filter(each => each.matches('div[data-drawn]') || each.getClientRects().length > 0).map(each => (each.matches('[data-drawn]') ? 'drawn' : 'own'));
          const labels = [...(root?.querySelectorAll('*') ?? [])].flatMap(each => [...(each.shadowRoot?.querySelectorAll('[role=tab] .label') ?? [])]).filter(each => each.getClientRects().length > 0).map(each => each.textContent);
          const frame = `${seen.join('+')}: ${labels.join(', ')}`;
          if (page.frames.at(-1) !== frame) page.frames.push(frame);
          requestAnimationFrame(look);
        };
        requestAnimationFrame(look);
        // Scripts come when there was a frame; the document waits for them no longer than that.
        document.addEventListener('readystatechange', () => document.readyState === 'interactive' && requestAnimationFrame(() => requestAnimationFrame(() => void fetch('/painted'))));
      });
      await tab.goto(server.origin, {waitUntil: 'commit'});
      return {tab, errors};
    },
    async [Symbol.asyncDispose]() {
      shown?.backend.cutStreams();
      await server[Symbol.asyncDispose]();
    },
  };
}
