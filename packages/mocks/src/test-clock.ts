import type {Clock} from './clock.ts';

interface Timer {
  at: number;
  run: () => void;
}

/** Time that stands still until a test moves it: for `createMockBackend({clock})` and `createClient({clock})`, so that deadlines run out when the test says. */
export class TestClock implements Clock {
  #now: number;
  #timers: Timer[] = [];

  /** @param start - An instant, such as `2026-11-21T09:00:00Z`. */
  constructor(start = '2026-11-21T09:00:00.000Z') {
    this.#now = Date.parse(start);
  }

  now(): number {
    return this.#now;
  }

  after(ms: number, run: () => void): () => void {
    const timer = {at: this.#now + ms, run};
    this.#timers.push(timer);
    return () => {
      this.#timers = this.#timers.filter(each => each !== timer);
    };
  }

  /** Milliseconds until each timer that is set, soonest first. */
  get pending(): number[] {
    return this.#timers.map(({at}) => at - this.#now).sort((a, b) => a - b);
  }

  /** Moves time on and runs what falls due, in order. */
  advance(ms: number): void {
    const end = this.#now + ms;
    for (;;) {
      const [next] = this.#timers.filter(({at}) => at <= end).sort((a, b) => a.at - b.at);
      if (!next) break;
      this.#now = next.at;
      this.#timers = this.#timers.filter(each => each !== next);
      next.run();
    }
    this.#now = end;
  }
}
