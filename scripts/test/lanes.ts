/** Room for work that runs at the same time, given in the order in which it was asked for. */
export class Lanes {
  #free: number;
  readonly #waiting: (() => void)[] = [];

  /** @param count - How many lanes there are. */
  constructor(count: number) {
    this.#free = count;
  }

  /** Waits for a lane, works, and gives it back. */
  async use<T>(work: () => Promise<T>): Promise<T> {
    if (this.#free > 0) this.#free -= 1;
    else await new Promise<void>(enter => this.#waiting.push(enter));
    try {
      return await work();
    } finally {
      const next = this.#waiting.shift();
      if (next) next();
      else this.#free += 1;
    }
  }
}
