import assert from 'node:assert/strict';
import {createServer} from 'node:http';
import type {AddressInfo} from 'node:net';
import {describe, it} from 'node:test';
import type {LeadOffer, Page} from '@portico/contract';
import {createMockBackend, type MockBackend} from './backend.ts';
import {toListener} from './node.ts';
import {TestClock} from './test-clock.ts';
import {callerOf} from './testing/caller.ts';

const offersOf = (body: unknown) => body as Page<LeadOffer>;
const withToken = async (backend: MockBackend) => ({authorization: `Bearer ${(await backend.fetchSession()).token}`});

describe('a scenario', () => {
  const countsOf = async (backend: MockBackend) => {
    const {call} = callerOf(backend);
    const of = async (as: 'partner' | 'vendor', name: string) => ((await call(as, name, {limit: 100})).body as Page<unknown>).items.length;
    return Promise.all([of('partner', 'leadOffers.list'), of('partner', 'dealRegistrations.list'), of('partner', 'assets.list'), of('partner', 'boards.list'), of('partner', 'pointsEntries.list'), of('partner', 'challenges.list'), of('partner', 'rewards.list')]);
  };

  it('has something of everything by default, and nothing at all when it is empty', async () => {
    const clock = new TestClock();
    assert.ok((await countsOf(createMockBackend({standing: true, clock}))).every(count => count > 0));
    assert.deepEqual(await countsOf(createMockBackend({scenario: 'empty', standing: true, clock})), [0, 0, 0, 0, 0, 0, 0]);
  });

  it('is pretended from now on when another is wanted, and forgets what was done only with the rows', async () => {
    const backend = createMockBackend({clock: new TestClock()});
    const accepted = backend.act.accept();
    const list = async () => offersOf((await callerOf(backend).call('partner', 'leadOffers.list', {tab: 'working', limit: 100})).body).items;
    backend.use('offline');
    await assert.rejects(list(), TypeError);
    backend.use('default');
    assert.ok((await list()).some(({id}) => id === accepted));
    backend.use('empty');
    assert.deepEqual([await list(), backend.scenario], [[], 'empty']);
    backend.use('default');
    assert.ok(!(await list()).some(({id}) => id === accepted));
  });

  it('begins anew between two tests, with the same rows, behaviour and sessions', async () => {
    const backend = createMockBackend({clock: new TestClock()});
    const before = await countsOf(backend);
    backend.act.newLead();
    backend.act.standing({partners: 1});
    backend.behaviour.refusal = 'forbidden';
    const headers = await withToken(backend);
    backend.reset();
    assert.deepEqual(await countsOf(backend), before);
    assert.equal((await backend.fetch('http://mock.test/v1/me', {headers})).status, 200);
  });

  for (const [scenario, status] of [['forbidden', 403], ['failing', 500]] as const) {
    it(`that is ${scenario} is so for material, points, embeds, shared links and files too`, async () => {
      const backend = createMockBackend({scenario});
      const headers = await withToken(backend);
      for (const path of ['/v1/assets', '/v1/boards', '/v1/points-entries', '/v1/challenges', '/v1/embed/collateral/some', '/s/some', '/files/some']) {
        assert.equal((await backend.fetch(`http://mock.test${path}`, {headers})).status, status, path);
      }
    });
  }

  it('tells open streams that everything is to be read again, and goes on with the new rows', async () => {
    const backend = createMockBackend({clock: new TestClock()});
    backend.act.accept();
    const response = await backend.fetch('http://mock.test/v1/events', {headers: await withToken(backend)});
    const reader = response.body!.getReader();
    const next = async () => new TextDecoder().decode((await reader.read()).value);
    assert.match(await next(), /^retry: 3000\nid: [1-9]\d*\nevent: ready/);
    backend.use('one');
    assert.equal(await next(), 'id: 0\nevent: reset\ndata: {}\n\n');
    backend.act.newLead();
    assert.match(await next(), /^id: \d+\nevent: change/);
    backend.cutStreams();
  });
});

describe('on an address of its own', () => {
  it('answers pages of any origin, with a session and a stream', async () => {
    const backend = createMockBackend();
    const server = createServer(toListener(backend)).listen(0, '127.0.0.1');
    await new Promise(resolve => server.once('listening', resolve));
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    try {
      const {token} = (await (await fetch(`${url}/portico-session`, {method: 'POST'})).json()) as {token: string};
      const headers = {authorization: `Bearer ${token}`, origin: 'https://page.example'};
      const me = await fetch(`${url}/v1/me`, {headers});
      assert.deepEqual([me.status, me.headers.get('access-control-allow-origin')], [200, 'https://page.example']);
      const preflight = await fetch(`${url}/v1/me`, {method: 'OPTIONS', headers: {'access-control-request-headers': 'authorization'}});
      assert.deepEqual([preflight.status, preflight.headers.get('access-control-allow-headers')], [204, 'authorization']);
      const stream = await fetch(`${url}/v1/events`, {headers});
      const reader = stream.body!.getReader();
      const {id, version} = offersOf((await callerOf(backend).call('partner', 'leadOffers.list')).body).items[0]!;
      const done = await fetch(`${url}/v1/lead-offers/${id}/accept`, {method: 'POST', headers: {...headers, 'if-match': `"${version}"`, 'idempotency-key': 'key-0123456789abc', 'content-type': 'application/json'}, body: '{}'});
      assert.equal(((await done.json()) as LeadOffer).status, 'accepted');
      let text = '';
      while (!text.includes(id)) text += new TextDecoder().decode((await reader.read()).value);
    } finally {
      server.closeAllConnections();
      await new Promise(resolve => server.close(resolve));
    }
    while (backend.openStreams > 0) await new Promise(setImmediate);
  });
});
