import {setTimeout} from 'node:timers/promises';
import {api, type Api, type Problem, type Route, type RouteInput, type RouteResponse} from '@portico/contract';

/** Functions for every route, named as in the contract; they answer the parsed body and throw `TestProblem`. */
export type TestClient = {
  readonly [R in keyof Api]: {readonly [V in keyof Api[R]]: Api[R][V] extends Route ? (input: RouteInput<Api[R][V]>, headers?: Record<string, string>) => Promise<RouteResponse<Api[R][V]>> : never};
};

/** An answer of status 400 and above. */
export class TestProblem extends Error {
  readonly status: number;
  readonly problem: Problem;
  readonly headers: Headers;

  constructor(status: number, problem: Problem, headers: Headers) {
    super(`${status} ${problem.code}: ${problem.title} ${problem.detail ?? ''} ${JSON.stringify(problem.errors ?? '')}`);
    this.status = status;
    this.problem = problem;
    this.headers = headers;
  }
}

/** Sends a request to the app, without a network. */
export type Send = (path: string, init?: RequestInit) => Promise<Response>;

let lastKey = 0;

/** An idempotency key that no other request of this process has. */
export function freshKey(): string {
  return `test-${process.pid}-${String(++lastKey).padStart(12, '0')}`;
}

/** A client that calls the app as whoever has the token. */
export function testClient(send: Send, token: string | null): TestClient {
  const table = Object.entries(api).map(([resource, routes]) => [
    resource,
    Object.fromEntries(Object.entries(routes as Record<string, Route>).map(([verb, route]) => [verb, (input: Record<string, unknown>, headers?: Record<string, string>) => call(send, token, route, input, headers)])),
  ]);
  return Object.fromEntries(table) as TestClient;
}

/** Path, query, headers and body of a call as they go over the wire. */
export function toRequest(route: Route, input: Readonly<Record<string, unknown>>, token: string | null): {path: string; init: RequestInit & {headers: Record<string, string>}} {
  const rest: Record<string, unknown> = {...input};
  const path = route.path.replaceAll(/\{(\w+)\}/g, (_, key: string) => {
    const value = rest[key];
    delete rest[key];
    return encodeURIComponent(String(value));
  });
  const headers: Record<string, string> = token === null ? {} : {Authorization: `Bearer ${token}`};
  if (route.method !== 'GET' && 'version' in rest) {
    headers['If-Match'] = `"${String(rest['version'])}"`;
    delete rest['version'];
  }
  if (route.method === 'POST') headers['Idempotency-Key'] = freshKey();
  if (route.method === 'POST' || route.method === 'PATCH') {
    headers['Content-Type'] = 'application/json';
    return {path: `/v1${path}`, init: {method: route.method, headers, body: JSON.stringify(rest)}};
  }
  const query = new URLSearchParams();
  for (const [key, value] of Object.entries(rest)) {
    for (const item of Array.isArray(value) ? value : [value]) if (item !== undefined && item !== null) query.append(key, String(item));
  }
  return {path: `/v1${path}${query.size > 0 ? `?${query}` : ''}`, init: {method: route.method, headers}};
}

async function call(send: Send, token: string | null, route: Route, input: Readonly<Record<string, unknown>>, extra: Record<string, string> = {}): Promise<unknown> {
  const {path, init} = toRequest(route, input, token);
  let response = await send(path, {...init, headers: {...init.headers, ...extra}});
  // As every client does: the same request, with the same key, until somebody else's lock is free. On a busy machine fifty at the same instant wait for long.
  for (let tries = 1; response.status === 503 && tries < 20; tries++) {
    await setTimeout(100 * tries);
    response = await send(path, {...init, headers: {...init.headers, ...extra}});
  }
  if (response.status === 204) return undefined;
  const body = (await response.json()) as unknown;
  if (response.status >= 400) throw new TestProblem(response.status, body as Problem, response.headers);
  return body;
}
