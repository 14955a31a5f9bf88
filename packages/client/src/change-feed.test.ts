import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {TestClock} from '@portico/mocks/test-clock';
import {createChangeFeed, type ChangeFeed, type ChangeFeedOptions} from './change-feed.ts';
import {createClient, type Client} from './client.ts';
import type {FeedState} from './feed-tabs.ts';
import {reconnectMs} from './retry.ts';
import {startFaultServer, type FaultServer, type Reply} from './testing/fault-server.ts';
import {tokenOf} from './testing/token-of.ts';
import {until} from './testing/until.ts';

interface Watched extends Disposable {
  client: Client;
  feed: ChangeFeed;
  clock: TestClock;
  /** Numbers of changes, and `null` for "read again". */
  heard: (number | null)[];
  states: FeedState[];
}

function watch(server: FaultServer, resources: Parameters<ChangeFeed['subscribe']>[0] = ['lead_offer'], tokens: () => string = () => 't', options: ChangeFeedOptions = {}): Watched {
  const clock = new TestClock();
  const client = createClient({apiUrl: server.url, fetchSession: async () => ({token: tokens(), expiresInS: 600}), clock, random: () => 0});
  const feed = createChangeFeed(client, options);
  const heard: (number | null)[] = [];
  const states: FeedState[] = [];
  feed.onState(state => states.push(state));
  feed.subscribe(resources, change => heard.push(change?.id ?? null));
  return {client, feed, clock, heard, states, [Symbol.dispose]: () => feed.close()};
}

/** Lets the clock run until something holds, as if the test had waited. */
async function pass(clock: TestClock, holds: () => boolean, what: string): Promise<void> {
  await until(() => {
    const [next] = clock.pending;
    if (!holds() && next !== undefined && next <= 30_000) clock.advance(next);
    return holds();
  }, what);
}

const lastId = (server: FaultServer) => server.seen.filter(({path}) => path === '/v1/events').map(({headers}) => headers['last-event-id']);
const nothing = (): Reply => ({body: {}});

