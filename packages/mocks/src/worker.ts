import type {SetupWorker} from 'msw/browser';
import type {MockBackend} from './backend.ts';
import {handlers} from './msw.ts';

/** How the service worker is started. */
export interface WorkerOptions {
  /** Where the page has `mockServiceWorker.js`, which `npx msw init <folder>` writes. */
  readonly serviceWorker?: string;
}

const reloadedAt = 'portico-mocks-reloaded-at';

/**
 * Sends what a page fetches to a mock backend, by msw's service worker. Wait for it before the page's first request.
 *
 * @param baseUrl - Address of the pretend server, without `/v1`: what the page has as `api-url`.
 * @returns msw's worker, for `stop()` and for handlers of your own.
 * @throws Error when the browser gives the page no worker, such as on an address without https.
 */
export async function startWorker(backend: MockBackend, baseUrl: string, {serviceWorker: url = '/mockServiceWorker.js'}: WorkerOptions = {}): Promise<SetupWorker> {
  const {setupWorker} = await import('msw/browser');
  const worker = setupWorker(...handlers(backend, baseUrl));
  await worker.start({serviceWorker: {url}, onUnhandledFrame: 'bypass', quiet: true});
  if (navigator.serviceWorker.controller) return worker;
  // A worker leaves with its last page, and a page that loads meanwhile comes up without it: one reload mends that, for good.
  if (Date.now() - Number(sessionStorage.getItem(reloadedAt)) < 10_000) throw new Error('The browser gives this page no service worker. Is it served from another folder than the page?');
  sessionStorage.setItem(reloadedAt, String(Date.now()));
  location.reload();
  return new Promise(() => {});
}
