import type {FieldError, ProblemCode, Route} from '@portico/contract';
import {problem} from '../problem.ts';

/** The parts of zod's schemas that matter for reading text: what is inside a wrapper, and what kind it is. */
interface SchemaShape {
  readonly def: {readonly type: string; readonly innerType?: SchemaShape; readonly options?: readonly SchemaShape[]};
}

/** The keys of a route's path: `['leadOfferId']` for `/lead-offers/{leadOfferId}/activities`. */
export function pathKeysOf(path: string): string[] {
  return [...path.matchAll(/\{(\w+)\}/g)].map(([, key]) => String(key));
}

/**
 * The values of a query string by key, read as the route's schema means them: numbers and booleans from text, lists from repeated keys. What does not fit stays
 * text, and the schema says what is wrong with it.
 */
export function readQuery(route: Route, query: URLSearchParams): Record<string, unknown> {
  const values: Record<string, unknown> = {};
  for (const [key, schema] of Object.entries(route.input.shape)) {
    const texts = query.getAll(key);
    if (texts.length === 0) continue;
    const {type} = bare(schema as unknown as SchemaShape).def;
    if (type === 'array') values[key] = texts;
    // A list where one value belongs: the schema refuses it by name.
    else values[key] = texts.length > 1 ? texts : fromText(texts[0] ?? '', type);
  }
  return values;
}

/** The values in a request's path, read as the route's schema means them, as in the query. */
export function readPath(route: Route, valueOf: (key: string) => string | undefined): Record<string, unknown> {
  const shape: Readonly<Record<string, unknown>> = route.input.shape;
  return Object.fromEntries(pathKeysOf(route.path).map(key => [key, fromText(valueOf(key) ?? '', bare(shape[key] as SchemaShape).def.type)]));
}

/**
 * Checks a route's input.
 *
 * @param named - Values from the path, which nothing else may override.
 * @throws ProblemError `input_invalid` with a pointer to each wrong field; the route's not-found problem when a path value cannot be anybody's id.
 */
export function parseInput(route: Route, named: Readonly<Record<string, unknown>>, said: unknown): Record<string, unknown> {
  if (typeof said !== 'object' || said === null || Array.isArray(said)) {
    throw problem('input_invalid', {errors: [{pointer: '', code: 'invalid_type', message: 'The body must be a JSON object.'}]});
  }
  const result = route.input.safeParse({...said, ...named});
  if (result.success) return result.data;
  const errors = result.error.issues.slice(0, 100).map(({path, code, message}): FieldError => ({pointer: toPointer(path), code, message}));
  const pathKeys = pathKeysOf(route.path);
  if (result.error.issues.some(({path}) => pathKeys.includes(String(path[0])))) throw problem(notFoundOf(route));
  throw problem('input_invalid', {errors});
}

/** What a route answers when there is nothing under the name in its path. */
export function notFoundOf({problems = []}: Route): ProblemCode {
  return problems.find(code => code.endsWith('_not_found')) ?? 'route_not_found';
}

function bare(schema: SchemaShape): SchemaShape {
  const {innerType} = schema.def;
  return innerType ? bare(innerType) : schema;
}

function fromText(text: string, type: string): unknown {
  if (type === 'number' && /^-?\d+(\.\d+)?$/.test(text)) return Number(text);
  if (type === 'boolean' && (text === 'true' || text === 'false')) return text === 'true';
  return text;
}

/** RFC 6901. */
function toPointer(path: readonly PropertyKey[]): string {
  return path.map(part => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}
