import {problems, problemType, type Problem} from '@portico/contract';
import {toProblem, toSqlError} from '../database/errors.ts';
import type {Log} from '../context.ts';
import {ProblemError, problem} from '../problem.ts';

/** The answer to a request that failed: `application/problem+json`, whatever failed and wherever. */
export function problemResponse(error: unknown, requestId: string, log: Log): Response {
  const found = toProblemError(error, requestId, log);
  const {current, allow, retryAfterS} = found.extra;
  const headers = new Headers({'Content-Type': 'application/problem+json'});
  if (found.status === 401) headers.set('WWW-Authenticate', 'Bearer');
  if (allow) headers.set('Allow', allow.join(', '));
  if (retryAfterS !== undefined) headers.set('Retry-After', String(retryAfterS));
  const version = versionOf(current);
  if (version !== undefined) headers.set('ETag', `"${version}"`);
  return new Response(JSON.stringify(problemBody(found, requestId)), {status: found.status, headers});
}

/** The body of a problem's answer. */
export function problemBody({code, status, extra}: ProblemError, requestId: string): Problem {
  const {detail, errors, current, retryAfterS, violatedPolicies} = extra;
  return {
    type: problemType(code),
    title: problems[code].title,
    status,
    code,
    ...(detail === undefined ? {} : {detail}),
    instance: `urn:uuid:${requestId}`,
    ...(errors ? {errors: [...errors]} : {}),
    requestId,
    ...(retryAfterS === undefined ? {} : {retryAfterS}),
    ...(current === undefined ? {} : {current}),
    ...(violatedPolicies ? {violatedPolicies: [...violatedPolicies]} : {}),
  };
}

/** The version of a resource in an answer: its own, or that of the lead inside it. */
export function versionOf(value: unknown): number | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  if ('version' in value && typeof value.version === 'number') return value.version;
  return 'lead' in value ? versionOf(value.lead) : undefined;
}

/** The problem that any error means; errors of our own making are logged and say nothing to the caller. */
export function toProblemError(error: unknown, requestId: string, log: Log): ProblemError {
  if (error instanceof ProblemError) return error;
  const known = toProblem(error);
  if (known) {
    log.warn({requestId, sqlState: toSqlError(error)?.code, reason: messageOf(error)}, 'a statement was refused');
    return known;
  }
  log.error({requestId, sqlState: toSqlError(error)?.code, err: error}, 'a request failed');
  return problem('internal_error');
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
