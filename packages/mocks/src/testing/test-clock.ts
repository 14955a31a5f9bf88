import type {Clock} from '../clock.ts';

interface Timer {
  at: number;
  run: () => void;
}

/** Time that stands still until a test moves it. */
export class TestClock implements Clock {
  #now = Date.parse('2026-11-21T09:00:00.000Z');
  #timers: Timer[] = [];

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

/** Waits in real time until something holds, because sockets do not follow the test's clock. */
export async function until(holds: () => boolean, what = 'it'): Promise<void> {
  const end = performance.now() + 5000;
  while (!holds()) {
    if (performance.now() > end) throw new Error(`Waited 5 s for ${what}.`);
    await new Promise(resolve => setTimeout(resolve, 2));
  }
}
