import {api, type Route} from '@portico/contract';
import {bind} from '../database/bind.ts';
import type {Begun, Transaction} from '../database/database.ts';
import {isRetryable} from '../database/errors.ts';
import type {Scope} from '../database/scope.ts';
import {ProblemError, problem} from '../problem.ts';
import {admissionSql, admit, principalOf, type Credentials, type Identity} from './authenticate.ts';
import {checkResponse} from './check-response.ts';
import {noteDenial} from './denied.ts';
import {claim, isFinal, save, type SavedAnswer} from './idempotency.ts';
import {basePath, objectPathOf, type MountedRoute} from './mounted-route.ts';
import {problemBody, toProblemError, versionOf} from './problem-response.ts';
import type {RequestFacts} from './request-facts.ts';
import type {Services} from './services.ts';

/** One request to one route, read as far as can be without the database. */
export interface Call {
  readonly mounted: MountedRoute;
  readonly facts: RequestFacts;
  readonly credentials: Credentials;
  readonly method: Route['method'];
  readonly ifNoneMatch: string | null;
  /** Checks input and headers; throws what is wrong with them. */
  readonly prepare: (partnerOrgId: string | null) => Promise<PreparedCall>;
}

interface PreparedCall {
  readonly input: Record<string, unknown>;
  /** Values from the path. */
  readonly named: Readonly<Record<string, unknown>>;
  readonly idempotency: {readonly key: string; readonly fingerprint: Uint8Array} | null;
}

const attempts = 4;

/** Answers a call in one transaction. When two transactions got in each other's way, it runs again. */
export async function runCall(services: Services, call: Call): Promise<Response> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await runOnce(services, call);
    } catch (error) {
      if (!isRetryable(error) || attempt === attempts) throw error;
      services.context.log.debug({requestId: call.facts.requestId, attempt}, 'running again after a conflict of transactions');
    }
  }
}

async function runOnce(services: Services, call: Call): Promise<Response> {
  const {database, context, limiter} = services;
  const {mounted, facts, credentials} = call;
  const mode = call.method === 'GET' ? 'read' : 'write';
  const begun = await database.begin(admissionSql(mode, credentials));
  const {transaction} = begun;
  let answer: Answer;
  try {
    const identity = admit(credentials, begun.results, facts, context.now());
    const limits = limiter.count([
      identity.session ? {policy: 'session', id: identity.session.id} : {policy: 'key', id: identity.principalId},
      {policy: 'tenant', id: identity.tenantId},
    ]);
    services.keyUsage.note(identity);
    authorise(mounted, identity);
    const prepared = await call.prepare(identity.partnerOrgId);
    const {caller, expiresAtMs: _, grantedScopes: __, ...who} = identity;
    const scope: Scope = {...who, caller, requestId: facts.requestId, context, db: bind(transaction)};
    answer = {...(await answerIn(services, call, prepared, scope, transaction)), limits};
  } catch (error) {
    await transaction.rollback();
    noteRefusal(services, call, begun, error);
    throw error;
  }
  if (mode === 'write') await transaction.commit();
  // Nothing was written, so nobody has to wait for the end of it.
  else services.background.start('ending a read', () => transaction.commit());
  return toResponse(answer, call.ifNoneMatch);
}

/** An answer on its way out. */
type Answer = SavedAnswer & {readonly limits: Readonly<Record<string, string>>; readonly isReplay: boolean};

/** Whether this caller may use the route at all: the side they are on, then what their role and their session allow. */
function authorise({route, scope}: MountedRoute, {caller, scopes, grantedScopes}: Identity): void {
  if (!route.callers.includes(caller)) throw problem('forbidden');
  if (scope === null || scopes.includes(scope)) return;
  throw problem(grantedScopes && !grantedScopes.includes(scope) ? 'scope_missing' : 'forbidden');
}

async function answerIn(services: Services, call: Call, {input, named, idempotency}: PreparedCall, scope: Scope, transaction: Transaction): Promise<Omit<Answer, 'limits'>> {
  if (!idempotency) return {...(await handle(services, call, input, scope)), isReplay: false};
  const request = {principalId: scope.principalId, ...idempotency};
  const saved = await claim(transaction, scope.tenantId, request, new Date(scope.context.now()).toISOString());
  if (saved) {
    if (saved.status < 300) await mayStillRead(call, named, scope);
    return {...saved, isReplay: true};
  }
  const answer = await handle(services, call, input, scope).catch(async (error: unknown) => {
    if (isRetryable(error)) throw error;
    const refusal = toProblemError(error, call.facts.requestId, services.context.log);
    if (!isFinal(refusal.status)) throw refusal;
    await transaction.script('ROLLBACK TO SAVEPOINT work;');
    return refusalAnswer(refusal, call.facts.requestId);
  });
  await save(transaction, scope.tenantId, request, answer, scope.context);
  return {...answer, isReplay: false};
}

async function handle({checkResponses}: Services, {mounted}: Call, input: Record<string, unknown>, scope: Scope): Promise<SavedAnswer> {
  const {route, handler, name, resource} = mounted;
  const response = await handler({input, scope});
  if (checkResponses) checkResponse(name, route, response);
  const status = route.status ?? 200;
  const version = versionOf(response);
  const path = status === 201 ? objectPathOf(api, resource) : null;
  const id = path && typeof response === 'object' && response !== null && 'id' in response ? String(response.id) : null;
  const headers = {
    ...(version === undefined ? {} : {ETag: `"${version}"`}),
    ...(path && id ? {Location: `${basePath}${path.replace('{id}', id)}`} : {}),
    ...(status === 204 ? {} : {'Content-Type': 'application/json'}),
  };
  return {status, headers, body: status === 204 ? null : JSON.stringify(response)};
}

/** A repeated request shows its old answer only to somebody who could read the object now. */
async function mayStillRead({mounted}: Call, named: Readonly<Record<string, unknown>>, scope: Scope): Promise<void> {
  const caller = scope.caller;
  for (const [key, {route, handler}] of Object.entries(mounted.readers)) {
    if (caller !== 'system' && route.callers.includes(caller)) await handler({input: route.input.parse({id: named[key]}), scope});
  }
}

function refusalAnswer(refusal: ProblemError, requestId: string): SavedAnswer {
  const version = versionOf(refusal.extra.current);
  const headers = {'Content-Type': 'application/problem+json', ...(version === undefined ? {} : {ETag: `"${version}"`})};
  return {status: refusal.status, headers, body: JSON.stringify(problemBody(refusal, requestId))};
}

function toResponse({status, headers, body, limits, isReplay}: Answer, ifNoneMatch: string | null): Response {
  const all = {...headers, ...limits, ...(isReplay ? {'Idempotent-Replayed': 'true'} : {})};
  const etag = headers['ETag'];
  if (status === 200 && etag && ifNoneMatch?.split(',').some(tag => tag.trim().replace(/^W\//, '') === etag)) {
    const {'Content-Type': _, ...rest} = all as Record<string, string>;
    return new Response(null, {status: 304, headers: rest});
  }
  return new Response(body, {status, headers: all});
}

function noteRefusal(services: Services, {mounted, facts, credentials}: Call, {results}: Begun, error: unknown): void {
  const tenantId = results.at(-1)?.[0]?.['tenant_id'];
  if (error instanceof ProblemError && tenantId) noteDenial(services, error.code, String(tenantId), principalOf(credentials), facts, mounted.name);
}
