/** The sender said nothing for too long. */
export class IdleError extends Error {
  constructor() {
    super('Nothing came for too long.');
    this.name = 'IdleError';
  }
}

/**
 * The same bytes, given up when none come for a while: a sender that stops must hold nothing.
 *
 * @returns Fails with IdleError then.
 */
export function withIdleLimit(bytes: ReadableStream<Uint8Array>, idleMs: number): ReadableStream<Uint8Array> {
  const reader = bytes.getReader();
  return new ReadableStream<Uint8Array>({
    pull: async controller => {
      const idle = Promise.withResolvers<'idle'>();
      const timer = setTimeout(() => idle.resolve('idle'), idleMs);
      try {
        const next = await Promise.race([reader.read(), idle.promise]);
        if (next === 'idle') {
          controller.error(new IdleError());
          void reader.cancel(new IdleError()).catch(() => {});
        } else if (next.done) controller.close();
        else controller.enqueue(next.value);
      } finally {
        clearTimeout(timer);
      }
    },
    cancel: reason => reader.cancel(reason),
  });
}
