import {api, type Api, type Problem, type Route, type RouteParsed} from '@portico/contract';
import type {AllHandlers, AnyHandler} from './handlers.ts';
import {MockProblem, problem, toProblem} from './problem.ts';
import {readValues} from './query.ts';
import type {Store} from './store.ts';
import type {Viewer} from './viewer.ts';

interface Endpoint {
  readonly resource: keyof Api;
  readonly verb: string;
  readonly route: Route;
  readonly pattern: RegExp;
}

/** Every route with a pattern for its path; literal segments before placeholders, so that `/leads/counts` is no lead. */
const endpoints: readonly Endpoint[] = Object.entries(api)
  .flatMap(([resource, routes]) =>
    Object.entries(routes as Record<string, Route>).map(([verb, route]) => ({resource: resource as keyof Api, verb, route, pattern: new RegExp(`^${route.path.replace(/\{(\w+)\}/g, '(?<$1>[^/]+)')}$`)})),
  )
  .sort((a, b) => Number(a.route.path.includes('{')) - Number(b.route.path.includes('{')) || b.route.path.length - a.route.path.length);

interface Answer {
  status: number;
  body: unknown;
}

interface Remembered {
  fingerprint: string;
  /** A promise, because the same request may come again before the first is answered. */
  answer: Promise<Answer>;
}

/** What an act under a key answered, for its repetition. */
export type Replays = Map<string, Remembered>;

/** Codes that a repeated request gets again; after others the same key may be tried anew. */
const remembered: readonly number[] = [409, 412, 422];

/**
 * Answers a request below `/v1` as the contract says.
 *
 * @param request.path - Path below `/v1`, decoded.
 */
export async function answer(request: Request, path: string, viewer: Viewer, scope: {store: Store; handlers: AllHandlers; replays: Replays; requestId: string}): Promise<Response> {
  const {store, handlers, replays, requestId} = scope;
  const {resource, verb, route, params} = findEndpoint(request.method, path);
  if (!route.callers.includes('public') && !route.callers.includes(viewer.caller)) throw problem('forbidden');
  const body = request.method === 'POST' || request.method === 'PATCH' ? await readBody(request) : '';
  const key = readKey(request);
  const version = readVersion(request, route);
  const fingerprint = `${request.method} ${new URL(request.url).pathname}${new URL(request.url).search} ${version} ${body}`;
  const earlier = key === null ? undefined : replays.get(`${viewer.caller} ${viewer.person?.id} ${key}`);
  if (earlier && earlier.fingerprint !== fingerprint) throw problem('idempotency_key_reused');
  if (earlier) return respond(await earlier.answer, requestId, {'idempotent-replayed': 'true'});
  const run = async (): Promise<Answer> => {
    const parsed = parse(route, {...toObject(body), ...readValues(route.input, [...new URL(request.url).searchParams, ...Object.entries(params)]), ...(version === null ? {} : {version})});
    const handler = (handlers[resource] as unknown as Record<string, AnyHandler>)[verb];
    if (!handler) throw problem('route_not_found');
    return {status: route.status ?? 200, body: await store.act(() => handler(parsed, {store, viewer}))};
  };
  const place = `${viewer.caller} ${viewer.person?.id} ${key}`;
  const answering = settle(run, requestId);
  if (key !== null) replays.set(place, {answer: answering, fingerprint});
  const result = await answering;
  if (result.status >= 300 && !remembered.includes(result.status)) replays.delete(place);
  return respond(result, requestId);
}

/** An answer of status 400 and above. */
export function refuse(error: MockProblem, requestId: string, headers: Record<string, string> = {}): Response {
  const body = toProblem(error, requestId);
  return respond({status: body.status, body}, requestId, body.retryAfterS === undefined ? headers : {...headers, 'retry-after': String(body.retryAfterS)});
}

async function settle(run: () => Promise<Answer>, requestId: string): Promise<Answer> {
  try {
    return await run();
  } catch (error) {
    if (!(error instanceof MockProblem)) throw error;
    const body = toProblem(error, requestId);
    return {status: body.status, body};
  }
}

function respond({status, body}: Answer, requestId: string, extra: Record<string, string> = {}): Response {
  const headers: Record<string, string> = {'x-request-id': requestId, 'cache-control': 'private, no-store', ...extra};
  const subject = status === 412 ? (body as Problem).current : body;
  const version = typeof subject === 'object' && subject !== null ? (subject as {version?: unknown}).version : undefined;
  if (typeof version === 'number') headers['etag'] = `"${version}"`;
  if (status === 204) return new Response(null, {status, headers});
  return new Response(JSON.stringify(body), {status, headers: {...headers, 'content-type': status >= 400 ? 'application/problem+json' : 'application/json'}});
}

function findEndpoint(method: string, path: string) {
  const here = endpoints.flatMap(endpoint => {
    const match = endpoint.pattern.exec(path);
    return match ? [{...endpoint, params: match.groups ?? {}}] : [];
  });
  const found = here.find(({route}) => route.method === method);
  if (found) return found;
  throw problem(here.length > 0 ? 'method_not_allowed' : 'route_not_found');
}

async function readBody(request: Request): Promise<string> {
  const type = request.headers.get('content-type');
  const body = await request.text();
  if (body && !type?.startsWith('application/json')) throw problem('media_type_unsupported');
  return body;
}

function toObject(body: string): object {
  if (body === '') return {};
  let value: unknown;
  try {
    value = JSON.parse(body);
  } catch {
    throw problem('malformed_json');
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw problem('input_invalid', {errors: [{pointer: '', code: 'invalid_type', message: 'Send an object.'}]});
  return value;
}

function readKey(request: Request): string | null {
  if (request.method === 'GET') return null;
  const key = request.headers.get('idempotency-key')?.replace(/^"(.*)"$/, '$1') ?? null;
  if (request.method === 'POST' && key === null) throw problem('idempotency_key_required');
  if (key !== null && !/^[\w-]{16,128}$/.test(key)) throw problem('idempotency_key_malformed');
  return key;
}

function readVersion(request: Request, route: Route): number | null {
  if (!('version' in route.input.shape)) return null;
  const header = request.headers.get('if-match');
  if (header === null) throw problem('if_match_required');
  const version = /^"(\d+)"$/.exec(header)?.[1];
  if (version === undefined) throw problem('if_match_malformed');
  return Number(version);
}

function parse(route: Route, values: object): RouteParsed<Route> {
  const result = route.input.safeParse(values);
  if (result.success) return result.data;
  throw problem('input_invalid', {errors: result.error.issues.map(({path, code, message}) => ({pointer: path.map(part => `/${String(part)}`).join(''), code, message}))});
}

