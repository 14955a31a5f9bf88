import type {Clock} from './clock.ts';

const hiddenPauseMs = 5 * 60_000;

export interface PageLife {
  /** Nobody looks, or the page is put away: let go of streams and locks. */
  onPause(): void;
  onResume(): void;
  /** A good moment to try again: the network is back. */
  onOnline(): void;
}

/**
 * Follows whether anybody can see the page: away at once when it is left or frozen, after 5 minutes when it is hidden. Does nothing where there is no
 * page (Node, workers).
 *
 * @returns Stops it.
 */
export function watchPage(clock: Clock, life: PageLife): () => void {
  if (typeof document === 'undefined') return () => {};
  const stop = new AbortController();
  let cancel = () => {};
  let paused = false;
  const pause = () => {
    cancel();
    if (paused) return;
    paused = true;
    life.onPause();
  };
  const resume = () => {
    cancel();
    if (!paused) return;
    paused = false;
    life.onResume();
  };
  const onVisibility = () => {
    if (document.visibilityState === 'visible') return resume();
    cancel();
    cancel = clock.after(hiddenPauseMs, pause);
  };
  const {signal} = stop;
  addEventListener('pagehide', pause, {signal});
  addEventListener('pageshow', resume, {signal});
  addEventListener('online', () => life.onOnline(), {signal});
  document.addEventListener('freeze', pause, {signal});
  document.addEventListener('resume', resume, {signal});
  document.addEventListener('visibilitychange', onVisibility, {signal});
  if (document.visibilityState === 'hidden') onVisibility();
  return () => {
    cancel();
    stop.abort();
  };
}