describe('the change feed', () => {
  it('hears the changes of the resources that it was asked for, over one stream', async () => {
    await using server = await startFaultServer(nothing);
    using page = watch(server);
    const people: (number | null)[] = [];
    page.feed.subscribe('person', change => people.push(change?.id ?? null));
    await until(() => page.feed.state === 'live');
    server.streams[0]?.change(1);
    server.streams[0]?.change(2, 'person');
    server.streams[0]?.change(3);
    await until(() => page.heard.includes(3));
    assert.equal(server.streams.length, 1);
    // What happened between the first reads and the opening of the stream is unknown: read again, once.
    assert.deepEqual(page.heard, [null, 1, 3]);
    assert.deepEqual(people, [null, 2]);
  });

  it('goes on from the number that the first reads hold, once it is known, and has nothing read twice', async () => {
    await using server = await startFaultServer(nothing);
    let know = (_id: number) => {};
    using page = watch(server, 'lead_offer', () => 't', {after: new Promise<number>(resolve => (know = resolve))});
    await page.client.me.get();
    assert.deepEqual(lastId(server), []);
    know(41);
    await until(() => page.feed.state === 'live');
    server.streams[0]?.change(42);
    await until(() => page.heard.includes(42));
    assert.deepEqual([page.heard, lastId(server)], [[42], ['41']]);
  });

  it('opens all the same when that number cannot be had', async () => {
    await using server = await startFaultServer(nothing);
    using page = watch(server, 'lead_offer', () => 't', {after: Promise.reject(new Error('No session.'))});
    await until(() => page.heard.includes(null));
    assert.deepEqual(lastId(server), [undefined]);
  });

  it('goes on after a cut from the number with which the stream began, when nothing has changed since', async () => {
    await using server = await startFaultServer(nothing);
    using page = watch(server);
    await until(() => server.streams.length === 1);
    server.streams[0]?.write('id: 41\nevent: ready\ndata: {}\n\n');
    server.streams[0]?.end();
    await pass(page.clock, () => lastId(server).length === 2, 'the next stream');
    assert.deepEqual([page.heard, lastId(server)], [[null], [undefined, '41']]);
  });

  it('goes on after a cut from the last number, and hears each change once', async () => {
    await using server = await startFaultServer(nothing);
    using page = watch(server);
    await until(() => server.streams.length === 1);
    server.streams[0]?.change(7);
    await until(() => page.heard.includes(7));
    server.streams[0]?.cut();
    await pass(page.clock, () => page.states.join() === 'live,connecting,live', 'the next stream');
    server.streams[0]?.change(7);
    server.streams[0]?.change(8);
    await until(() => page.heard.includes(8));
    assert.deepEqual(page.heard, [null, 7, 8]);
    assert.deepEqual(lastId(server), [undefined, '7']);
    assert.deepEqual(page.states, ['live', 'connecting', 'live']);
  });

  it('reads again on reset, and goes on from the number that the server says', async () => {
    await using server = await startFaultServer(nothing);
    using page = watch(server);
    await until(() => server.streams.length === 1);
    server.streams[0]?.change(90);
    server.streams[0]?.write('id: 4\nevent: reset\ndata: {}\n\n');
    server.streams[0]?.change(5);
    await until(() => page.heard.includes(5));
    assert.deepEqual(page.heard, [null, 90, null, 5]);
  });

  it('drops a number that the server does not know', async () => {
    let known = true;
    await using server = await startFaultServer(nothing, ({headers}) => (known || headers['last-event-id'] === undefined ? 'open' : {status: 400, body: {code: 'last_event_id_invalid', title: 'x', status: 400}}));
    using page = watch(server);
    await until(() => server.streams.length === 1);
    server.streams[0]?.change(7);
    await until(() => page.heard.includes(7));
    known = false;
    server.streams[0]?.cut();
    await pass(page.clock, () => server.seen.length === 3 && page.feed.state === 'live', 'the next stream');
    assert.deepEqual(lastId(server), [undefined, '7', undefined]);
    assert.deepEqual(page.heard.slice(0, 3), [null, 7, null]);
  });

  it('renews the session on reauth and comes back at once', async () => {
    await using server = await startFaultServer(nothing);
    let tokens = 0;
    using _page = watch(server, 'lead_offer', () => `t${++tokens}`);
    await until(() => server.streams.length === 1);
    server.streams[0]?.write('event: reauth\ndata: {}\n\n');
    server.streams[0]?.end();
    await until(() => server.seen.length === 2, 'the next stream, without moving the clock');
    assert.deepEqual(server.seen.map(({headers}) => headers.authorization), ['Bearer t1', 'Bearer t2']);
  });

  it('stays away as long as a draining server asks', async () => {
    await using server = await startFaultServer(nothing);
    using page = watch(server);
    await until(() => server.streams.length === 1);
    server.streams[0]?.write('retry: 12000\nevent: drain\ndata: {}\n\n');
    server.streams[0]?.end();
    await until(() => page.feed.state === 'connecting' && page.clock.pending.length > 0);
    assert.deepEqual(page.clock.pending, [12_000]);
    page.clock.advance(12_000);
    await until(() => page.feed.state === 'live');
  });

  it('gives up a stream that is silent for 45 s; a heartbeat is no silence', async () => {
    await using server = await startFaultServer(nothing);
    using page = watch(server);
    await until(() => page.clock.pending[0] === 45_000);
    page.clock.advance(40_000);
    server.streams[0]?.write(':\n\n');
    await until(() => page.clock.pending[0] === 45_000, 'the heartbeat');
    page.clock.advance(44_000);
    assert.equal(page.feed.state, 'live');
    page.clock.advance(1000);
    await until(() => page.feed.state === 'connecting');
  });

  it('asks its listeners to read again every 30 s after three failures, until the stream is back', async () => {
    let down = false;
    await using server = await startFaultServer(nothing, () => (down ? {status: 503, body: {code: 'unavailable', title: 'x', status: 503}} : 'open'));
    using page = watch(server);
    await until(() => server.streams.length === 1);
    server.streams[0]?.change(7);
    await until(() => page.heard.includes(7));
    down = true;
    server.streams[0]?.cut();
    await pass(page.clock, () => page.feed.state === 'offline', 'offline');
    assert.deepEqual(page.heard, [null, 7, null]);
    const polls = () => page.heard.filter(each => each === null).length;
    await pass(page.clock, () => polls() === 4, 'two polls more');
    down = false;
    await pass(page.clock, () => page.feed.state === 'live', 'live');
    assert.equal(lastId(server).at(-1), '7');
    assert.equal(page.clock.pending.length, 1, 'Only the timer for silence is left.');
  });

  it('waits between 1 s and a ceiling that doubles to 30 s', () => {
    assert.deepEqual([1, 2, 3, 4, 5, 9].map(failures => reconnectMs(failures, () => 0)), [1000, 1000, 1000, 1000, 1000, 1000]);
    assert.deepEqual([1, 2, 3, 4, 5, 9].map(failures => reconnectMs(failures, () => 1)), [2000, 4000, 8000, 16_000, 30_000, 30_000]);
  });

  it('ends with the session and begins again with the next, from nothing', async () => {
    await using server = await startFaultServer(nothing);
    using page = watch(server);
    await until(() => server.streams.length === 1);
    server.streams[0]?.change(7);
    await until(() => page.heard.includes(7));
    page.client.session.logout();
    await until(() => server.streams.length === 0);
    assert.equal(page.feed.state, 'connecting');
    await page.client.me.get();
    await until(() => server.streams.length === 1);
    assert.equal(lastId(server).at(-1), undefined);
  });

  it('is quiet after unsubscribe() and close()', async () => {
    await using server = await startFaultServer(nothing);
    using page = watch(server);
    const heard: unknown[] = [];
    const stop = page.feed.subscribe('lead_offer', change => heard.push(change));
    await until(() => server.streams.length === 1 && page.feed.state === 'live');
    heard.length = 0;
    stop();
    server.streams[0]?.change(1);
    await until(() => page.heard.includes(1));
    assert.deepEqual(heard, []);
    page.feed.close();
    await until(() => server.streams.length === 0);
    assert.deepEqual(page.clock.pending, []);
  });
});

