import {createServer, type IncomingMessage, type ServerResponse} from 'node:http';
import type {AddressInfo} from 'node:net';
import {toJson} from '../json.ts';

/** A request as it arrived. */
export interface Seen {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

/** What to answer: a status with headers and a body, or a fault. */
export type Reply = {status?: number; headers?: Record<string, string>; body?: unknown} | 'drop' | 'hang' | 'truncate';

/** A real HTTP server on a free port that answers as a test says. */
export interface FaultServer extends AsyncDisposable {
  readonly url: string;
  /** Every request, in the order of arrival. */
  readonly seen: Seen[];
  /** Streams of `GET /v1/events` that are open, oldest first. */
  readonly streams: EventStream[];
}

/** One open event stream. */
export interface EventStream {
  readonly headers: IncomingMessage['headers'];
  write(text: string): void;
  change(id: number, resource?: string): void;
  end(): void;
  /** Breaks the connection as a failing network does. */
  cut(): void;
}

/**
 * Starts a server.
 *
 * @param respond - Called for each request but those for an event stream that `stream` accepts.
 * @param stream - Whether to open a stream; all are opened when left out.
 */
export async function startFaultServer(respond: (request: Seen, count: number) => Reply | Promise<Reply>, stream: (request: Seen) => Reply | 'open' = () => 'open'): Promise<FaultServer> {
  const seen: Seen[] = [];
  const streams: EventStream[] = [];
  let count = 0;
  const server = createServer((request, response) => {
    void readBody(request).then(async body => {
      const arrived: Seen = {method: request.method ?? '', path: request.url ?? '', headers: request.headers, body};
      seen.push(arrived);
      if (arrived.path !== '/v1/events') return send(response, await respond(arrived, ++count));
      const reply = stream(arrived);
      return reply === 'open' ? streams.push(openStream(request, response, streams)) : send(response, reply);
    });
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    seen,
    streams,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise(resolve => server.close(resolve));
    },
  };
}

async function readBody(request: IncomingMessage): Promise<string> {
  let body = '';
  for await (const chunk of request.setEncoding('utf8')) body += String(chunk);
  return body;
}

function send(response: ServerResponse, reply: Reply): void {
  if (reply === 'hang') return;
  if (reply === 'drop') return void response.destroy();
  if (reply === 'truncate') {
    response.writeHead(200, {'content-type': 'application/json', 'content-length': '100'});
    response.write('{"half":');
    setTimeout(() => response.destroy(), 5);
    return;
  }
  const {status = 200, headers = {}, body} = reply;
  response.writeHead(status, {'content-type': status >= 400 ? 'application/problem+json' : 'application/json', ...headers});
  response.end(body === undefined ? '' : typeof body === 'string' ? body : toJson(body));
}

function openStream(request: IncomingMessage, response: ServerResponse, streams: EventStream[]): EventStream {
  response.writeHead(200, {'content-type': 'text/event-stream'});
  response.write('retry: 3000\n:\n\n');
  const stream: EventStream = {
    headers: request.headers,
    write: text => void response.write(text),
    change: (id, resource = 'lead_offer') => void response.write(`id: ${id}\nevent: change\ndata: ${toJson({id, resource, resourceId: 'x'})}\n\n`),
    end: () => void response.end(),
    cut: () => void response.destroy(),
  };
  response.on('close', () => streams.splice(streams.indexOf(stream), 1));
  return stream;
}
