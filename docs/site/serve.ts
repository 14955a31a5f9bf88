import {once} from 'node:events';
import {readFile} from 'node:fs/promises';
import {createServer} from 'node:http';
import type {AddressInfo} from 'node:net';
import {extname, join, normalize, sep} from 'node:path';
import {toRoot} from './links.ts';
import {examplePolicy, pagePolicy, studioPolicy} from './policy.ts';
import {siteFolder} from './site.ts';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.txt': 'text/plain; charset=utf-8',
};

/**
 * A file of the site, with the headers that a good host sends.
 *
 * @param path - From the top of the site, without a slash before it.
 * @returns For what could be a page and is none, the page that says so, with status 404; `undefined` when there is no such file.
 */
export async function answerSite(path: string): Promise<Response | undefined> {
  const file = normalize(join(siteFolder, path === '' || path.endsWith('/') ? `${path}index.html` : path));
  const type = types[extname(file)];
  const bytes = type && file.startsWith(siteFolder + sep) ? await readFile(file).catch(() => undefined) : undefined;
  if (!type || !bytes) return ['', '.html'].includes(extname(path)) ? missingPage(path) : undefined;
  const policy = path.startsWith('studio/') ? studioPolicy : path.startsWith('example/') ? examplePolicy : pagePolicy;
  return new Response(new Uint8Array(bytes), {
    headers: {
      ...headers,
      'content-type': type,
      // The frame of a live example has no origin, and loads the widgets all the same.
      'access-control-allow-origin': '*',
      'cross-origin-resource-policy': 'cross-origin',
      ...(type.startsWith('text/html') && {'content-security-policy': policy}),
    },
  });
}

const headers = {'cache-control': 'no-cache', 'x-content-type-options': 'nosniff'};

/** What its links lead to is the same from every address, however deep. */
async function missingPage(path: string): Promise<Response> {
  const page = await readFile(join(siteFolder, '404.html'), 'utf8');
  return new Response(page.replaceAll('="./', `="${toRoot(path)}`), {status: 404, headers: {...headers, 'content-type': 'text/html; charset=utf-8', 'content-security-policy': pagePolicy}});
}

/** The site on a port of this machine, below a path as on many hosts. */
export interface ServedSite extends AsyncDisposable {
  /** `http://127.0.0.1:4500/docs/` */
  readonly url: string;
}

/** Serves `docs/dist`. @param port - 0 for a free one. */
export async function serveSite(port: number): Promise<ServedSite> {
  const server = createServer((request, response) => {
    const {pathname} = new URL(request.url ?? '/', 'http://localhost');
    if (!pathname.startsWith('/docs/')) return void response.writeHead(302, {location: '/docs/'}).end();
    void answerSite(decodeURIComponent(pathname.slice('/docs/'.length))).then(async answer => {
      if (!answer) return response.writeHead(404, {'content-type': 'text/plain'}).end('There is no such page.');
      return response.writeHead(answer.status, Object.fromEntries(answer.headers)).end(new Uint8Array(await answer.arrayBuffer()));
    });
  });
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/docs/`,
    [Symbol.asyncDispose]: async () => {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}
