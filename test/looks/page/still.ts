/** When every picture is taken: late in a quarter, a month and a week, so that all that was done lately is in them. */
export const stillMs = Date.parse('2026-11-21T12:00:00Z');

const Running = globalThis.Date;

/** The time of the page. Timers run on, so that what waits for one comes; what is written about the time stays the same. */
class Still extends Running {
  constructor(...values: readonly unknown[]) {
    super(...((values.length > 0 ? values : [stillMs]) as [number]));
  }

  static override now(): number {
    return stillMs;
  }
}

globalThis.Date = Still as DateConstructor;

let count = 0;
// Small numbers: what waits a random part of a while before it tries again waits for no time at all. Never the same twice: keys are made of them.
crypto.getRandomValues = <T extends ArrayBufferView | null>(array: T): T => {
  if (array instanceof Uint32Array || array instanceof Uint8Array) for (const at of array.keys()) array[at] = ++count;
  return array;
};
Math.random = () => 0.5;

// Scrollbars take room on some machines and lie over the content on others.
const {replaceSync} = CSSStyleSheet.prototype;
CSSStyleSheet.prototype.replaceSync = function (text) {
  replaceSync.call(this, text.replaceAll('scrollbar-gutter: stable', 'scrollbar-gutter: auto'));
};
