import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {TestClock} from '@portico/mocks/test-clock';
import {createClient} from './client.ts';
import {memoryStore, type LocalStore} from './local-store.ts';
import {createOutbox, OutboxFullError, type Outbox} from './outbox.ts';
import {startFaultServer, type FaultServer, type Reply} from './testing/fault-server.ts';
import {tokenOf} from './testing/token-of.ts';
import {until} from './testing/until.ts';

/** Stands in for IndexedDB, which Node has not: test/e2e looks at the real one. */
const disk = (): LocalStore => ({...memoryStore(), persistent: true});
const offer = (number: number) => ({id: `0193a0c0-0000-7000-8000-00000000040${number}`, version: 1});
const refusal = (status: number, code: string): Reply => ({status, body: {code, title: 'A title.', status}});

function page(server: FaultServer, store: LocalStore, who = {sub: 'aino'}, clock = new TestClock()) {
  const client = createClient({apiUrl: server.url, fetchSession: async () => ({token: tokenOf(who.sub), expiresInS: 600}), clock, limits: {tries: 1}});
  const outbox = createOutbox(client, {store});
  return {client, outbox, clock, who, [Symbol.dispose]: () => outbox.close()};
}

/** An earlier page that could not send what was done on it. */
async function leaveWaiting(server: FaultServer, store: LocalStore) {
  using here = page(server, store);
  await here.outbox.add('leadOffers', 'accept', offer(1));
  await here.outbox.drain();
}

const waiting = (outbox: Outbox) => outbox.entries.filter(({parked}) => !parked).length;

