import assert from 'node:assert/strict';
import {api, Problem, type Api, type Route} from '@portico/contract';
import type {MockBackend} from '../backend.ts';
import {mockSecretKey} from '../viewer.ts';

export interface Answered {
  readonly status: number;
  readonly headers: Headers;
  readonly body: unknown;
}

/** Calls routes of a mock backend by hand and holds every answer against the contract. */
export interface Caller {
  /** Names of the routes that were answered with success, such as `leads.list`. */
  readonly covered: Set<string>;
  /**
   * Calls a route and checks the answer with its schema, or with that of a problem.
   *
   * @param as - `key` for the secret key.
   */
  call(as: 'partner' | 'vendor' | 'key', name: string, input?: Record<string, unknown>, headers?: Record<string, string>): Promise<Answered>;
}

/** Makes a caller. Its keys are numbered, so that each act is a new one. */
export function callerOf(backend: MockBackend): Caller {
  const covered = new Set<string>();
  let acts = 0;
  return {
    covered,
    async call(as, name, input = {}, headers = {}) {
      // A session for each call, because a test may jump past the end of one.
      const token = as === 'key' ? mockSecretKey : (await backend.fetchSessionAs(as)()).token;
      const [resource = '', verb = ''] = name.split('.');
      const route = (api[resource as keyof Api] as Record<string, Route>)[verb];
      assert.ok(route, name);
      const request = toRequest(route, input, {authorization: `Bearer ${token}`, 'idempotency-key': `act-${String(++acts).padStart(16, '0')}`, ...headers});
      const response = await backend.fetch(request);
      const text = await response.text();
      const body: unknown = text === '' ? undefined : JSON.parse(text);
      if (response.ok) {
        covered.add(name);
        assert.equal(response.status, route.status ?? 200, name);
        // Parsing drops unknown keys, so that anything beyond the contract shows as a difference.
        assert.deepEqual(route.response.parse(body), body, name);
      } else {
        assert.deepEqual(Problem.parse(body), body, name);
        assert.equal((body as Problem).status, response.status);
      }
      return {status: response.status, headers: response.headers, body};
    },
  };
}

function toRequest(route: Route, input: Record<string, unknown>, headers: Record<string, string>): Request {
  const {version, ...rest} = input;
  const path = route.path.replace(/\{(\w+)\}/g, (_, key: string) => {
    const value = String(rest[key]);
    delete rest[key];
    return encodeURIComponent(value);
  });
  const url = new URL(`http://mock.test/v1${path}`);
  const all = {...headers, ...(version === undefined ? {} : {'if-match': `"${String(version)}"`})};
  if (route.method === 'GET' || route.method === 'DELETE') {
    for (const [key, value] of Object.entries(rest)) for (const each of [value].flat()) url.searchParams.append(key, String(each));
    return new Request(url, {method: route.method, headers: all});
  }
  return new Request(url, {method: route.method, headers: {'content-type': 'application/json', ...all}, body: JSON.stringify(rest)});
}
