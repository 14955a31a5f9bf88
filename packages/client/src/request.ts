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
 * @param options.idempotencyKey - For what changes something; made when left out.
 * @throws TypeError when a placeholder has no value.
 */
export function toWireRequest(line: string, input: object, options: {random: Random; idempotencyKey?: string | undefined}): WireRequest {
  const [method = '', template = ''] = line.split(' ');
  const rest = new Map<string, unknown>(Object.entries(input));
  const path = template.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = rest.get(name);
    rest.delete(name);
    return toSegment(value, `${line}: ${name}`);
  });
  if (method === 'GET') return {method, path: path + toQuery(rest), headers: {}};
  // Allowed on every change, so that each may be tried again when its answer is lost.
  const headers: Record<string, string> = {'idempotency-key': options.idempotencyKey ?? newKey(options.random)};
  const version = rest.get('version');
  rest.delete('version');
  if (version !== undefined) headers['if-match'] = `"${String(version)}"`;
  if (method === 'DELETE') return {method, path: path + toQuery(rest), headers};
  return {method, path, headers: {...headers, 'content-type': 'application/json'}, body: toJson(Object.fromEntries(rest))};
}

/** One path segment. Dots alone would climb, and an empty one would be another route. */
function toSegment(value: unknown, place: string): string {
  const text = typeof value === 'string' || typeof value === 'number' ? String(value) : '';
  if (/^\.{0,2}$/.test(text)) throw new TypeError(`${place} is missing.`);
  return encodeURIComponent(text);
}

function toQuery(values: ReadonlyMap<string, unknown>): string {
  const query = new URLSearchParams();
  for (const [key, value] of values) {
    for (const item of Array.isArray(value) ? value : [value]) if (item !== undefined && item !== null) query.append(key, String(item));
  }
  const text = query.toString();
  return text && `?${text}`;
}
