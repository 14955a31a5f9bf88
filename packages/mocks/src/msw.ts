import {http, HttpResponse} from 'msw';
import type {MockBackend} from './backend.ts';

/**
 * Request handlers for msw that send everything below an address to a mock backend: the API, its change feed, links that were shared, and files.
 *
 * @param baseUrl - Address of the pretend server, without `/v1`: what the page has as `api-url`.
 */
export function handlers(backend: MockBackend, baseUrl: string) {
  const base = baseUrl.replace(/\/+$/, '');
  // What a backend throws is a connection that broke; msw would make an answer of it.
  const send = (request: Request) => backend.fetch(request).catch(() => HttpResponse.error());
  return [`${base}/v1/*`, `${base}/s/*`, 'https://files.mock.example/files/*'].map(path => http.all(path, ({request}) => send(request)));
}
