import type {ChangeEvent} from '@portico/contract';
import type {Connection} from './connection.ts';
import {identityKey} from './identity.ts';

/** `connecting`: not heard from the server yet, or not now; `live`: changes arrive as they happen; `offline`: three attempts failed, listeners are asked to read again every 30 s. */
export type FeedState = 'connecting' | 'live' | 'offline';

/** What the page that holds the stream tells the others. */
export interface FeedTabs {
  sayChange(change: ChangeEvent): void;
  sayMissed(id: string | undefined): void;
  sayState(state: FeedState, lastEventId: string | undefined): void;
}

/** What a page hears from the one that holds the stream. */
export interface FeedFollower {
  onChange(change: ChangeEvent): void;
  onMissed(id: string | undefined): void;
  onState(state: FeedState, lastEventId: string | undefined): void;
  /** For a page that asks. */
  state(): {state: FeedState; lastEventId: string | undefined};
}

type Message =
  | {kind: 'hello'}
  | {kind: 'change'; change: ChangeEvent}
  | {kind: 'missed'; id: string | undefined}
  | {kind: 'state'; state: FeedState; lastEventId: string | undefined};

/** Silence of the page with the stream (it speaks every 15 s) after which the others read by themselves. */
const silentMs = 60_000;

/**
 * Runs `stream` in one page of the browser for each server and person; the other pages follow it over a broadcast channel and take over when it goes.
 * Where the browser has no locks or channels, or the token does not say who it is for, every page streams for itself.
 */
export async function shareFeed(connection: Connection, follower: FeedFollower, stream: (tabs: FeedTabs | null, signal: AbortSignal) => Promise<void>, signal: AbortSignal): Promise<void> {
  await connection.session.token().catch(() => {});
  const key = identityKey(connection);
  if (signal.aborted) return;
  if (!key || typeof BroadcastChannel === 'undefined' || typeof navigator === 'undefined' || !navigator.locks) return stream(null, signal);
  const name = `portico-feed ${key}`;
  const channel = new BroadcastChannel(name);
  const say = (message: Message) => channel.postMessage(message);
  let leading = false;
  let cancel = () => {};
  const expectWord = () => {
    cancel();
    cancel = connection.clock.after(silentMs, () => follower.onState('offline', undefined));
  };
  channel.addEventListener('message', ({data}: MessageEvent<Message>) => {
    if (data.kind === 'hello') {
      if (leading) say({kind: 'state', ...follower.state()});
      return;
    }
    if (leading) return;
    expectWord();
    if (data.kind === 'change') follower.onChange(data.change);
    else if (data.kind === 'missed') follower.onMissed(data.id);
    else follower.onState(data.state, data.lastEventId);
  });
  signal.addEventListener('abort', () => {
    cancel();
    channel.close();
  });
  expectWord();
  say({kind: 'hello'});
  await navigator.locks
    .request(name, {signal}, async () => {
      leading = true;
      cancel();
      await stream(
        {
          sayChange: change => say({kind: 'change', change}),
          sayMissed: id => say({kind: 'missed', id}),
          sayState: (state, lastEventId) => say({kind: 'state', state, lastEventId}),
        },
        signal,
      );
    })
    // Aborted while waiting for the lock: the page is put away.
    .catch(() => {});
}
