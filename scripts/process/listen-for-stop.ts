const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Listens for Ctrl-C, SIGTERM, SIGHUP and the end of the process that started this one; call it before there is anything to stop.
 *
 * @returns Waits for the first request, then stops cleanly once. A second request a moment later ends the process at once, and so does one that comes before
 * anybody waits.
 */
export function listenForStop(): (stop: () => Promise<void>) => Promise<void> {
  let stopping: (() => void) | undefined;
  let askedAt: number | undefined;
  const ask = () => {
    if (!stopping) process.exit(130);
    // One Ctrl-C can arrive several times: from the terminal, and again from each process above this one.
    if (askedAt !== undefined && performance.now() - askedAt > 1000) process.exit(1);
    askedAt ??= performance.now();
    stopping();
  };
  for (const signal of signals) process.on(signal, ask);
  // Whoever started this process with a channel wants it to end with them, even when they are killed.
  process.on('disconnect', ask);
  return async stop => {
    await new Promise<void>(resolve => (stopping = resolve));
    await stop();
  };
}
