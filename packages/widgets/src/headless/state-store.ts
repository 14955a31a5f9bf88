/** What a view follows: a state that is replaced, never changed. Its functions can be handed on as they are. */
export interface StateStore<State> {
  /**
   * Hears of every change, and at once how things stand.
   *
   * @returns Stops it. With the last listener reading stops too.
   */
  subscribe(listener: (state: State) => void): () => void;
  /** How things stand: the same object until something has changed, a new one from then on. Parts that did not change stay the same in it. */
  getSnapshot(): State;
  /**
   * Resolves with the state as soon as it is like that. For scripts and tests: reading goes on afterwards, until `dispose()`.
   *
   * @throws Error when it is disposed of before.
   */
  until(holds: (state: State) => boolean): Promise<State>;
  /** Ends it for good: no timer, request or listener is left. */
  dispose(): void;
}

/** What is behind a store. */
interface Source<State> {
  /** Takes the state from it; called once for each change. */
  readonly read: () => State;
  /** The first listener has come. */
  readonly connect: () => void;
  /** The last listener has gone. */
  readonly disconnect: () => void;
}

/**
 * Keeps the state of something that lives while somebody looks.
 *
 * @returns The store, and what says that something has changed.
 */
export function keepState<State>({read, connect, disconnect}: Source<State>): {store: StateStore<State>; changed: () => void} {
  const listeners = new Set<(state: State) => void>();
  const waiting = new Set<() => void>();
  let isDisposed = false;
  let snapshot = read();

  const add = (listener: (state: State) => void) => {
    listeners.add(listener);
    connect();
    listener(snapshot);
  };

  const subscribe = (listener: (state: State) => void) => {
    if (isDisposed) return () => {};
    // A function of its own for each: one may subscribe twice and stop once.
    const own = (state: State) => listener(state);
    add(own);
    return () => {
      listeners.delete(own);
      // Frameworks stop and begin again within one turn: nothing is to be read again for that.
      queueMicrotask(() => {
        if (listeners.size === 0) disconnect();
      });
    };
  };

  const until = (holds: (state: State) => boolean) =>
    new Promise<State>((resolve, reject) => {
      const giveUp = () => reject(new Error('It was disposed of.'));
      if (isDisposed) return giveUp();
      waiting.add(giveUp);
      const look = (state: State) => {
        if (!holds(state)) return;
        listeners.delete(look);
        waiting.delete(giveUp);
        resolve(state);
      };
      add(look);
    });

  const dispose = () => {
    isDisposed = true;
    listeners.clear();
    disconnect();
    for (const giveUp of waiting) giveUp();
    waiting.clear();
  };

  const changed = () => {
    snapshot = read();
    for (const listener of listeners) listener(snapshot);
  };
  return {store: {subscribe, getSnapshot: () => snapshot, until, dispose}, changed};
}
