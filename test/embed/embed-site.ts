import {createMockBackend} from '@portico/mocks';
import type {Browser, Page} from 'playwright-core';
import {cdnFolder} from '../../packages/widgets/build/build-cdn.ts';
import {version} from '../../packages/widgets/build/own-parts.ts';
import {serveFetch} from '../browser/serve-fetch.ts';
// Not by the package's name: the whole server would come along.
import {widgetFiles} from '../../packages/server/src/http/widget-files.ts';

/** As strict as a page can be. */
export const strictPolicy = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types portico-lit";

/** A second version of the widgets, as far as a page can tell. */
export const otherVersion = '9.9.9';

/** A page with its own scripts, two vendors' backends (`/a`, `/b`) and the files of a CDN, on one origin. */
export interface EmbedSite extends AsyncDisposable {
  readonly origin: string;
  /** Paths of files that browsers asked for since the last page was shown. */
  readonly asked: string[];
  /** What the backends were sent, as text. */
  readonly sent: string[];
  /** Has a file answered otherwise from now on: with a status, or with code put behind its own. */
  readonly altered: Map<RegExp, number | string>;
  /** Opens a page under a policy, and notes what goes wrong on it. */
  show(browser: Browser, page: {html: string; script?: string; policy?: string}): Promise<Shown>;
}

/** A page that is shown. */
export interface Shown {
  readonly tab: Page;
  readonly errors: string[];
  /** Of the content security policy, Trusted Types included. */
  reports(): Promise<string[]>;
}

/** Starts the site. */
export async function startSite(): Promise<EmbedSite> {
  const files = widgetFiles({folder: cdnFolder});
  const backends = {a: createMockBackend({scenario: 'one'}), b: createMockBackend({scenario: 'one'})};
  for (const [vendor, {store}] of Object.entries(backends)) for (const lead of store.data.leads.values()) store.data.leads.set({...lead, title: `A lead of vendor ${vendor}`});
  const [asked, sent, altered] = [[] as string[], [] as string[], new Map<RegExp, number | string>()];
  let shown = {html: '', script: '', policy: strictPolicy};

  const cdn = async (url: URL): Promise<Response> => {
    asked.push(url.pathname);
    const [, change] = [...altered].find(([path]) => path.test(url.pathname)) ?? [];
    if (typeof change === 'number') return new Response(null, {status: change});
    const answer = await files(new Request(new URL(url.pathname.replace(`/cdn/${otherVersion}/`, `/cdn/${version}/`), url)));
    if (change === undefined && !url.pathname.includes(otherVersion)) return answer;
    const text = (await answer.text()).replaceAll(version.replaceAll('.', '-'), otherVersion.replaceAll('.', '-'));
    return new Response(text + (change ?? ''), answer);
  };

  const answer = async (request: Request): Promise<Response> => {
    const url = new URL(request.url);
    const [, vendor, rest = ''] = /^\/([ab])(\/.*)$/.exec(url.pathname) ?? [];
    const backend = vendor === 'a' || vendor === 'b' ? backends[vendor] : undefined;
    if (backend && rest === '/session') return Response.json(await backend.fetchSession());
    if (backend) {
      if (request.method === 'POST') sent.push(await request.clone().text());
      return backend.fetch(request);
    }
    if (url.pathname.startsWith('/cdn/')) return cdn(url);
    if (url.pathname === '/page.js') return new Response(shown.script, {headers: {'content-type': 'text/javascript'}});
    if (url.pathname === '/page.css') return new Response('.tall { display: block; height: 4000px; }', {headers: {'content-type': 'text/css'}});
    if (url.pathname !== '/') return new Response(null, {status: 404});
    return new Response(`<!doctype html><html lang="en"><meta charset="utf-8"><title>page</title><link rel="stylesheet" href="/page.css"><link rel="icon" href="data:,">${shown.html}`, {
      headers: {'content-type': 'text/html', 'content-security-policy': shown.policy},
    });
  };

  const server = await serveFetch(answer);
  const {origin} = server;

  return {
    origin,
    asked,
    sent,
    altered,
    async show(browser, {html, script = '', policy = strictPolicy}) {
      shown = {html, script, policy};
      asked.length = 0;
      const context = await browser.newContext({locale: 'en-GB', reducedMotion: 'reduce'});
      const tab = await context.newPage();
      const errors: string[] = [];
      tab.on('pageerror', error => errors.push(String(error)));
      tab.on('console', message => message.type() === 'error' && !/Failed to load resource/.test(message.text()) && errors.push(message.text()));
      await tab.addInitScript(() => {
        const page = globalThis as unknown as {reports: string[]; failures: {code: string; at: string}[]};
        [page.reports, page.failures] = [[], []];
        addEventListener('securitypolicyviolation', event => page.reports.push(`${event.violatedDirective} ${event.blockedURI} ${event.sample}`));
        addEventListener('portico-error', event => page.failures.push({code: (event as CustomEvent<{code: string}>).detail.code, at: (event.target as Element).localName}));
      });
      await tab.goto(origin);
      return {tab, errors, reports: () => tab.evaluate(() => (globalThis as unknown as {reports: string[]}).reports)};
    },
    async [Symbol.asyncDispose]() {
      for (const backend of Object.values(backends)) backend.cutStreams();
      await server[Symbol.asyncDispose]();
    },
  };
}
