import type {ChangeEvent} from '@portico/contract';
import type {FeedHold} from './feed-hold.ts';
import {shareFeed, type FeedState, type FeedTabs} from './feed-tabs.ts';
import {identityKey} from './identity.ts';
import {watchPage} from './page-life.ts';
import {keepStreaming, type StreamSink} from './stream-loop.ts';

const failuresUntilPolling = 3;

/** Follows the stream, in this page or by another one of the browser, until the signal is aborted. */
export async function followFeed(hold: FeedHold, signal: AbortSignal): Promise<void> {
  const {connection} = hold;
  watch(hold);
  const onChange = (change: ChangeEvent) => {
    if (hold.lastEventId !== undefined && change.id <= Number(hold.lastEventId)) return;
    hold.lastEventId = String(change.id);
    hold.tell(change);
  };
  const onMissed = (id: string | undefined) => {
    hold.lastEventId = id;
    hold.tell(null);
  };
  const sinkTo = (tabs: FeedTabs | null): StreamSink => ({
    get lastEventId() {
      return hold.lastEventId;
    },
    onOpen() {
      hold.enter('live');
      // Without a number to resume from, what happened between the listeners' first reads and now is unknown.
      if (hold.lastEventId === undefined) this.onMissed(undefined);
      tabs?.sayState(hold.state, hold.lastEventId);
    },
    onBeat: () => tabs?.sayState(hold.state, hold.lastEventId),
    onReady(id) {
      hold.lastEventId ??= id;
      tabs?.sayState(hold.state, hold.lastEventId);
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
      hold.enter(failures >= failuresUntilPolling ? 'offline' : 'connecting');
      tabs?.sayState(hold.state, hold.lastEventId);
    },
  });
  const follower = {
    onChange,
    onMissed,
    onState(next: FeedState, id: string | undefined) {
      // A page that was away hears from the number how far the others are.
      if (hold.lastEventId !== undefined && id !== undefined && Number(id) > Number(hold.lastEventId)) onMissed(id);
      hold.lastEventId ??= id;
      hold.enter(next);
    },
    state: () => ({state: hold.state, lastEventId: hold.lastEventId}),
  };
  await shareFeed(connection, follower, (tabs, ended) => keepStreaming(connection, sinkTo(tabs), ended, ms => hold.pause(ms, ended)), signal);
}

const watched = new WeakSet<FeedHold>();

/** Once a feed: lets go of the stream while nobody looks, and when a page signs somebody else in. */
function watch(hold: FeedHold): void {
  if (watched.has(hold)) return;
  watched.add(hold);
  const {connection} = hold;
  // Asked again with every new token: whose stream this is.
  let who = identityKey(connection);
  hold.renewed = () => {
    const before = who;
    who = identityKey(connection);
    if (before !== null && before !== who) hold.forget();
  };
  hold.close = watchPage(connection.clock, {
    onPause: () => hold.stop(),
    onResume: () => hold.start(),
    onOnline() {
      connection.circuit.note();
      hold.wake();
    },
  });
}
