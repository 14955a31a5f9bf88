import type {Clock} from './clock.ts';
import {ApiError, clientProblem} from './errors.ts';
import type {Random} from './random.ts';

/** What the page's backend passes on from `POST /v1/embed-sessions`. */
export interface SessionToken {
  token: string;
  /** Seconds from now that the token lives; 600 when left out. */
  expiresInS?: number | undefined;
  /** Seals drafts that are kept on the device; without it they are kept in memory only. */
  draftSecret?: string | undefined;
}

/** Asks the page's own backend for a session. Nothing or an empty token means: signed out. */
export type FetchSession = () => Promise<SessionToken | string | null | undefined>;

/** `none` before the first call and after `logout()`; `expired` when the page has no more session to give. */
export type SessionState = 'none' | 'active' | 'expired';

/** The session of one page, in memory only. Any number of callers share one renewal. */
export interface Session {
  readonly state: SessionState;
  /** The present token, or nothing. */
  readonly current: string;
  /** What seals drafts of this person, when the page passed it on. */
  readonly draftSecret: string | undefined;
  /**
   * A token to send. Past three quarters of its life (give or take a tenth, so that pages do not renew in step) a new one is fetched on the side.
   *
   * @throws ApiError `session_unavailable` when there is none to be had.
   */
  token(): Promise<string>;
  /**
   * A newer token than the one that was refused.
   *
   * @throws ApiError `session_unavailable` when there is none to be had.
   */
  renew(refused: string): Promise<string>;
  /** Says that a fresh token was refused too: only the page can help now. */
  expire(): void;
  /** Forgets the token; what is kept for this person (drafts, outbox) is dropped by those who keep it. */
  logout(): void;
  /**
   * Hears of every change of `state`, and of `active` again with each new token.
   *
   * @returns Stops it.
   */
  subscribe(listener: (state: SessionState) => void): () => void;
}

export function createSession(fetchSession: FetchSession, clock: Clock, random: Random): Session {
  const listeners = new Set<(state: SessionState) => void>();
  let state: SessionState = 'none';
  let current = '';
  let draftSecret: string | undefined;
  let renewAt = 0;
  let expiresAt = 0;
  let renewal: Promise<string> | undefined;
  let era = 0;

  const enter = (next: SessionState, token = '') => {
    current = token;
    // Whoever asks from now on does not get the answer to an earlier question.
    renewal = undefined;
    era++;
    const isNews = token || next !== state;
    state = next;
    if (isNews) for (const listener of listeners) listener(next);
  };

  const fetchToken = async (): Promise<string> => {
    const askedAt = clock.now();
    const asked = era;
    try {
      const answer = (await fetchSession()) || '';
      const given: SessionToken = typeof answer === 'string' ? {token: answer} : answer;
      const {token, expiresInS = 600} = given;
      if (!token || asked !== era) throw new Error('fetchSession gave no session, or too late.');
      draftSecret = given.draftSecret;
      expiresAt = askedAt + expiresInS * 1000;
      renewAt = askedAt + expiresInS * (650 + random() * 200);
      enter('active', token);
      return token;
    } catch (cause) {
      // A token that still holds is not given up because its successor is late.
      if (asked === era) {
        renewal = undefined;
        if (clock.now() >= expiresAt) enter('expired');
      }
      throw new ApiError(clientProblem('session_unavailable'), cause);
    }
  };
  const renew = (refused: string): Promise<string> => (current && current !== refused ? Promise.resolve(current) : (renewal ??= fetchToken()));

  return {
    get state() {
      return state;
    },
    get current() {
      return current;
    },
    get draftSecret() {
      return draftSecret;
    },
    async token() {
      const now = clock.now();
      if (!current || now >= expiresAt) return renew(current);
      // What a renewal on the side throws is thrown again to whoever needs the token once it is over.
      if (now >= renewAt) renew(current).catch(() => {});
      return current;
    },
    renew,
    expire: () => enter('expired'),
    logout: () => {
      draftSecret = undefined;
      enter('none');
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
