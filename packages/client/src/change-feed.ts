import type {ChangeEvent, ChangeResource} from '@portico/contract';
import type {Client} from './client.ts';
import {wait} from './clock.ts';
import type {FeedHold} from './feed-hold.ts';
import type {FeedState} from './feed-tabs.ts';

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

/** The change feed of a client. Make one a page and share it. What holds the stream is loaded with the first subscription, once `after` is known. */
export function createChangeFeed(client: Pick<Client, 'connection' | 'session'>, {after}: ChangeFeedOptions = {}): ChangeFeed {
  const {connection, session} = client;
  const {clock} = connection;
  const listeners = new Map<ChangeListener, readonly ChangeResource[]>();
  const stateListeners = new Set<(state: FeedState) => void>();
  let running: AbortController | undefined;
  let cancelPoll = () => {};
  let closed = false;

  const start = () => {
    if (running || closed || listeners.size === 0) return;
    running = new AbortController();
    void connect(running.signal);
  };
  const stop = () => {
    running?.abort();
    running = undefined;
    hold.enter('connecting');
  };
  const poll = () => {
    cancelPoll = clock.after(pollMs, poll);
    hold.tell(null);
  };
  const hold: FeedHold = {
    connection,
    state: 'connecting',
    lastEventId: undefined,
    start,
    stop,
    wake() {},
    renewed() {},
    close() {},
    tell(change) {
      for (const [listener, resources] of listeners) if (!change || resources.includes(change.resource)) listener(change);
    },
    enter(next) {
      if (next === hold.state) return;
      hold.state = next;
      cancelPoll();
      if (next === 'offline') poll();
      for (const listener of stateListeners) listener(next);
    },
    forget() {
      stop();
      hold.lastEventId = after = undefined;
    },
    pause: (ms, signal) =>
      new Promise<void>(resolve => {
        hold.wake = resolve;
        wait(clock, ms, signal).then(resolve, resolve);
      }),
  };

  const connect = async (signal: AbortSignal) => {
    const id = await after?.catch(() => undefined);
    const parts = await loadParts(signal);
    if (!parts || signal.aborted) return;
    if (id !== undefined) hold.lastEventId ??= String(id);
    await parts.followFeed(hold, signal);
  };
  /** Tries again when the network is back, for without it there is no code either. */
  const loadParts = async (signal: AbortSignal) => {
    while (!signal.aborted) {
      try {
        return await import('./live-stream.ts');
      } catch {
        hold.enter('offline');
        await hold.pause(pollMs, signal);
      }
    }
    return undefined;
  };

  const unsubscribeSession = session.subscribe(next => {
    if (next === 'none') hold.forget();
    if (next !== 'active') return;
    hold.renewed();
    start();
    hold.wake();
  });

  return {
    get state() {
      return hold.state;
    },
    subscribe(resources, listener) {
      // A wrapper of its own, so that one function may listen twice.
      const own: ChangeListener = change => listener(change);
      listeners.set(own, typeof resources === 'string' ? [resources] : resources);
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
      hold.close();
      cancelPoll();
    },
  };
}
