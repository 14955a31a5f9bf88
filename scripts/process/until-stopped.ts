/**
 * Waits for Ctrl-C, SIGTERM or SIGHUP, or for the end of the process that started this one, and then stops cleanly once.
 * A second request a moment later ends the process at once.
 *
 * @param stop - Ends everything that was started.
 */
export async function untilStopped(stop: () => Promise<void>): Promise<void> {
  await firstRequest();
  const asked = performance.now();
  for (const signal of signals) {
    process.on(signal, () => {
      // One Ctrl-C can arrive several times: from the terminal, and again from each process above this one.
      if (performance.now() - asked > 1000) process.exit(1);
    });
  }
  await stop();
}

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

function firstRequest(): Promise<void> {
  return new Promise(resolve => {
    for (const signal of signals) process.once(signal, () => resolve());
    // Whoever started this process with a channel wants it to end with them, even when they are killed.
    process.once('disconnect', () => resolve());
  });
}
