/** Notes every timer that is set from now on until it has run or is cleared; those of the test runner apart, which has taken its functions before. */
export function countTimers(): Set<unknown> {
  const pending = new Set<unknown>();
  for (const [set, clear] of [['setTimeout', 'clearTimeout'], ['setInterval', 'clearInterval']] as const) {
    const begin = globalThis[set] as (run: () => void, ms?: number) => unknown;
    const end = globalThis[clear] as (timer: unknown) => void;
    const counted = (run: () => void, ms?: number) => {
      const timer = begin(() => {
        if (set === 'setTimeout') pending.delete(timer);
        run();
      }, ms);
      pending.add(timer);
      return timer;
    };
    const cleared = (timer: unknown) => {
      pending.delete(timer);
      end(timer);
    };
    Object.assign(globalThis, {[set]: counted, [clear]: cleared});
  }
  return pending;
}
