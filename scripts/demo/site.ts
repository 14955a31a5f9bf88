import {readFile} from 'node:fs/promises';
import {createRequire} from 'node:module';
import {extname, join, normalize, sep} from 'node:path';
import {fileURLToPath} from 'node:url';
import {Hono} from 'hono';
import {buildStudio, studioFolder} from '../build/studio.ts';

/** Somebody who can sign in on a demo page. */
export interface DemoPerson {
  readonly id: string;
  readonly name: string;
  readonly side: 'vendor' | 'partner';
  readonly partnerOrgId: string | null;
  readonly partnerOrg: string | null;
  readonly locale?: string | null;
}

/** What the pages' own backend knows. */
export interface SiteOptions {
  /** Where the API answers, without `/v1`. */
  readonly apiUrl: string;
  /** Stays on this side: browsers get sessions only. */
  readonly secretKey: string;
  readonly people: readonly DemoPerson[];
  /** Of the embed that the partner's public site shows; `null` when there is none. */
  readonly embedToken: string | null;
}

const root = new URL('../../', import.meta.url);
const folder = (path: string) => fileURLToPath(new URL(path, root));
const require = createRequire(new URL('examples/vendor-site/package.json', root));

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
};

/** As strict as a page can be: the widgets must work under it, and the browser reports where they would not. */
const pagePolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  "img-src 'self' data:",
  "frame-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types portico-lit',
].join('; ');

/** The same for a site of somebody else, on another origin than the API: it names what it loads from there, and makes no markup of text at all. */
const publicPolicy = (apiUrl: string) =>
  ["default-src 'none'", `script-src ${apiUrl}`, "style-src 'self'", `connect-src ${apiUrl}`, `img-src ${apiUrl} data:`, "base-uri 'none'", "form-action 'none'", "require-trusted-types-for 'script'", "trusted-types 'none'"].join('; ');

/** A picture that somebody drops into the studio has an address of that page. */
const studioPolicy = pagePolicy.replace("img-src 'self' data:", "img-src 'self' data: blob:");

async function answerFile(base: string, path: string): Promise<Response | undefined> {
  const file = normalize(join(base, path === '' || path.endsWith('/') ? `${path}index.html` : path));
  if (!file.startsWith(base + sep)) return undefined;
  const type = types[extname(file)];
  if (!type) return undefined;
  try {
    const headers: Record<string, string> = {
      'content-type': type,
      'cache-control': 'no-cache',
      'x-content-type-options': 'nosniff',
      'cross-origin-resource-policy': 'cross-origin',
      // As a CDN does: modules of other origins are loaded with CORS. What only these pages are to read is made below.
      'access-control-allow-origin': '*',
    };
    if (type.startsWith('text/html')) headers['content-security-policy'] = pagePolicy;
    return new Response(await readFile(file), {headers});
  } catch {
    return undefined;
  }
}

/**
 * The demo's host pages with their own backend, as a partner and a vendor would have them: static files, a list of who can sign in, and a session
 * endpoint that mints embed sessions with the secret key; and a partner's public site, where nobody signs in.
 */
export function createSite({apiUrl, secretKey, people, embedToken}: SiteOptions): Hono {
  const site = new Hono();

  const mint = async (personId: unknown, side: DemoPerson['side']): Promise<Response> => {
    const person = people.find(each => each.side === side && each.id === personId);
    if (!person) return Response.json({error: 'Nobody of that id can sign in here.'}, {status: 403});
    const answer = await fetch(new URL('/v1/embed-sessions', apiUrl), {
      method: 'POST',
      headers: {authorization: `Bearer ${secretKey}`, 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID()},
      body: JSON.stringify({personId: person.id, ...(person.partnerOrgId ? {partnerOrgId: person.partnerOrgId} : {})}),
    });
    return new Response(answer.body, {status: answer.status, headers: {'content-type': 'application/json', 'cache-control': 'no-store'}});
  };

  const toFolder = (path: string, folder = `${path}/`) => site.get(path, context => context.redirect(`${folder}${new URL(context.req.url).search}`));
  const hostPage = (path: string, example: string, side: DemoPerson['side']) => {
    toFolder(path);
    site.get(`${path}/people.json`, context => context.json({apiUrl: new URL(context.req.url).origin, people: people.filter(person => person.side === side)}));
    site.post(`${path}/session`, async context => {
      const body = (await context.req.json().catch(() => null)) as {personId?: unknown} | null;
      return mint(body?.personId, side);
    });
    site.get(
      `${path}/*`,
      async (context, next) =>
        (await answerFile(folder(`examples/${example}`), decodeURIComponent(context.req.path.slice(path.length + 1)))) ?? next(),
    );
  };

  toFolder('/', '/partner/');
  site.get(
    '/partner/bootstrap/bootstrap.min.css',
    async () => new Response(await readFile(require.resolve('bootstrap/dist/css/bootstrap.min.css')), {headers: {'content-type': 'text/css; charset=utf-8'}}),
  );
  hostPage('/partner', 'vendor-site', 'partner');
  hostPage('/vendor', 'crm-page', 'vendor');
  hostPage('/plain', 'plain-html', 'partner');
  toFolder('/studio');
  site.get('/studio/*', async (context, next) => {
    // Most who try the demo never open it, so it is built for the first who does.
    await buildStudio(() => {});
    const answer = await answerFile(studioFolder, decodeURIComponent(context.req.path.slice('/studio/'.length)));
    if (!answer?.headers.get('content-type')?.startsWith('text/html')) return answer ?? next();
    return new Response(answer.body, {headers: {...Object.fromEntries(answer.headers), 'content-security-policy': studioPolicy}});
  });
  toFolder('/docs');
  site.get('/docs/*', async (context, next) => {
    // As the studio: built for the first who looks.
    const [{buildSite}, {answerSite}] = await Promise.all([import('../../docs/site/site.ts'), import('../../docs/site/serve.ts')]);
    await buildSite(() => {});
    return (await answerSite(decodeURIComponent(context.req.path.slice('/docs/'.length)))) ?? next();
  });
  toFolder('/public');
  site.get('/public/*', async (context, next) => {
    const answer = await answerFile(folder('examples/partner-site'), decodeURIComponent(context.req.path.slice('/public/'.length)));
    if (!answer?.headers.get('content-type')?.startsWith('text/html')) return answer ?? next();
    // What the partner pasted: the address of the vendor's API, and the token of their embed.
    const page = (await answer.text()).replaceAll('{{api}}', apiUrl).replaceAll('{{token}}', embedToken ?? '');
    return new Response(page, {headers: {...Object.fromEntries(answer.headers), 'content-security-policy': publicPolicy(apiUrl)}});
  });
  // The plain page has one person; a real page would look at its own login here.
  site.post('/portico-session', () => mint(people.find(person => person.side === 'partner')?.id, 'partner'));
  return site;
}
