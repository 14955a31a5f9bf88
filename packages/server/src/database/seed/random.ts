/** Random choices that are the same for the same seed. Not for keys. */
export interface Random {
  /** From 0 up to, but not including, 1. */
  next(): number;
  /** A whole number, both ends included. */
  between(low: number, high: number): number;
  /** One of these. */
  pick<T>(items: readonly T[]): T;
  /** True this often, 0 to 1. */
  chance(share: number): boolean;
  /** `length` bytes. */
  bytes(length: number): Uint8Array<ArrayBuffer>;
}

/** A generator of 32 bits of state (mulberry32): short, and good enough for a made-up programme. */
export function seeded(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const between = (low: number, high: number): number => low + Math.floor(next() * (high - low + 1));
  return {
    next,
    between,
    pick: items => {
      const item = items[between(0, items.length - 1)];
      if (item === undefined) throw new RangeError('There is nothing to pick from.');
      return item;
    },
    chance: share => next() < share,
    bytes: length => Uint8Array.from({length}, () => between(0, 255)),
  };
}
