/**
 * Runs something when the page has nothing better to do, within 2 seconds.
 *
 * @returns Cancels it.
 */
export function whenIdle(run: () => void): () => void {
  // Safari has no idle callbacks.
  if (typeof requestIdleCallback === 'undefined') {
    const timer = setTimeout(run, 200);
    return () => clearTimeout(timer);
  }
  const handle = requestIdleCallback(run, {timeout: 2000});
  return () => cancelIdleCallback(handle);
}