describe('pages of one browser', () => {
  it('share one stream for the same person, and the next takes over where the first one stopped', async () => {
    await using server = await startFaultServer(nothing);
    using first = watch(server, 'lead_offer', () => tokenOf('aino'));
    await until(() => first.feed.state === 'live');
    using second = watch(server, 'lead_offer', () => tokenOf('aino'));
    await until(() => second.feed.state === 'live');
    server.streams[0]?.change(1);
    await until(() => second.heard.includes(1));
    assert.equal(server.seen.length, 1);
    first.feed.close();
    await until(() => server.seen.length === 2 && server.streams.length === 1);
    assert.equal(lastId(server).at(-1), '1');
    server.streams[0]?.change(2);
    await until(() => second.heard.includes(2));
    assert.deepEqual(second.heard, [1, 2]);
    assert.deepEqual(first.heard, [null, 1]);
  });

  it('never share one between persons', async () => {
    await using server = await startFaultServer(nothing);
    using aino = watch(server, 'lead_offer', () => tokenOf('aino'));
    using mika = watch(server, 'lead_offer', () => tokenOf('mika'));
    await until(() => server.streams.length === 2);
    server.streams[server.seen[0]?.headers.authorization === `Bearer ${tokenOf('aino')}` ? 0 : 1]?.change(5);
    await until(() => aino.heard.includes(5));
    assert.deepEqual(mika.heard, [null]);
  });

  it('leave the stream of the person who was there before', async () => {
    await using server = await startFaultServer(nothing);
    let sub = 'noor';
    using page = watch(server, 'lead_offer', () => tokenOf(sub));
    await until(() => server.streams.length === 1);
    server.streams[0]?.change(7);
    await until(() => page.heard.includes(7));
    sub = 'jonas';
    await page.client.session.renew(page.client.session.current);
    await until(() => server.seen.length === 2 && server.streams.length === 1);
    assert.equal(server.streams[0]?.headers.authorization, `Bearer ${tokenOf('jonas')}`);
    assert.equal(server.streams[0]?.headers['last-event-id'], undefined);
  });

  it('read by themselves when the one with the stream falls silent', async () => {
    await using server = await startFaultServer(nothing);
    using first = watch(server, 'lead_offer', () => tokenOf('linh'));
    await until(() => first.feed.state === 'live');
    using second = watch(server, 'lead_offer', () => tokenOf('linh'));
    await until(() => second.feed.state === 'live');
    second.clock.advance(60_000);
    assert.equal(second.feed.state, 'offline');
    assert.deepEqual(second.heard, [null]);
    server.streams[0]?.change(1);
    await until(() => second.heard.includes(1));
  });
});
