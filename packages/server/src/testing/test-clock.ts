/** A clock that stands still until a test moves it. */
export interface TestClock {
  readonly now: () => number;
  /** @param instant - Milliseconds since 1970, or ISO text. */
  set(instant: number | string): void;
  /** Moves on by some of these. */
  advance(by: {readonly days?: number; readonly hours?: number; readonly minutes?: number; readonly seconds?: number; readonly ms?: number}): void;
}

/** A clock that starts at ten on a Saturday in November. */
export function testClock(start: number | string = '2026-11-21T10:00:00.000Z'): TestClock {
  let now = new Date(start).getTime();
  return {
    now: () => now,
    set: instant => {
      now = new Date(instant).getTime();
    },
    advance: ({days = 0, hours = 0, minutes = 0, seconds = 0, ms = 0}) => {
      now += (((days * 24 + hours) * 60 + minutes) * 60 + seconds) * 1000 + ms;
    },
  };
}
