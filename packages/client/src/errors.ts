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

const clientTitles: Partial<Record<ApiProblem['code'], string>> = {
  network_error: 'The service cannot be reached.',
  timeout: 'The service did not answer in time.',
  session_unavailable: 'The session could not be renewed.',
};

/** The one error that calls of the client throw (besides the reason of an aborted signal). */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  /** What happened; `problem.code` is the key for texts. */
  readonly problem: ApiProblem;
  /** Milliseconds after which another try makes sense, when the server said so. */
  readonly retryAfterMs: number | undefined;

  constructor(problem: ApiProblem, cause?: unknown, retryAfterMs?: number) {
    super(`${problem.code}: ${problem.title}`, {cause});
    this.problem = problem;
    this.retryAfterMs = retryAfterMs;
  }

  get code(): ApiProblem['code'] {
    return this.problem.code;
  }

  /** The same call may succeed later without being changed. */
  get isRetryable(): boolean {
    const {status, code} = this.problem;
    return status === 0 ? code !== 'answer_unreadable' : [408, 429, 500, 502, 503, 504].includes(status) || code === 'idempotency_in_progress';
  }
}

/**
 * A problem that this side noticed itself, or made for an answer that is none of the API's.
 *
 * @param status - Of the answer; 0 when there was none.
 */
export function clientProblem(code: ApiProblem['code'], requestId = '', status = 0): ApiProblem {
  return {type: `urn:portico:problem:${code}`, title: clientTitles[code] ?? 'The answer was not understood.', status, code, instance: `urn:uuid:${requestId}`, requestId};
}

/**
 * The problem in an answer of status 400 and above. Where a proxy answered in the API's place, the nearest code for the status.
 *
 * @param body - The parsed body, or anything else.
 */
export function problemOf(status: number, body: unknown, requestId: string): ApiProblem {
  const problem = body as Partial<Problem> | null | undefined;
  if (problem?.code && problem.title) return problem as Problem;
  return clientProblem(status === 401 ? 'session_invalid' : status === 429 ? 'rate_limited' : status >= 500 ? 'unavailable' : 'answer_unreadable', requestId, status);
}
