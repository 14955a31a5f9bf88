import {toJson} from './json.ts';
import {newKey, type Random} from './random.ts';

/** A request with everything decided: the same bytes and the same key go out at every try. */
export interface WireRequest {
  readonly method: string;
  /** Below `/v1`, query included. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | undefined;
}

/**
 * Puts a route's input where it travels: placeholders in the path, `version` in `If-Match`, the rest in the query (GET, DELETE; lists repeat
 * their key) or in the JSON body.
 *
 * @param line - Method and path, as in the wire table: `POST /lead-offers/{id}/accept`.
 * @param idempotencyKey - For what changes something; made when left out.
 * @throws TypeError when a placeholder has no value.
 */
export function toWireRequest(line: string, input: object, random: Random, idempotencyKey?: string): WireRequest {
  const [method = '', template = ''] = line.split(' ');
  const rest: Record<string, unknown> = {...input};
  const take = (name: string) => {
    const value = rest[name];
    delete rest[name];
    return value;
  };
  const headers: Record<string, string> = {};
  const path = template.replace(/\{(\w+)\}/g, (_, name: string) => {
    const segment = String(take(name) ?? '');
    // Dots alone would climb, and nothing would be another route.
    if (/^\.{0,2}$/.test(segment)) throw new TypeError(`${line}: ${name} is missing.`);
    return encodeURIComponent(segment);
  });
  if (method !== 'GET') {
    // Allowed on every change, so that each may be tried again when its answer is lost.
    headers['idempotency-key'] = idempotencyKey ?? newKey(random);
    const version = take('version');
    if (version !== undefined) headers['if-match'] = `"${String(version)}"`;
  }
  if (method !== 'GET' && method !== 'DELETE') {
    headers['content-type'] = 'application/json';
    return {method, path, headers, body: toJson(rest)};
  }
  const query = new URLSearchParams();
  for (const [key, value] of Object.entries(rest)) {
    for (const item of Array.isArray(value) ? value : [value]) if (item !== undefined && item !== null) query.append(key, String(item));
  }
  return {method, path: `${path}?${query.toString()}`.replace(/\?$/, ''), headers};
}
