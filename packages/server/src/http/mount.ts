import type {Api, ProblemCode} from '@portico/contract';
import type {Context as HonoContext, Hono} from 'hono';
import {problem} from '../problem.ts';
import {readCredentials} from './authenticate.ts';
import {basePath, mountedRoutes, type HandlerTable, type MountedRoute} from './mounted-route.ts';
import {fingerprintOf, readIdempotencyKey} from './idempotency.ts';
import {readJsonBody} from './read-body.ts';
import {publicCall, type PublicDoors} from './public-call.ts';
import {parseInput, pathKeysOf, readPath, readQuery} from './read-input.ts';
import {runCall, type Call} from './run-call.ts';
import type {Env} from './request-facts.ts';
import type {Services} from './services.ts';

/** Puts every route of the contract at its address. */
export function mount(app: Hono<Env>, api: Api, handlers: HandlerTable, services: Services, doors: PublicDoors): void {
  const mounted = Object.entries(api).flatMap(([resource, routes]) => mountedRoutes(api, resource as keyof Api, routes, handlers));
  // `/leads/counts` before `/leads/{id}`.
  mounted.sort((a, b) => pathKeysOf(a.route.path).length - pathKeysOf(b.route.path).length);
  for (const each of mounted) {
    const door = each.route.callers.includes('public') ? doors[each.resource] : undefined;
    if (each.route.callers.includes('public') && !door) throw new Error(`${each.name} is public and nobody says whose it is.`);
    app.on(each.route.method, toPattern(each.route.path), c => {
      if (!door) return handle(c, each, services);
      c.set('isPublic', true);
      return publicCall(c, each, services, door);
    });
  }
  const byPath = Map.groupBy(mounted, ({route}) => toPattern(route.path));
  for (const [pattern, routes] of byPath) {
    const allow = allowedMethods(routes.map(({route}) => route.method));
    app.all(pattern, () => {
      throw problem('method_not_allowed', {allow});
    });
  }
}

/** The methods of an address as its `Allow` header names them. */
export function allowedMethods(methods: readonly string[]): string[] {
  return [...new Set([...methods, ...(methods.includes('GET') ? ['HEAD'] : []), 'OPTIONS'])].sort();
}

function toPattern(path: string): string {
  return `${basePath}${path.replaceAll(/\{(\w+)\}/g, ':$1')}`;
}

async function handle(c: HonoContext<Env>, mounted: MountedRoute, services: Services): Promise<Response> {
  const {route} = mounted;
  const {raw} = c.req;
  const url = new URL(raw.url);
  const facts = {requestId: c.var.requestId, origin: c.var.origin, isOwnOrigin: c.var.isOwnOrigin, ip: c.var.ip};
  await services.keyring.prepare();
  const credentials = await countingFailures(services, facts.ip, () => readCredentials(raw.headers, services.tokens));
  const hasBody = route.method === 'POST' || route.method === 'PATCH';
  // All of the body is here before a transaction opens: on PGlite a slow sender would hold up everybody.
  const said = hasBody ? await readJsonBody(raw, route.maxBodyBytes) : readQuery(route, url.searchParams);
  const named = readPath(route, key => c.req.param(key));
  const call: Call = {
    mounted,
    facts,
    credentials,
    method: route.method,
    ifNoneMatch: route.method === 'GET' ? raw.headers.get('If-None-Match') : null,
    // Checked once it is known who asks: a stranger is told that, not what is wrong with the body.
    prepare: async partnerOrgId => {
      const ifMatch = raw.headers.get('If-Match');
      const key = route.method === 'GET' ? null : readIdempotencyKey(raw.headers, route.method === 'POST');
      const version = 'version' in route.input.shape && route.method !== 'GET' ? {version: readVersion(ifMatch)} : {};
      const input = parseInput(route, {...named, ...version}, said);
      const fingerprint = key ? await fingerprintOf({method: route.method, path: url.pathname, query: url.searchParams, body: hasBody ? said : null, ifMatch, partnerOrgId}) : null;
      return {input, named, idempotency: key && fingerprint ? {key, fingerprint} : null};
    },
  };
  return countingFailures(services, facts.ip, () => runCall(services, call));
}

/** Counts refused credentials against the address they came from, so that guessing is slow. */
export async function countingFailures<T>({limiter}: Services, ip: string | null, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const refused: readonly ProblemCode[] = ['session_missing', 'session_invalid', 'secret_key_invalid'];
    if (ip !== null && error instanceof Error && 'code' in error && refused.includes(error.code as ProblemCode)) limiter.count([{policy: 'ip', id: ip}]);
    throw error;
  }
}

function readVersion(ifMatch: string | null): number {
  if (ifMatch === null) throw problem('if_match_required');
  const version = /^"([1-9]\d{0,9})"$/.exec(ifMatch.trim())?.[1];
  if (!version) throw problem('if_match_malformed');
  return Number(version);
}
