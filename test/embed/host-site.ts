import {readFile} from 'node:fs/promises';
import {createRequire} from 'node:module';
import {extname, join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {createMockBackend, type MockBackend} from '@portico/mocks';
import {cdnFolder} from '../../packages/widgets/build/build-cdn.ts';
import {serveFetch} from '../browser/serve-fetch.ts';
import type {PageServer} from '../browser/serve-pages.ts';
// Not by the package's name: the whole server would come along.
import {widgetFiles} from '../../packages/server/src/http/widget-files.ts';
import {strictPolicy} from './embed-site.ts';

/** Host pages on one origin, each with the stylesheets that it is there for, and a pretend server. */
export interface HostSite extends PageServer {
  /** What the pretend server was asked by pages without an origin. */
  readonly origins: ReadonlySet<string>;
  /** Begins anew: nobody has accepted anything. */
  reset(): void;
}

const examples = fileURLToPath(new URL('../../examples/', import.meta.url));
const resolveFrom = (folder: string, path: string) => createRequire(join(examples, folder, 'package.json')).resolve(path);
const types: Readonly<Record<string, string>> = {'.html': 'text/html; charset=utf-8', '.css': 'text/css', '.js': 'text/javascript'};

/** Stylesheets of others, by the paths at which the examples have them. */
const stylesheets: Readonly<Record<string, () => string>> = {
  '/wordpress-page/block-library/style.css': () => resolveFrom('wordpress-page', '@wordpress/block-library/build-style/style.css'),
  '/wordpress-page/block-library/theme.css': () => resolveFrom('wordpress-page', '@wordpress/block-library/build-style/theme.css'),
  '/slds-page/slds/salesforce-lightning-design-system.min.css': () => resolveFrom('slds-page', '@salesforce-ux/design-system/assets/styles/salesforce-lightning-design-system.min.css'),
  '/bootstrap/host.css': () => resolveFrom('vendor-site', 'bootstrap/dist/css/bootstrap.min.css'),
  '/tailwind/host.css': () => createRequire(import.meta.url).resolve('tailwindcss/preflight.css'),
};

const widget = '<portico-portal><portico-lead-inbox></portico-lead-inbox></portico-portal>';
const scripts = '<script type="module" src="/cdn/v1/portico.js"></script><script type="module" src="/slds-page/record.js"></script>';
const plain = (head: string, body: string) => `<!doctype html><html lang="en"><meta charset="utf-8"><title>page</title><link rel="icon" href="data:,">${head}${body}`;
const frame = (sandbox: string) => plain('', `<iframe src="/frame" sandbox="${sandbox}" title="Leads" width="1000" height="900"></iframe>`);

/** Pages that are not worth an example. */
const pages: Readonly<Record<string, string>> = {
  '/plain/': plain(scripts, `<main>${widget}</main>`),
  '/bootstrap/': plain(`<link rel="stylesheet" href="host.css">${scripts}`, `<main class="container"><button class="btn btn-primary">A button of the page</button>${widget}</main>`),
  '/tailwind/': plain(`<link rel="stylesheet" href="host.css">${scripts}`, `<main><button>A button of the page</button>${widget}</main>`),
  '/frame': plain(scripts, widget),
  '/framed/': frame('allow-scripts'),
  '/framed-same-origin/': frame('allow-scripts allow-same-origin'),
};

/** Starts the site. Its server answers pages without an origin, as that of a programme does which lists `null`. */
export async function startHostSite(): Promise<HostSite> {
  const files = widgetFiles({folder: cdnFolder});
  const origins = new Set<string>();
  const begin = () => {
    const fresh = createMockBackend();
    fresh.act.standing({});
    return fresh;
  };
  let backend: MockBackend = begin();
  const own = async (request: Request): Promise<Response> => {
    const {pathname} = new URL(request.url);
    const isPreflight = request.method === 'OPTIONS';
    const answer = isPreflight ? new Response(null, {status: 204}) : pathname === '/session' ? Response.json(await backend.fetchSession()) : await backend.fetch(request);
    const headers = new Headers(answer.headers);
    const origin = request.headers.get('origin');
    if (origin) origins.add(origin);
    if (origin) headers.set('access-control-allow-origin', origin);
    headers.set('access-control-allow-headers', 'authorization, content-type, idempotency-key, if-match, if-none-match, last-event-id, traceparent');
    headers.set('access-control-allow-methods', 'GET, POST, PATCH, DELETE');
    return new Response(answer.body, {status: answer.status, headers});
  };

  const server = await serveFetch(async request => {
    const {pathname} = new URL(request.url);
    if (pathname.startsWith('/cdn/')) return files(request);
    if (pathname === '/session' || pathname.startsWith('/v1/')) return own(request);
    const page = pages[pathname];
    const path = stylesheets[pathname]?.() ?? (/^\/(wordpress|slds)-page\//.test(pathname) ? join(examples, pathname.endsWith('/') ? `${pathname}index.html` : pathname) : undefined);
    const body = page ?? (path && (await readFile(path).catch(() => undefined)));
    if (body === undefined) return new Response(null, {status: 404});
    const type = page ? types['.html'] : types[extname(path ?? '')];
    return new Response(body, {headers: {'content-type': type ?? 'text/plain', 'access-control-allow-origin': '*', ...(type?.startsWith('text/html') && {'content-security-policy': `${strictPolicy}; frame-src 'self'`})}});
  });
  return {
    origin: server.origin,
    origins,
    reset() {
      backend.cutStreams();
      backend = begin();
      origins.clear();
    },
    async [Symbol.asyncDispose]() {
      backend.cutStreams();
      await server[Symbol.asyncDispose]();
    },
  };
}
