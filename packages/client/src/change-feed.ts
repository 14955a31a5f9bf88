import type {ChangeEvent, ChangeResource} from '@portico/contract';
import type {Client} from './client.ts';
import {wait} from './clock.ts';
import {identityKey} from './identity.ts';
import type {FeedState, FeedTabs} from './feed-tabs.ts';
import {watchPage} from './page-life.ts';
import type {StreamSink} from './stream-loop.ts';

/** Hears a change, or `null` when some may have been missed: then read again. */
export type ChangeListener = (change: ChangeEvent | null) => void;

/** What changes on the server, as it happens: one stream for a page, and one for all pages of a browser under the same session. */
export interface ChangeFeed {
  readonly state: FeedState;
  /**
   * Hears of changes of some resources. The feed connects with the first subscription.
   *
   * @returns Stops it.
   */
  subscribe(resources: ChangeResource | readonly ChangeResource[], listener: ChangeListener): () => void;
  /**
   * Hears of every change of `state`.
   *
   * @returns Stops it.
   */
  onState(listener: (state: FeedState) => void): () => void;
  /** Lets go of the stream for good. */
  close(): void;
}

export interface ChangeFeedOptions {
  /**
   * Number of the last change that everything read from now on holds: `lastChangeId` of `me.get()`. The stream waits for it and goes on from there, so that
   * nothing is read twice. Without it listeners are asked to read again once the stream is open.
   */
  after?: Promise<number> | undefined;
}

const pollMs = 30_000;
const failuresUntilPolling = 3;

/** The change feed of a client. Make one a page and share it. */
export function createChangeFeed(client: Pick<Client, 'connection' | 'session'>, {after}: ChangeFeedOptions = {}): ChangeFeed {
  const {connection, session} = client;
  const {clock} = connection;
  const listeners = new Map<ChangeListener, readonly ChangeResource[]>();
  const stateListeners = new Set<(state: FeedState) => void>();
  let state: FeedState = 'connecting';
  let lastEventId: string | undefined;
  let running: AbortController | undefined;
  /** For whom the stream runs; asked again with every new token, because a page may sign somebody else in. */
  let who: string | null = null;
  let wake = () => {};
  let cancelPoll = () => {};
  let stopWatching: (() => void) | undefined;
  let closed = false;

  const tell = (change: ChangeEvent | null) => {
    for (const [listener, resources] of listeners) if (!change || resources.includes(change.resource)) listener(change);
  };
  const enter = (next: FeedState) => {
    if (next === state) return;
    state = next;
    cancelPoll();
    if (next === 'offline') poll();
    for (const listener of stateListeners) listener(next);
  };
  const poll = () => {
    cancelPoll = clock.after(pollMs, poll);
    tell(null);
  };
  const onChange = (change: ChangeEvent) => {
    if (lastEventId !== undefined && change.id <= Number(lastEventId)) return;
    lastEventId = String(change.id);
    tell(change);
  };
  const onMissed = (id: string | undefined) => {
    lastEventId = id;
    tell(null);
  };
  const pause = (ms: number, signal: AbortSignal) =>
    new Promise<void>(resolve => {
      wake = resolve;
      wait(clock, ms, signal).then(resolve, resolve);
    });

  const sinkTo = (tabs: FeedTabs | null): StreamSink => ({
    get lastEventId() {
      return lastEventId;
    },
    onOpen() {
      enter('live');
      // Without a number to resume from, what happened between the listeners' first reads and now is unknown.
      if (lastEventId === undefined) this.onMissed(undefined);
      tabs?.sayState(state, lastEventId);
    },
    onBeat: () => tabs?.sayState(state, lastEventId),
    onReady(id) {
      lastEventId ??= id;
      tabs?.sayState(state, lastEventId);
    },
    onChange(change) {
      onChange(change);
      tabs?.sayChange(change);
    },
    onMissed(id) {
      onMissed(id);
      tabs?.sayMissed(id);
    },
    onLost(failures) {
      enter(failures >= failuresUntilPolling ? 'offline' : 'connecting');
      tabs?.sayState(state, lastEventId);
    },
  });

  const connect = async (signal: AbortSignal) => {
    const follower = {
      onChange,
      onMissed,
      onState(next: FeedState, id: string | undefined) {
        // A page that was away hears from the number how far the others are.
        if (lastEventId !== undefined && id !== undefined && Number(id) > Number(lastEventId)) onMissed(id);
        lastEventId ??= id;
        enter(next);
      },
      state: () => ({state, lastEventId}),
    };
    const id = await after?.catch(() => undefined);
    const parts = await loadParts(signal);
    if (!parts || signal.aborted) return;
    if (id !== undefined) lastEventId ??= String(id);
    await parts.shareFeed(connection, follower, (tabs, ended) => parts.keepStreaming(connection, sinkTo(tabs), ended, ms => pause(ms, ended)), signal);
  };
  /** Tries again when the network is back, for without it there is no code either. */
  const loadParts = async (signal: AbortSignal) => {
    while (!signal.aborted) {
      try {
        return await import('./live-stream.ts');
      } catch {
        enter('offline');
        await pause(pollMs, signal);
      }
    }
    return undefined;
  };

  const start = () => {
    if (running || closed || listeners.size === 0) return;
    running = new AbortController();
    void connect(running.signal);
  };
  const stop = () => {
    running?.abort();
    running = undefined;
    enter('connecting');
  };
  const unsubscribeSession = session.subscribe(next => {
    const before = who;
    if (next === 'active') who = identityKey(connection);
    if (next === 'none' || (before !== null && before !== who)) {
      stop();
      // The number is one of the tenant before.
      lastEventId = undefined;
      after = undefined;
      if (next === 'none') who = null;
    }
    if (next !== 'active') return;
    start();
    wake();
  });
  const watch = () =>
    (stopWatching ??= watchPage(clock, {
      onPause: stop,
      onResume: start,
      onOnline() {
        connection.circuit.note();
        wake();
      },
    }));

  return {
    get state() {
      return state;
    },
    subscribe(resources, listener) {
      // A wrapper of its own, so that one function may listen twice.
      const own: ChangeListener = change => listener(change);
      listeners.set(own, typeof resources === 'string' ? [resources] : resources);
      watch();
      start();
      return () => listeners.delete(own);
    },
    onState(listener) {
      stateListeners.add(listener);
      return () => stateListeners.delete(listener);
    },
    close() {
      closed = true;
      stop();
      listeners.clear();
      unsubscribeSession();
      stopWatching?.();
      cancelPoll();
    },
  };
}
