import {ApiError, newKey, systemRandom, toJson} from '@portico/client';
import type {CollateralEnquiry, EmbeddedCollateral, Problem} from '@portico/contract';

/** With what may be kept on the way for 30 seconds, a recall is seen within a minute. */
const refreshMs = 25_000;

/** Where a partner's embed is. */
export interface CollateralOptions {
  /** Where the API is, without `/v1`. */
  readonly apiUrl: string;
  /** Of the embed that the partner made. */
  readonly token: string;
  /** Instead of the platform's own, such as a pretend backend. */
  readonly fetch?: typeof globalThis.fetch | undefined;
  /** Called after every change. */
  readonly changed: () => void;
}

/** What a visitor asks about a piece of material. */
export type Enquiry = Pick<CollateralEnquiry, 'name' | 'email' | 'locale' | 'elapsedMs'> & Partial<Pick<CollateralEnquiry, 'assetId' | 'company' | 'phone' | 'message' | 'page'>>;

/** A vendor's material on a partner's public page, without a view and without a session. What the vendor changes or recalls follows within a minute. */
export class CollateralController {
  readonly #options: CollateralOptions;
  #shown: EmbeddedCollateral | undefined;
  #error: ApiError | undefined;
  #hasEnded = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #run: AbortController | undefined;

  constructor(options: CollateralOptions) {
    this.#options = options;
  }

  /** What is to be shown; nothing once the embed has ended. */
  get shown(): EmbeddedCollateral | undefined {
    return this.#shown;
  }

  /** `ended`: the partner took the embed back, or there never was one. */
  get status(): 'pending' | 'ready' | 'ended' | 'failed' {
    if (this.#hasEnded) return 'ended';
    return this.#shown ? 'ready' : this.#error ? 'failed' : 'pending';
  }

  /** Why it could not be read, or may be old. */
  get error(): ApiError | undefined {
    return this.#error;
  }

  /** Begins to follow the vendor. */
  start(): void {
    if (this.#run) return;
    this.#run = new AbortController();
    void this.refresh();
  }

  /** Asks for nothing more; what was read stays. */
  stop(): void {
    this.#run?.abort();
    this.#run = undefined;
    clearTimeout(this.#timer);
  }

  /** Reads what is to be shown, now. */
  async refresh(): Promise<void> {
    const run = this.#run;
    if (!run) return;
    clearTimeout(this.#timer);
    try {
      const answer = await this.#send('', {cache: 'no-cache', signal: run.signal});
      this.#shown = (await answer.json()) as EmbeddedCollateral;
      this.#error = undefined;
      this.#hasEnded = false;
    } catch (error) {
      if (run.signal.aborted) return;
      this.#error = toApiError(error);
      this.#hasEnded = [404, 410].includes(this.#error.problem.status);
      if (this.#hasEnded) this.#shown = undefined;
    }
    if (run.signal.aborted) return;
    this.#timer = setTimeout(() => void this.refresh(), refreshMs);
    this.#options.changed();
  }

  /**
   * Sends what a visitor asks, who has agreed that the partner answers.
   *
   * @param key - The same for each try to send the same words, so that they arrive once.
   * @throws ApiError whose `problem.errors` name the fields that are not right.
   */
  async ask(enquiry: Enquiry, key = newKey(systemRandom)): Promise<void> {
    try {
      const body = toJson({...enquiry, consent: true, consentTextVersion: 'collateral-1'});
      await this.#send('/enquiries', {method: 'POST', headers: {'content-type': 'application/json', 'idempotency-key': key}, body});
    } catch (error) {
      throw toApiError(error);
    }
  }

  async #send(path: string, init: RequestInit): Promise<Response> {
    const {apiUrl, token, fetch = globalThis.fetch} = this.#options;
    const answer = await fetch(`${apiUrl.replace(/\/+$/, '')}/v1/embed/collateral/${token}${path}`, {credentials: 'omit', ...init});
    if (answer.ok) return answer;
    throw new ApiError((await answer.json()) as Problem);
  }
}

function toApiError(cause: unknown): ApiError {
  if (cause instanceof ApiError) return cause;
  const code = cause instanceof SyntaxError ? 'answer_unreadable' : 'network_error';
  const title = code === 'network_error' ? 'The service cannot be reached.' : 'The answer was not understood.';
  return new ApiError({type: `urn:portico:problem:${code}`, title, status: 0, code, instance: '', requestId: ''}, cause);
}
