import type {Clock} from './clock.ts';
import {ApiError} from './errors.ts';
import type {Random} from './random.ts';

/** How patient a client is. */
export interface Limits {
  /** Tries of one call, the first included. */
  tries: number;
  /** Milliseconds for one try, its answer's body included. */
  tryMs: number;
  /** Milliseconds for all tries of one call with the client's own pauses; pauses that the server asks for come on top. */
  totalMs: number;
}

export const defaultLimits: Limits = {tries: 4, tryMs: 10_000, totalMs: 30_000};

/** The longest pause that a server may ask for; beyond it the caller hears of it instead. */
export const longestPauseMs = 60_000;

/** Milliseconds before the try after `attempt` failed ones: anything from 0 to a ceiling that doubles from 300 ms to 10 s (full jitter). */
export function backoffMs(attempt: number, random: Random): number {
  return random() * Math.min(10_000, 300 * 2 ** (attempt - 1));
}

/** Milliseconds before the next attempt of a stream or an outbox: 1 s up to a ceiling that doubles from 2 s to 30 s, with full jitter. */
export function reconnectMs(failures: number, random: Random): number {
  return 1000 + random() * (Math.min(30_000, 1000 * 2 ** failures) - 1000);
}

/**
 * Reads a `Retry-After` header, which holds seconds or a date.
 *
 * @param now - Milliseconds since 1970, for a date.
 * @returns Milliseconds from now, or `undefined` when it says nothing that can be followed: garbage, negative, in the past.
 */
export function readRetryAfterMs(header: string | null, now: number): number | undefined {
  const value = header?.trim() ?? '';
  const ms = /^\d+$/.test(value) ? Number(value) * 1000 : /[a-z]/i.test(value) ? Date.parse(value) - now : Number.NaN;
  return ms > 0 ? ms : undefined;
}

/** Stops asking a server that is down: after 5 failures in a row one try in 15 s goes out, until one comes through. */
export interface Circuit {
  /** @throws ApiError, the last failure, when nothing may be sent now. */
  enter(): void;
  /** Notes how a try ended: with a failure when nothing came back or a 5xx, with nothing when the server is there. */
  note(failure?: ApiError): void;
}

export function createCircuit(clock: Clock): Circuit {
  let failures = 0;
  let probeAt = 0;
  let last: ApiError | undefined;
  return {
    enter() {
      const now = clock.now();
      if (failures < 5) return;
      if (now < probeAt && last) throw new ApiError(last.problem, last, probeAt - now);
      probeAt = now + 15_000;
    },
    note(failure) {
      failures = failure ? failures + 1 : 0;
      last = failure;
      if (failures === 5) probeAt = clock.now() + 15_000;
    },
  };
}
