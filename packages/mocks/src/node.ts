import type {MockBackend} from './backend.ts';

/** What is used of a request that Node's `http` brings. */
export interface Incoming extends AsyncIterable<Uint8Array> {
  readonly method?: string | undefined;
  readonly url?: string | undefined;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
}

/** What is used of the answer that Node's `http` waits for. */
export interface Outgoing {
  setHeader(name: string, value: string): unknown;
  writeHead(status: number, headers: Record<string, string>): unknown;
  write(chunk: Uint8Array): boolean;
  end(chunk?: string): unknown;
  on(event: 'close', heard: () => void): unknown;
  destroy(): unknown;
}

/**
 * Lets a mock backend listen on an address, for pages in another process: a browser that Playwright or Cypress drives, a phone on the desk. Pages of any origin may ask.
 * `POST /portico-session` answers with a session, as a page's own backend would.
 *
 * @example
 * const server = createServer(toListener(backend)).listen(4100);
 */
export function toListener(backend: MockBackend): (incoming: Incoming, outgoing: Outgoing) => void {
  return (incoming, outgoing) => {
    // A backend that is offline answers nothing: the connection breaks.
    answer(backend, incoming, outgoing).catch(() => outgoing.destroy());
  };
}

async function answer(backend: MockBackend, incoming: Incoming, outgoing: Outgoing): Promise<void> {
  const {method = 'GET', url = '/'} = incoming;
  const headers = new Headers(Object.entries(incoming.headers).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value] as [string, string]] : [])));
  outgoing.setHeader('access-control-allow-origin', headers.get('origin') ?? '*');
  outgoing.setHeader('access-control-expose-headers', '*');
  if (method === 'OPTIONS') {
    outgoing.writeHead(204, {'access-control-allow-headers': headers.get('access-control-request-headers') ?? '*', 'access-control-allow-methods': 'GET, POST, PATCH, PUT, DELETE, HEAD', 'access-control-max-age': '600'});
    outgoing.end();
    return;
  }
  if (url === '/portico-session') {
    outgoing.writeHead(200, {'content-type': 'application/json'});
    outgoing.end(JSON.stringify(await backend.fetchSession()));
    return;
  }
  const gone = new AbortController();
  outgoing.on('close', () => gone.abort());
  const body = method === 'GET' || method === 'HEAD' ? undefined : await readAll(incoming);
  const response = await backend.fetch(`http://${headers.get('host')}${url}`, {method, headers, signal: gone.signal, ...(body && {body})});
  outgoing.writeHead(response.status, Object.fromEntries([...response.headers].filter(([name]) => name !== 'access-control-allow-origin')));
  if (response.body) for await (const chunk of response.body) outgoing.write(chunk);
  outgoing.end();
}

async function readAll(incoming: Incoming): Promise<ArrayBuffer> {
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  for await (const chunk of incoming) chunks.push(new Uint8Array(chunk));
  return new Blob(chunks).arrayBuffer();
}
