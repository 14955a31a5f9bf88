import ky, {isHTTPError, isTimeoutError} from 'ky';
import {wait, type Clock} from './clock.ts';
import {ApiError, clientProblem, problemOf} from './errors.ts';
import type {Random} from './random.ts';
import type {WireRequest} from './request.ts';
import {backoffMs, createCircuit, longestPauseMs, readRetryAfterMs, type Circuit, type Limits} from './retry.ts';
import type {Session} from './session.ts';

export interface ConnectionOptions {
  /** Without `/v1` and slash at the end. */
  apiUrl: string;
  session: Session;
  fetch: (request: Request) => Promise<Response>;
  clock: Clock;
  random: Random;
  limits: Limits;
  locale: string | undefined;
}

/** An answer on its way: its head, or all of it. */
export interface Answer extends Promise<Response> {
  /** The body. @throws Error when it takes longer than the head may. */
  text(): Promise<string>;
}

/** The way to one server under one session: tries, pauses, renewals. Knows no resource. */
export interface Connection extends Readonly<ConnectionOptions> {
  readonly circuit: Circuit;
  /**
   * Sends a request, again where that can help, and reads the answer.
   *
   * @returns The parsed body, or `undefined` for an empty one.
   * @throws ApiError, or the reason of the aborted signal.
   */
  send(request: WireRequest, signal?: AbortSignal): Promise<unknown>;
  /**
   * Sends a request once (twice where the session had to be renewed).
   *
   * @param timeoutMs - For the head of the answer, and again for its body when `read` takes that by `text()`.
   * @param read - Reads the answer.
   * @throws ApiError, or the reason of the aborted signal.
   */
  attempt<T>(request: WireRequest, timeoutMs: number, signal: AbortSignal | undefined, read: (answer: Answer) => Promise<T>): Promise<T>;
}

export function createConnection(options: ConnectionOptions): Connection {
  const {apiUrl, session, fetch, clock, random, limits, locale} = options;
  const circuit = createCircuit(clock);

  const exchange = async <T>({method, path, headers, body}: WireRequest, token: string, timeout: number, signal: AbortSignal | undefined, read: (answer: Answer) => Promise<T>): Promise<T> => {
    try {
      const answer = ky(`${apiUrl}/v1${path}`, {
        method,
        headers: {accept: 'application/json', ...(locale && {'accept-language': locale}), ...headers, authorization: `Bearer ${token}`},
        body: body ?? null,
        signal: signal ?? null,
        credentials: 'omit',
        cache: 'no-store',
        timeout,
        // Ky's own retries clamp a Retry-After instead of failing visibly and know no injected clock; the loop in send() follows the policy.
        retry: 0,
        fetch: input => fetch(input as Request),
      });
      return await read(answer);
    } catch (error) {
      if (signal?.aborted) throw signal.reason;
      if (error instanceof ApiError) throw error;
      if (!isHTTPError(error)) throw new ApiError(clientProblem(isTimeoutError(error) ? 'timeout' : 'network_error'), error);
      const {status, headers: answered} = error.response;
      throw new ApiError(problemOf(status, error.data, answered.get('x-request-id') ?? ''), error, readRetryAfterMs(answered.get('retry-after'), clock.now()));
    }
  };

  const attempt: Connection['attempt'] = async (request, timeoutMs, signal, read) => {
    const run = (token: string) => exchange(request, token, timeoutMs, signal, read);
    const token = await session.token();
    try {
      return await run(token);
    } catch (error) {
      if (!isRefusal(error)) throw error;
      try {
        const renewed = await session.renew(token);
        if (renewed === token) throw error;
        return await run(renewed);
      } catch (again) {
        if (isRefusal(again) || (again instanceof ApiError && again.code === 'session_unavailable')) session.expire();
        throw again;
      }
    }
  };

  const send: Connection['send'] = async (request, signal) => {
    let deadline = clock.now() + limits.totalMs;
    for (let tried = 1; ; tried++) {
      circuit.enter();
      try {
        // A second at least: after a pause that a sleeping machine made longer, the try must still be worth it.
        const body = await attempt(request, Math.min(limits.tryMs, Math.max(1000, deadline - clock.now())), signal, readJson);
        circuit.note();
        return body;
      } catch (error) {
        if (!(error instanceof ApiError)) throw error;
        const {retryAfterMs: asked, code, problem} = error;
        if (code === 'session_unavailable') throw error;
        circuit.note(problem.status === 0 || problem.status >= 500 ? error : undefined);
        const pause = asked ?? backoffMs(tried, random);
        // A pause that the server asks for does not use up the patience for its failures.
        deadline += asked ?? 0;
        if (!error.isRetryable || tried >= limits.tries || pause > longestPauseMs || clock.now() + pause >= deadline) throw error;
        await wait(clock, pause, signal);
      }
    }
  };

  return {...options, circuit, attempt, send};
}

async function readJson(answer: Answer): Promise<unknown> {
  const text = await answer.text();
  try {
    return text ? JSON.parse(text) : undefined;
  } catch (cause) {
    throw new ApiError(clientProblem('answer_unreadable', (await answer).headers.get('x-request-id') ?? ''), cause);
  }
}

function isRefusal(error: unknown): boolean {
  return error instanceof ApiError && error.problem.status === 401;
}
