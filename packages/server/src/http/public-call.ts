import type {Api} from '@portico/contract';
import type {Context as HonoContext} from 'hono';
import type {Kysely} from 'kysely';
import {isListedOrigin} from '../access/origins.ts';
import {asWorker, withTenant} from '../database/open.ts';
import type {Tables} from '../database/tables.ts';
import {sha256} from '../keys/sha256.ts';
import {problem} from '../problem.ts';
import {checkResponse} from './check-response.ts';
import {claim, fingerprintOf, isFinal, readIdempotencyKey, save, type SavedAnswer} from './idempotency.ts';
import type {MountedRoute} from './mounted-route.ts';
import {problemBody, toProblemError} from './problem-response.ts';
import {readJsonBody} from './read-body.ts';
import {notFoundOf, parseInput, readPath, readQuery} from './read-input.ts';
import type {Env} from './request-facts.ts';
import type {Services} from './services.ts';

/**
 * Finds the tenant of what a public address names, before anything else is known; and, for what stands on pages, the origins of those that it may stand on.
 *
 * @param db - With the rights of the worker role.
 */
export type FindTenant = (db: Kysely<Tables>, input: Readonly<Record<string, unknown>>) => Promise<string | {readonly tenantId: string; readonly sites: readonly string[]} | undefined>;

/** How tenants are found for the routes that anybody may call, by resource. */
export type PublicDoors = Partial<Record<keyof Api, FindTenant>>;

const exposed = 'ETag, Retry-After, X-Request-Id';

/** Lets pages of any origin call what is public; nothing there knows sessions or cookies. */
export function allowEverybody(headers: Headers): void {
  headers.set('Access-Control-Allow-Origin', '*');
  headers.set('Access-Control-Expose-Headers', exposed);
}

/** Answers the preflight of a public address. */
export function allowPublicRequests(headers: Headers): void {
  allowEverybody(headers);
  headers.set('Access-Control-Allow-Methods', 'GET, POST');
  headers.set('Access-Control-Allow-Headers', 'Content-Type, Idempotency-Key');
  headers.set('Access-Control-Max-Age', '86400');
}

/**
 * Answers a call of somebody without a session, in one transaction of the tenant whose thing the address names. Reads may be kept for 30 seconds by anybody on the way, and
 * have an ETag; writes are done once for each key and limited by address.
 */
export async function publicCall(c: HonoContext<Env>, {route, handler, name}: MountedRoute, services: Services, findTenant: FindTenant): Promise<Response> {
  const {database, context, limiter, keyring} = services;
  const {raw} = c.req;
  const url = new URL(raw.url);
  const isRead = route.method === 'GET';
  const visitor = c.var.ip ?? 'unknown';
  limiter.count([{policy: 'visitor', id: visitor}]);
  const said = isRead ? readQuery(route, url.searchParams) : await readJsonBody(raw, route.maxBodyBytes);
  const key = isRead ? null : readIdempotencyKey(raw.headers, true);
  const input = parseInput(route, readPath(route, each => c.req.param(each)), said);
  await keyring.prepare();
  const found = await asWorker(database, db => findTenant(db, input));
  if (found === undefined) throw problem(notFoundOf(route));
  const {tenantId, sites} = typeof found === 'string' ? {tenantId: found, sites: []} : found;
  const {origin} = c.var;
  // Browsers say where a page is from; what is no browser can say anything, and gets no more than every visitor does.
  if (sites.length > 0 && origin !== null && !isListedOrigin(origin, sites)) throw problem('origin_not_allowed', {detail: 'Whoever made this embed has not named your site for it.'});
  const fingerprint = key && (await fingerprintOf({method: route.method, path: url.pathname, query: url.searchParams, body: said, ifMatch: null, partnerOrgId: null}));
  const as = 'system:visitor';
  const answer = await withTenant(database, tenantId, {context, as, mode: isRead ? 'read' : 'write'}, async (scope, transaction): Promise<SavedAnswer> => {
    const request = key && fingerprint ? {principalId: as, key, fingerprint} : null;
    const saved = request && (await claim(transaction, tenantId, request, new Date(context.now()).toISOString()));
    if (saved) return {...saved, headers: {...saved.headers, 'Idempotent-Replayed': 'true'}};
    // Only what is new counts: a repeated request does nothing.
    if (request) limiter.count([{policy: 'enquiry', id: visitor}]);
    const work = async (): Promise<SavedAnswer> => {
      const response = await handler({input, scope});
      if (services.checkResponses) checkResponse(name, route, response);
      return {status: route.status ?? 200, headers: {'Content-Type': 'application/json'}, body: JSON.stringify(response)};
    };
    if (!request) return work();
    const given = await work().catch(async (error: unknown) => {
      const refusal = toProblemError(error, c.var.requestId, context.log);
      if (!isFinal(refusal.status)) throw error;
      await transaction.script('ROLLBACK TO SAVEPOINT work;');
      return {status: refusal.status, headers: {'Content-Type': 'application/problem+json'}, body: JSON.stringify(problemBody(refusal, c.var.requestId))};
    });
    await save(transaction, tenantId, request, given, context);
    return given;
  });
  return isRead ? cacheable(answer, raw.headers.get('If-None-Match'), sites.length > 0) : new Response(answer.body, answer);
}

/** @param byOrigin - Pages of other origins get another answer. */
async function cacheable({body}: SavedAnswer, known: string | null, byOrigin: boolean): Promise<Response> {
  const hash = await sha256(body ?? '');
  const tag = `"${btoa(String.fromCharCode(...hash.subarray(0, 15)))}"`;
  const headers = {'Content-Type': 'application/json', ETag: tag, 'Cache-Control': 'public, max-age=30', ...(byOrigin && {Vary: 'Origin'})};
  const isKnown = known?.split(',').some(each => each.trim().replace(/^W\//, '') === tag);
  return isKnown ? new Response(null, {status: 304, headers}) : new Response(body, {status: 200, headers});
}
