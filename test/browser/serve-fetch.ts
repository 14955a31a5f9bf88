import {once} from 'node:events';
import {createServer} from 'node:http';
import type {AddressInfo} from 'node:net';
import {Readable} from 'node:stream';
import type {PageServer} from './serve-pages.ts';

/**
 * Serves what a function answers on a free port. A request ends when its reader goes, as those of streams do.
 *
 * @param answer - From a request to its response, such as that of the pretend backend.
 */
export async function serveFetch(answer: (request: Request) => Promise<Response>): Promise<PageServer> {
  const server = createServer((incoming, outgoing) => {
    const ended = new AbortController();
    outgoing.on('close', () => ended.abort());
    const hasBody = incoming.method !== 'GET' && incoming.method !== 'HEAD';
    const request = new Request(`http://${incoming.headers.host}${incoming.url}`, {
      method: incoming.method ?? 'GET',
      headers: Object.entries(incoming.headers).map(([name, value]): [string, string] => [name, String(value)]),
      signal: ended.signal,
      ...(hasBody && {body: Readable.toWeb(incoming) as ReadableStream<Uint8Array>, duplex: 'half'}),
    } as RequestInit);
    void answer(request).then(async response => {
      outgoing.writeHead(response.status, Object.fromEntries(response.headers));
      try {
        for await (const chunk of response.body ?? []) outgoing.write(chunk);
      } catch {
        // The browser has gone, and with it the stream that it read.
      }
      outgoing.end();
    }, (error: unknown) => {
      // Nobody waits for the answer any more.
      if (!ended.signal.aborted) throw error;
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async [Symbol.asyncDispose]() {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}
