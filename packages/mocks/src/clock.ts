/** Time, injected so that a test can jump; the client takes the same shape. */
export interface Clock {
  /** Now, in milliseconds since 1970 UTC. */
  now(): number;
  /**
   * Runs something later.
   *
   * @returns Cancels it.
   */
  after(ms: number, run: () => void): () => void;
}

/** The time of this machine. */
export const systemClock: Clock = {
  now: () => Date.now(),
  after(ms, run) {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  },
};
