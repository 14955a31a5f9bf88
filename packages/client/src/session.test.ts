import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {TestClock} from '@portico/mocks/test-clock';
import {createClient, type Client} from './client.ts';
import {ApiError} from './errors.ts';
import {identityKey, identityOf} from './identity.ts';
import {createSession, type FetchSession, type SessionState} from './session.ts';
import {startFaultServer, type FaultServer} from './testing/fault-server.ts';

/** A server that accepts the tokens of a set, as `Bearer t1`. */
const guarded = (accepted: Set<string>) => startFaultServer(({headers}) => (accepted.has(String(headers.authorization).slice(7)) ? {body: {}} : {status: 401, body: {code: 'session_expired', title: 'x', status: 401}}));

function start(server: FaultServer, fetchSession: FetchSession, clock = new TestClock(), random = () => 0.5): {client: Client; clock: TestClock; states: SessionState[]} {
  const client = createClient({apiUrl: server.url, fetchSession, clock, random});
  const states: SessionState[] = [];
  client.session.subscribe(state => states.push(state));
  return {client, clock, states};
}

const code = (call: Promise<unknown>) => call.then(() => 'answered', (error: unknown) => (error instanceof ApiError ? error.code : error));

describe('a session', () => {
  it('is fetched once for calls that start together', async () => {
    await using server = await guarded(new Set(['t1']));
    let fetched = 0;
    const {client, states} = start(server, async () => ({token: `t${++fetched}`, expiresInS: 600}));
    await Promise.all(Array.from({length: 20}, () => client.me.get()));
    assert.equal(fetched, 1);
    assert.deepEqual(states, ['active']);
  });

  it('is renewed once for 20 calls that are refused together, and each call is repeated', async () => {
    await using server = await guarded(new Set(['t2']));
    let fetched = 0;
    const {client} = start(server, async () => ({token: `t${++fetched}`, expiresInS: 600}));
    await Promise.all(Array.from({length: 20}, () => client.me.get()));
    assert.equal(fetched, 2);
    assert.equal(server.seen.length, 40);
  });

  it('is over when the fresh token is refused too', async () => {
    await using server = await guarded(new Set());
    let fetched = 0;
    const {client, states} = start(server, async () => `t${++fetched}`);
    assert.equal(await code(client.me.get()), 'session_expired');
    assert.equal(server.seen.length, 2);
    assert.deepEqual(states, ['active', 'active', 'expired']);
    assert.equal(client.session.state, 'expired');
  });

  it('comes back when the page has one again', async () => {
    const accepted = new Set<string>();
    await using server = await guarded(accepted);
    let fetched = 0;
    const {client, states} = start(server, async () => `t${++fetched}`);
    await code(client.me.get());
    accepted.add('t3');
    assert.deepEqual(await client.me.get(), {});
    assert.equal(states.at(-1), 'active');
  });

  for (const [what, fetchSession] of [
    ['rejects', () => Promise.reject(new Error('offline'))],
    ['gives nothing', async () => null],
    ['gives an empty token', async () => ({token: ''})],
  ] as const) {
    it(`is not to be had when fetchSession ${what}`, async () => {
      await using server = await guarded(new Set());
      const {client, states} = start(server, fetchSession);
      assert.equal(await code(client.me.get()), 'session_unavailable');
      assert.deepEqual(states, ['expired']);
      assert.equal(server.seen.length, 0);
    });
  }

  for (const [random, seconds] of [[() => 0, 390], [() => 0.5, 450], [() => 0.999999, 510]] as const) {
    it(`is renewed on the side after ${seconds} of 600 s when chance says ${random()}`, async () => {
      await using server = await guarded(new Set(['t1', 't2']));
      let fetched = 0;
      const {client, clock} = start(server, async () => ({token: `t${++fetched}`, expiresInS: 600}), new TestClock(), random);
      await client.me.get();
      clock.advance((seconds - 1) * 1000);
      await client.me.get();
      assert.equal(fetched, 1);
      clock.advance(1000);
      await client.me.get();
      assert.equal(fetched, 2);
      // The call did not wait: it went out with the token that still holds.
      assert.equal(server.seen.at(-1)?.headers.authorization, 'Bearer t1');
    });
  }

  it('survives a renewal that fails early, and waits for the next one when it has run out', async () => {
    await using server = await guarded(new Set(['t1', 't3']));
    let fetched = 0;
    const {client, clock, states} = start(server, async () => {
      if (++fetched === 2) throw new Error('The page was offline.');
      return {token: `t${fetched}`, expiresInS: 600};
    });
    await client.me.get();
    clock.advance(500_000);
    assert.deepEqual(await client.me.get(), {});
    assert.equal(client.session.state, 'active');
    clock.advance(200_000);
    await client.me.get();
    assert.equal(server.seen.at(-1)?.headers.authorization, 'Bearer t3');
    assert.deepEqual(states, ['active', 'active']);
  });

  it('drops a token that arrives after logout()', async () => {
    await using server = await guarded(new Set(['late']));
    let answer = (_token: string) => {};
    const {client} = start(server, () => new Promise<string>(resolve => (answer = resolve)));
    const call = code(client.me.get());
    client.session.logout();
    answer('late');
    assert.equal(await call, 'session_unavailable');
    assert.equal(client.session.current, '');
    assert.equal(client.session.state, 'none');
  });

  it('with a secret key is not asked for twice', async () => {
    await using server = await guarded(new Set());
    const client = createClient({apiUrl: server.url, secretKey: 'k'});
    assert.equal(await code(client.me.get()), 'session_expired');
    assert.equal(server.seen.length, 1);
  });
});

describe('an identity', () => {
  const tokenOf = (claims: object) => `h.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.s`;
  it('is read from the token', async () => {
    const session = createSession(async () => tokenOf({tid: 't', sub: 'ä?>', pid: 'o'}), new TestClock(), () => 0);
    await session.token();
    // Names of identities are ASCII in practice; others must only stay apart from each other.
    assert.equal(identityOf(session)?.tenantId, 't');
    assert.equal(identityOf(session)?.partnerOrgId, 'o');
    assert.match(identityKey({apiUrl: 'https://a', session}) ?? '', /^https:\/\/a t .+ o$/);
  });
  it('is unknown for keys and for tokens of another kind', () => {
    for (const current of ['', 'portico_sk_test', 'a.b.c', tokenOf({sub: 'p'})]) assert.equal(identityOf({current}), null);
  });
});
