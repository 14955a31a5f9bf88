/** Everything from outside that logic may use, injected so that a test can set the clock and a seed repeats a run. */
export interface Context {
  /** Now, in milliseconds since 1970 UTC. */
  readonly now: () => number;
  /** `length` random bytes, fit for keys. */
  readonly randomBytes: (length: number) => Uint8Array<ArrayBuffer>;
  readonly fetch: typeof globalThis.fetch;
  readonly log: Log;
}

/** Where lines of the log go: a pino logger fits. Never tokens, bodies or personal data. */
export interface Log {
  debug(details: object, message: string): void;
  info(details: object, message: string): void;
  warn(details: object, message: string): void;
  error(details: object, message: string): void;
}

/** The context of production: the machine's clock, the runtime's randomness. Works in Node and in a browser. */
export function systemContext(log: Log): Context {
  return {
    now: () => Date.now(),
    randomBytes: length => crypto.getRandomValues(new Uint8Array(length)),
    fetch: (input, init) => globalThis.fetch(input, init),
    log,
  };
}

/** A UUID of version 7: its order is the order of `now`, so that keys arrive in index order. */
export function newId(context: Pick<Context, 'now' | 'randomBytes'>): string {
  const millis = context.now().toString(16).padStart(12, '0');
  const random = context.randomBytes(10);
  // Version 7 in the first half-byte after the time, variant 10 in the top bits after that.
  random[0] = ((random[0] ?? 0) & 0x0f) | 0x70;
  random[2] = ((random[2] ?? 0) & 0x3f) | 0x80;
  const tail = toHex(random);
  return `${millis.slice(0, 8)}-${millis.slice(8)}-${tail.slice(0, 4)}-${tail.slice(4, 8)}-${tail.slice(8)}`;
}

/** Lower-case hexadecimal. */
export function toHex(bytes: Uint8Array): string {
  let hex = '';
  for (const byte of bytes) hex += byte.toString(16).padStart(2, '0');
  return hex;
}

/** The instant of the context's clock as it goes to the wire and to SQL: `2026-11-21T10:00:00.000Z`. */
export function nowText(context: Pick<Context, 'now'>): string {
  return new Date(context.now()).toISOString();
}
