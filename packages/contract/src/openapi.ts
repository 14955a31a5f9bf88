import {z} from 'zod';
import {createDocument, type ZodOpenApiOperationObject, type ZodOpenApiPathsObject} from 'zod-openapi';
import {api, type Api} from './api.ts';
import {Problem, problems, type ProblemCode} from './problem.ts';
import type {Route} from './route.ts';
import {nameSchemas} from './schema-names.ts';
import {scopeOf} from './scopes.ts';

/** Codes that any route may answer, by what it takes. */
function problemsOf(route: Route): ProblemCode[] {
  const codes: ProblemCode[] = ['input_invalid', 'forbidden', 'rate_limited', 'unavailable'];
  if (!route.callers.includes('public')) codes.push('session_missing', 'session_invalid', 'session_expired', 'origin_not_allowed', 'scope_missing');
  if (route.method === 'POST') codes.push('idempotency_key_required');
  if (route.method !== 'GET') codes.push('idempotency_key_malformed', 'idempotency_key_reused', 'idempotency_in_progress');
  if (route.method === 'POST' || route.method === 'PATCH') codes.push('malformed_json', 'body_too_large', 'media_type_unsupported');
  if ('version' in route.input.shape) codes.push('if_match_required', 'if_match_malformed', 'version_conflict');
  if ('cursor' in route.input.shape) codes.push('cursor_invalid');
  return [...codes, ...(route.problems ?? [])];
}

function operation(resource: keyof Api, verb: string, route: Route): ZodOpenApiOperationObject {
  const pathKeys = [...route.path.matchAll(/\{(\w+)\}/g)].map(match => match[1] ?? '');
  const inPath = Object.fromEntries(pathKeys.map(key => [key, true as const]));
  const rest = route.input.omit({...inPath, ...('version' in route.input.shape ? {version: true as const} : {})} as Record<string, true>);
  const hasRest = Object.keys(rest.shape).length > 0;
  const inQuery = route.method === 'GET' || route.method === 'DELETE';
  const header: Record<string, z.ZodType> = {};
  const key = z.string().regex(/^[A-Za-z0-9_-]{16,128}$/);
  if (route.method !== 'GET') header['Idempotency-Key'] = route.method === 'POST' ? key : key.optional();
  if ('version' in route.input.shape) header['If-Match'] = z.string().regex(/^"\d+"$/);
  const byStatus = Map.groupBy(problemsOf(route), code => String(problems[code].status));
  const status = String(route.status ?? 200);
  return {
    operationId: `${resource}.${verb}`,
    tags: [resource],
    ...(scopeOf(resource, route) ? {description: `Callers: ${route.callers.join(', ')}. Scope: \`${scopeOf(resource, route)}\`.`} : {}),
    security: route.callers.includes('public') ? [] : [{bearer: []}],
    requestParams: {
      ...(pathKeys.length ? {path: route.input.pick(inPath as Record<never, never>)} : {}),
      ...(inQuery && hasRest ? {query: rest} : {}),
      ...(Object.keys(header).length ? {header: z.object(header)} : {}),
    },
    ...(!inQuery && hasRest ? {requestBody: {required: true, content: {'application/json': {schema: rest}}}} : {}),
    responses: {
      [status]: status === '204' ? {description: 'Done.'} : {description: 'Success.', content: {'application/json': {schema: route.response}}},
      ...Object.fromEntries([...byStatus].map(([code, codes]) => [code, {description: codes.map(each => `\`${each}\`: ${problems[each].title}`).join('\n'), content: {'application/problem+json': {schema: Problem}}}])),
    },
  };
}

export type OpenApiDocument = ReturnType<typeof createDocument>;

/**
 * The API as an OpenAPI 3.1 document, made from the route table.
 *
 * @param serverUrl - Where the API is, with `/v1`.
 */
export function openApiDocument(serverUrl: string): OpenApiDocument {
  nameSchemas();
  const paths: ZodOpenApiPathsObject = {};
  for (const [resource, routes] of Object.entries(api)) {
    for (const [verb, route] of Object.entries(routes as Record<string, Route>)) {
      paths[route.path] = {...paths[route.path], [route.method.toLowerCase()]: operation(resource as keyof Api, verb, route)};
    }
  }
  const document = createDocument({
    openapi: '3.1.0',
    info: {title: 'Portico API', version: '1', description: 'The API behind the embeddable partner portal. Server-sent events are at `GET /v1/events`.'},
    servers: [{url: serverUrl}],
    components: {securitySchemes: {bearer: {type: 'http', scheme: 'bearer', description: 'A secret key (`portico_sk_…`, servers only) or the token of an embed session.'}}},
    paths,
  });
  shareRefusals(document);
  return document;
}

/** Says once what many routes refuse alike: `Refusals403`, `Refusals403_2`, … under `components/responses`. */
function shareRefusals(document: OpenApiDocument): void {
  const names = new Map<string, string>();
  const shared: Record<string, unknown> = {};
  for (const item of Object.values(document.paths ?? {})) {
    for (const {responses} of Object.values(item) as {responses: Record<string, {description?: string}>}[]) {
      for (const [status, response] of Object.entries(responses).filter(([status]) => Number(status) >= 400)) {
        const key = `${status} ${response.description}`;
        const before = [...names.keys()].filter(other => other.startsWith(`${status} `)).length;
        const name = names.get(key) ?? `Refusals${status}${before === 0 ? '' : `_${before + 1}`}`;
        names.set(key, name);
        shared[name] = response;
        responses[status] = {$ref: `#/components/responses/${name}`} as object;
      }
    }
  }
  Object.assign((document.components ??= {}), {responses: shared});
}
