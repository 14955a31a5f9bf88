import ky, {isHTTPError, isTimeoutError} from 'ky';
import {wait, type Clock} from './clock.ts';
import {ApiError, clientProblem, isRetryable, problemOf} from './errors.ts';
import type {Random} from './random.ts';
import type {WireRequest} from './request.ts';
import {backoffMs, Circuit, longestPauseMs, readRetryAfterMs, type Limits} from './retry.ts';
import type {Session} from './session.ts';

export interface ConnectionOptions {
  /** Without `/v1` and slash at the end. */
  apiUrl: string;
  session: Session;
  fetch: (request: Request) => Promise<Response>;
  clock: Clock;
  random: Random;
  limits: Limits;
  locale?: string | undefined;
}

/** The way to one server under one session: tries, pauses, renewals. Knows no resource. */
export class Connection {
  readonly apiUrl: string;
  readonly session: Session;
  readonly clock: Clock;
  readonly random: Random;
  /** Closed by every answer; the change feed closes it too when its stream opens. */
  readonly circuit: Circuit;
  readonly #options: ConnectionOptions;

  constructor(options: ConnectionOptions) {
    this.#options = options;
    this.apiUrl = options.apiUrl;
    this.session = options.session;
    this.clock = options.clock;
    this.random = options.random;
    this.circuit = new Circuit(options.clock);
  }

  /**
   * Sends a request, again where that can help, and reads the answer.
   *
   * @returns The parsed body, or `undefined` for an empty one.
   * @throws ApiError, or the reason of the aborted signal.
   */
  async send(request: WireRequest, signal?: AbortSignal): Promise<unknown> {
    const {clock, random} = this;
    const {tries, totalMs} = this.#options.limits;
    let deadline = clock.now() + totalMs;
    for (let attempt = 1; ; attempt++) {
      const open = this.circuit.enter();
      if (open) throw new ApiError(open.error.problem, {retryAfterMs: open.retryAfterMs, cause: open.error});
      try {
        return await this.#withSession(token => this.#try(request, token, deadline - clock.now(), signal));
      } catch (error) {
        if (!(error instanceof ApiError) || error.code === 'session_unavailable' || !error.isRetryable || attempt >= tries) throw error;
        const asked = error.retryAfterMs;
        if (asked !== undefined && asked > longestPauseMs) throw error;
        const pause = asked ?? backoffMs(attempt, random);
        if (asked !== undefined) deadline += asked;
        if (clock.now() + pause >= deadline) throw error;
        await wait(clock, pause, signal);
      }
    }
  }

  /**
   * Opens a stream: one try, with a time limit for the head of the answer only.
   *
   * @throws ApiError, or the reason of the aborted signal.
   */
  async open(path: string, headers: Record<string, string>, signal: AbortSignal): Promise<Response> {
    return this.#withSession(async token => {
      try {
        const response = await this.#fetch({method: 'GET', path, headers}, token, this.#options.limits.tryMs, signal);
        this.circuit.close();
        return response;
      } catch (error) {
        throw this.#toApiError(error, signal);
      }
    });
  }

  /** Runs with a token and, when that is refused, once more with a new one. */
  async #withSession<T>(run: (token: string) => Promise<T>): Promise<T> {
    const {session} = this;
    const token = await session.token();
    try {
      return await run(token);
    } catch (error) {
      if (!isRefusal(error)) throw error;
      const renewed = await session.renew(token).catch((failure: unknown) => {
        session.expire();
        throw failure;
      });
      if (renewed === token) throw error;
      return await run(renewed).catch((failure: unknown) => {
        if (isRefusal(failure)) session.expire();
        throw failure;
      });
    }
  }

  async #try(request: WireRequest, token: string, leftMs: number, signal?: AbortSignal): Promise<unknown> {
    const timeout = Math.max(1, Math.min(this.#options.limits.tryMs, leftMs));
    let text: string;
    let requestId = '';
    try {
      const answer = this.#fetch(request, token, timeout, signal);
      requestId = (await answer).headers.get('x-request-id') ?? '';
      text = await answer.text();
      this.circuit.close();
    } catch (error) {
      const failure = this.#toApiError(error, signal);
      if (failure instanceof ApiError && (failure.problem.status === 0 || failure.problem.status >= 500)) this.circuit.fail(failure);
      else this.circuit.close();
      throw failure;
    }
    if (!text) return undefined;
    try {
      return JSON.parse(text) as unknown;
    } catch (cause) {
      throw new ApiError(clientProblem('answer_unreadable', requestId), {cause});
    }
  }

  #fetch({method, path, headers, body}: WireRequest, token: string, timeout: number, signal?: AbortSignal) {
    const {apiUrl, fetch, locale} = this.#options;
    return ky(`${apiUrl}/v1${path}`, {
      method,
      headers: {accept: 'application/json', ...(locale && {'accept-language': locale}), ...headers, authorization: `Bearer ${token}`},
      ...(body === undefined ? {} : {body}),
      ...(signal && {signal}),
      credentials: 'omit',
      cache: 'no-store',
      timeout,
      // Ky's own retries clamp a Retry-After instead of failing visibly and know no injected clock; the loop in send() follows the policy.
      retry: 0,
      fetch: input => fetch(input as Request),
    });
  }

  #toApiError(error: unknown, signal?: AbortSignal): unknown {
    if (signal?.aborted) return signal.reason;
    if (isHTTPError(error)) {
      const {status, headers} = error.response;
      const problem = problemOf(status, parsed(error.data), headers.get('x-request-id') ?? '');
      const retryAfterMs = isRetryable(problem) ? readRetryAfterMs(headers.get('retry-after'), this.clock.now()) : undefined;
      return new ApiError(problem, {retryAfterMs, cause: error});
    }
    return new ApiError(clientProblem(isTimeoutError(error) ? 'timeout' : 'network_error'), {cause: error});
  }
}

function isRefusal(error: unknown): boolean {
  return error instanceof ApiError && error.problem.status === 401;
}

/** Ky parses bodies by their content type; a proxy may have changed it. */
function parsed(data: unknown): unknown {
  try {
    return typeof data === 'string' ? (JSON.parse(data) as unknown) : data;
  } catch {
    return undefined;
  }
}
