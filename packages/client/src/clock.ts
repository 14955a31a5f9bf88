/** Time, injected so that a test can jump. */
export interface Clock {
  /** Now, in milliseconds since 1970 UTC. */
  now(): number;
  /**
   * Runs something later.
   *
   * @param ms - Milliseconds from now.
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

/**
 * Waits.
 *
 * @throws The signal's reason when it is aborted meanwhile.
 */
export function wait(clock: Clock, ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(signal.reason);
    const cancel = clock.after(ms, () => {
      signal?.removeEventListener('abort', abort);
      resolve();
    });
    const abort = () => {
      cancel();
      reject(signal?.reason);
    };
    signal?.addEventListener('abort', abort, {once: true});
  });
}
