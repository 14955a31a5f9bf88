import type {Logger} from 'pino';

/** Everything from outside that logic may use, injected so that a test can set the clock and a seed repeats a run. */
export interface Context {
  /** Now, in milliseconds since 1970 UTC. */
  readonly now: () => number;
  /** `length` random bytes, fit for keys. */
  readonly randomBytes: (length: number) => Uint8Array<ArrayBuffer>;
  readonly fetch: typeof globalThis.fetch;
  readonly log: Logger;
}

/** A UUID of version 7: its order is the order of `now`, so that keys arrive in index order. */
export function newId(context: Pick<Context, 'now' | 'randomBytes'>): string {
  const bytes = context.randomBytes(16);
  let millis = context.now();
  for (let index = 5; index >= 0; index--) {
    bytes[index] = millis % 256;
    millis = Math.floor(millis / 256);
  }
  bytes[6] = (bytes[6]! & 0x0f) | 0x70;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = Buffer.from(bytes).toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
