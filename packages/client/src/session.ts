import type {Clock} from './clock.ts';
import {ApiError, clientProblem} from './errors.ts';
import type {Random} from './random.ts';

/** What the page's backend passes on from `POST /v1/embed-sessions`. */
export interface SessionToken {
  token: string;
  /** Seconds from now that the token lives; 600 when left out. */
  expiresInS?: number | undefined;
}

/** Asks the page's own backend for a session. Nothing or an empty token means: signed out. */
export type FetchSession = () => Promise<SessionToken | string | null | undefined>;

/** `none` before the first call and after `logout()`; `expired` when the page has no more session to give. */
export type SessionState = 'none' | 'active' | 'expired';

/** Who the token speaks for. */
export interface Identity {
  tenantId: string;
  personId: string;
  partnerOrgId: string | null;
}

/** The session of one page, in memory only. Any number of callers share one renewal. */
export class Session {
  readonly #fetchSession: FetchSession;
  readonly #clock: Clock;
  readonly #random: Random;
  readonly #listeners = new Set<(state: SessionState) => void>();
  #state: SessionState = 'none';
  #token = '';
  #renewAt = 0;
  #expiresAt = 0;
  #renewal: Promise<string> | undefined;
  /** Counts logouts, so that an answer that comes after one is dropped. */
  #era = 0;

  constructor(fetchSession: FetchSession, clock: Clock, random: Random) {
    this.#fetchSession = fetchSession;
    this.#clock = clock;
    this.#random = random;
  }

  get state(): SessionState {
    return this.#state;
  }

  /**
   * A token to send. Past three quarters of its life (give or take a tenth, so that pages do not renew in step) a new one is fetched on the side.
   *
   * @throws ApiError `session_unavailable` when there is none to be had.
   */
  async token(): Promise<string> {
    const now = this.#clock.now();
    if (!this.#token || now >= this.#expiresAt) return this.renew(this.#token);
    // What a renewal on the side throws is thrown again to whoever needs the token once it is over.
    if (now >= this.#renewAt) this.renew(this.#token).catch(() => {});
    return this.#token;
  }

  /**
   * A newer token than the one that was refused.
   *
   * @throws ApiError `session_unavailable` when there is none to be had.
   */
  renew(refused: string): Promise<string> {
    if (this.#token && this.#token !== refused) return Promise.resolve(this.#token);
    const renewal = (this.#renewal ??= this.#renew(this.#era).finally(() => {
      if (this.#renewal === renewal) this.#renewal = undefined;
    }));
    return renewal;
  }

  /** Says that a fresh token was refused too: only the page can help now. */
  expire(): void {
    this.#forget('expired');
  }

  /** Forgets the token, here and in what listens: drafts and outbox drop what they keep for this person. */
  logout(): void {
    this.#forget('none');
  }

  /**
   * Hears of every change of `state`.
   *
   * @returns Stops it.
   */
  subscribe(listener: (state: SessionState) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Who the token speaks for, or `null` when there is no token or it does not say. Unverified: for keys of local storage only. */
  get identity(): Identity | null {
    return identityOf(this.#token);
  }

  async #renew(era: number): Promise<string> {
    const askedAt = this.#clock.now();
    try {
      const answer = await this.#fetchSession();
      if (era !== this.#era) throw new Error('The session was ended meanwhile.');
      const {token, expiresInS = 600} = typeof answer === 'string' ? {token: answer} : (answer ?? {token: ''});
      if (!token) throw new Error('fetchSession gave no token.');
      if (this.#token && keyOf(token) !== keyOf(this.#token)) this.#enter('none');
      this.#token = token;
      this.#expiresAt = askedAt + expiresInS * 1000;
      this.#renewAt = askedAt + expiresInS * 1000 * (0.65 + this.#random() * 0.2);
      this.#enter('active');
      return token;
    } catch (cause) {
      // A token that still holds is not given up because its successor is late.
      if (era === this.#era && this.#clock.now() >= this.#expiresAt) this.#enter('expired');
      throw new ApiError(clientProblem('session_unavailable'), {cause});
    }
  }

  #forget(state: SessionState): void {
    this.#era++;
    this.#token = '';
    this.#expiresAt = 0;
    this.#renewal = undefined;
    this.#enter(state);
  }

  #enter(state: SessionState): void {
    if (state === this.#state) return;
    this.#state = state;
    for (const listener of this.#listeners) listener(state);
  }
}

/** Another key means another person, who must not see what was kept for the first. */
function keyOf(token: string): string {
  const who = identityOf(token);
  return who ? `${who.tenantId} ${who.personId} ${who.partnerOrgId}` : '';
}

function identityOf(token: string): Identity | null {
  try {
    const payload = (token.split('.')[1] ?? '').replaceAll('-', '+').replaceAll('_', '/');
    const {tid, sub, pid} = JSON.parse(atob(payload)) as {tid?: unknown; sub?: unknown; pid?: unknown};
    return typeof tid === 'string' && typeof sub === 'string' ? {tenantId: tid, personId: sub, partnerOrgId: typeof pid === 'string' ? pid : null} : null;
  } catch {
    return null;
  }
}
