import type {Problem, ProblemCode} from '@portico/contract';

/**
 * What can go wrong before or instead of an answer of the API:
 * - `network_error`: nothing came back, or it broke off
 * - `timeout`: nothing came back in time
 * - `answer_unreadable`: something answered that is not this API, such as a proxy's page
 * - `session_unavailable`: the page's `fetchSession` failed or gave no token
 */
export type ClientProblemCode = 'network_error' | 'timeout' | 'answer_unreadable' | 'session_unavailable';

/** The body of the answer, or the same shape with status 0 for what this side noticed itself. */
export type ApiProblem = Omit<Problem, 'code'> & {code: ProblemCode | ClientProblemCode};

const clientTitles: Record<ClientProblemCode, string> = {
  network_error: 'The service cannot be reached. Check the connection and try again.',
  timeout: 'The service did not answer in time. Try again.',
  answer_unreadable: 'The answer was not understood. Check the address of the API.',
  session_unavailable: 'The session could not be renewed. Sign in again on this page.',
};

/** The one error that calls of the client throw (besides the reason of an aborted signal). */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  /** What happened; `problem.code` is the key for texts. */
  readonly problem: ApiProblem;
  /** Milliseconds after which another try makes sense, when the server said so. */
  readonly retryAfterMs: number | undefined;

  constructor(problem: ApiProblem, options: {retryAfterMs?: number | undefined; cause?: unknown} = {}) {
    super(`${problem.code}: ${problem.title}`, {cause: options.cause});
    this.problem = problem;
    this.retryAfterMs = options.retryAfterMs;
  }

  get code(): ApiProblem['code'] {
    return this.problem.code;
  }

  /** The same call may succeed later without being changed. */
  get isRetryable(): boolean {
    return isRetryable(this.problem);
  }
}

/** Whether the same request may succeed when it is sent again. */
export function isRetryable({status, code}: Pick<ApiProblem, 'status' | 'code'>): boolean {
  if (status === 0) return code !== 'answer_unreadable';
  return status === 408 || status === 429 || status === 500 || (status >= 502 && status <= 504) || code === 'idempotency_in_progress';
}

/** A problem that this side noticed itself. */
export function clientProblem(code: ClientProblemCode, requestId = ''): ApiProblem {
  return {type: `urn:portico:problem:${code}`, title: clientTitles[code], status: 0, code, instance: requestId && `urn:uuid:${requestId}`, requestId};
}

/**
 * The problem in an answer of status 400 and above. Where a proxy answered in the API's place, the nearest code for the status.
 *
 * @param body - The parsed body, or anything else.
 */
export function problemOf(status: number, body: unknown, requestId: string): ApiProblem {
  if (typeof body === 'object' && body !== null && typeof (body as Problem).code === 'string' && typeof (body as Problem).title === 'string') {
    return {...(body as Problem), requestId: (body as Problem).requestId || requestId};
  }
  const code = codeByStatus[status] ?? (status >= 500 ? 'unavailable' : 'answer_unreadable');
  return {...clientProblem('answer_unreadable', requestId), type: `urn:portico:problem:${code}`, status, code};
}

const codeByStatus: Record<number, ProblemCode> = {401: 'session_invalid', 403: 'forbidden', 404: 'route_not_found', 413: 'body_too_large', 429: 'rate_limited', 500: 'internal_error'};