describe('the outbox', () => {
  it('sends what was done offline, in order, once each, under the key of the first try', async () => {
    let down = true;
    await using server = await startFaultServer(() => (down ? 'drop' : {body: {}}));
    using here = page(server, disk());
    await here.outbox.add('leadOffers', 'accept', offer(1));
    await here.outbox.add('leadOffers', 'decline', {...offer(2), reason: 'other'});
    await here.outbox.drain();
    assert.equal(waiting(here.outbox), 2);
    down = false;
    server.seen.splice(1);
    here.clock.advance(60_000);
    await until(() => waiting(here.outbox) === 0);
    assert.deepEqual(server.seen.map(({path}) => path.split('/').slice(3).join('/')), [`${offer(1).id}/accept`, `${offer(1).id}/accept`, `${offer(2).id}/decline`]);
    assert.equal(server.seen[0]?.headers['idempotency-key'], server.seen[1]?.headers['idempotency-key']);
  });

  it('goes on after a reload with the same bytes and key', async () => {
    let down = true;
    await using server = await startFaultServer(() => (down ? 'drop' : {body: {ok: true}}));
    const store = disk();
    await leaveWaiting(server, store);
    down = false;
    using second = page(server, store);
    const sent: unknown[] = [];
    second.outbox.subscribe(news => news && sent.push(news.answer));
    await second.outbox.drain();
    assert.deepEqual(sent, [{ok: true}]);
    assert.equal(new Set(server.seen.map(({headers, body}) => `${String(headers['idempotency-key'])} ${body}`)).size, 1);
    assert.equal(second.outbox.persistent, true);
  });

  it('goes on by itself when it is made after the session, such as in a chunk that comes later', async () => {
    let down = true;
    await using server = await startFaultServer(() => (down ? 'drop' : {body: {}}));
    const store = disk();
    await leaveWaiting(server, store);
    down = false;
    using second = page(server, store);
    await second.client.session.token();
    const late = createOutbox(second.client, {store});
    second.outbox.close();
    const sent: unknown[] = [];
    late.subscribe(news => news && sent.push(news.answer));
    await until(() => sent.length === 1);
    late.close();
  });

  it('takes over what was tried without an answer, as the same act', async () => {
    let down = true;
    await using server = await startFaultServer(() => (down ? 'drop' : {body: {}}));
    using here = page(server, disk());
    const idempotencyKey = '0123456789abcdef0123456789abcdef';
    await assert.rejects(here.client.leadOffers.decline({...offer(1), reason: 'other'}, {idempotencyKey}), {code: 'network_error'});
    down = false;
    await here.outbox.add('leadOffers', 'decline', {...offer(1), reason: 'other'}, {idempotencyKey});
    await until(() => waiting(here.outbox) === 0);
    const [tried, sent, ...more] = server.seen.map(({path, headers, body}) => ({path, body, key: headers['idempotency-key'], version: headers['if-match']}));
    assert.deepEqual(sent, tried);
    assert.equal(tried?.key, idempotencyKey);
    assert.deepEqual(more, []);
  });

  it('parks what the server refuses, with the reason, and sends the rest', async () => {
    await using server = await startFaultServer(({path}) => (path.includes(offer(1).id) ? refusal(409, 'lead_offer_withdrawn') : {body: {}}));
    using here = page(server, disk());
    const {id} = await here.outbox.add('leadOffers', 'accept', offer(1));
    await here.outbox.add('leadOffers', 'accept', offer(2));
    await until(() => waiting(here.outbox) === 0);
    assert.deepEqual(here.outbox.entries.map(({parked}) => parked?.code), ['lead_offer_withdrawn']);
    const [first] = server.seen;
    await here.outbox.retry(id, offer(3));
    await until(() => here.outbox.entries.length === 0);
    assert.ok(server.seen.at(-1)?.path.includes(offer(3).id));
    assert.notEqual(server.seen.at(-1)?.headers['idempotency-key'], first?.headers['idempotency-key']);
  });

  for (const [what, reply] of [['a proxy answers', {body: '<h1>Wi-Fi</h1>'}], ['the session is refused', refusal(401, 'session_expired')], ['the server is busy', refusal(429, 'rate_limited')]] as const) {
    it(`keeps what it has while ${what}`, async () => {
      await using server = await startFaultServer(() => reply);
      using here = page(server, disk());
      await here.outbox.add('leadOffers', 'accept', offer(1));
      await here.outbox.drain();
      assert.deepEqual(here.outbox.entries.map(({parked, tries}) => ({parked, tries})), [{parked: null, tries: 1}]);
    });
  }

  it('does not send what is taken back while it is being tried, and does not bring it back', async () => {
    let down = true;
    await using server = await startFaultServer(() => (down ? 'drop' : {body: {}}));
    const client = createClient({apiUrl: server.url, fetchSession: async () => ({token: tokenOf('aino'), expiresInS: 600}), limits: {tries: 100}});
    const outbox = createOutbox(client, {store: disk()});
    const {id} = await outbox.add('leadOffers', 'accept', offer(1));
    await until(() => server.seen.length > 0);
    await outbox.discard(id);
    down = false;
    const tries = server.seen.length;
    await outbox.drain();
    assert.deepEqual(outbox.entries, []);
    assert.equal(server.seen.length, tries);
    outbox.close();
  });

  it('gives up after 6 days, visibly', async () => {
    await using server = await startFaultServer(() => 'drop');
    using here = page(server, disk());
    const {id} = await here.outbox.add('leadOffers', 'accept', offer(1));
    await here.outbox.drain();
    here.clock.advance(6 * 24 * 3_600_000 + 1);
    await until(() => here.outbox.entries[0]?.parked !== null);
    await here.outbox.drain();
    assert.equal(here.outbox.entries[0]?.parked?.code, 'outbox_expired');
    await here.outbox.discard(id);
    assert.deepEqual(here.outbox.entries, []);
  });

  it('holds 5 MB', async () => {
    await using server = await startFaultServer(() => 'drop');
    using here = page(server, disk());
    await here.outbox.add('leadImports', 'preview', {csv: 'x'.repeat(4_900_000)});
    await assert.rejects(here.outbox.add('leadImports', 'preview', {csv: 'x'.repeat(200_000)}), OutboxFullError);
    assert.equal(here.outbox.entries.length, 1);
  });

  it('never sends under another person’s session, and shows nothing of it', async () => {
    let down = true;
    await using server = await startFaultServer(() => (down ? 'drop' : {body: {}}));
    const store = disk();
    using here = page(server, store);
    await here.outbox.add('leadOffers', 'accept', offer(1));
    await here.outbox.drain();
    down = false;
    server.seen.length = 0;
    here.who.sub = 'mika';
    await here.client.session.renew(here.client.session.current);
    await here.outbox.drain();
    assert.deepEqual(here.outbox.entries, []);
    assert.equal(server.seen.length, 0);
    here.who.sub = 'aino';
    await here.client.session.renew(here.client.session.current);
    await until(() => server.seen.length === 1);
    assert.equal(server.seen[0]?.headers.authorization, `Bearer ${tokenOf('aino')}`);
  });

  it('forgets what waits when the person signs out, and nothing of others', async () => {
    await using server = await startFaultServer(() => 'drop');
    const store = disk();
    using other = page(server, store, {sub: 'mika'});
    await other.outbox.add('leadOffers', 'accept', offer(2));
    using here = page(server, store);
    await here.outbox.add('leadOffers', 'accept', offer(1));
    here.client.session.logout();
    here.outbox.close();
    const owners = async () => (await store.entries()).map(([, kept]) => (kept as {owner: string}).owner);
    await until(() => here.outbox.entries.length === 0);
    for (let looks = 0; looks < 100 && (await owners()).length > 1; looks++) await new Promise(setImmediate);
    assert.deepEqual((await owners()).map(owner => owner.includes(' mika ')), [true]);
  });

  it('notices when the person changes between two entries', async () => {
    const who = {sub: 'aino'};
    await using server = await startFaultServer(({path}) => {
      if (path.includes(offer(1).id)) who.sub = 'mika';
      return path.includes(offer(1).id) ? refusal(401, 'session_expired') : {body: {}};
    });
    using here = page(server, disk(), who);
    await here.outbox.add('leadOffers', 'accept', offer(1));
    await here.outbox.drain();
    for (const {headers} of server.seen) assert.equal(headers.authorization, `Bearer ${tokenOf('aino')}`);
    assert.equal(server.seen.length, 1);
  });

  it('takes acts after the session ran out, but not before there was one', async () => {
    let signedIn = false;
    await using server = await startFaultServer(() => 'drop');
    const client = createClient({apiUrl: server.url, fetchSession: async () => (signedIn ? tokenOf('aino') : null), limits: {tries: 1}});
    const outbox = createOutbox(client, {store: disk()});
    await assert.rejects(outbox.add('leadOffers', 'accept', offer(1)), {code: 'session_unavailable'});
    signedIn = true;
    await client.session.token();
    signedIn = false;
    client.session.expire();
    await outbox.add('leadOffers', 'accept', offer(1));
    assert.equal(outbox.entries.length, 1);
    outbox.close();
  });

  it('tells who keeps it that the device refuses', async () => {
    await using server = await startFaultServer(() => ({body: {}}));
    using here = page(server, {...disk(), set: () => Promise.reject(new Error('The disk is full.'))});
    await assert.rejects(here.outbox.add('leadOffers', 'accept', offer(1)), /disk is full/);
  });
});
