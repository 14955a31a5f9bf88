import {http} from 'msw';
import type {MockBackend} from './backend.ts';

/**
 * Request handlers for msw that send everything below an address to a mock backend.
 *
 * @param baseUrl - Address of the pretend server, without `/v1`.
 */
export function handlers(backend: MockBackend, baseUrl: string) {
  return [http.all(`${baseUrl.replace(/\/+$/, '')}/v1/*`, ({request}) => backend.fetch(request))];
}
