import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import type {LeadOffer, LeadOfferCounts, Page, Problem} from '@portico/contract';
import {setupServer} from 'msw/node';
import {createMockBackend, type MockBackend} from './backend.ts';
import {handlers} from './msw.ts';
import {callerOf} from './testing/caller.ts';
import {TestClock} from './test-clock.ts';

const codeOf = (body: unknown) => (body as Problem).code;
const offersOf = (body: unknown) => body as Page<LeadOffer>;
const firstOffer = async (backend: MockBackend) => offersOf((await callerOf(backend).call('partner', 'leadOffers.list')).body).items[0] as LeadOffer;
const withToken = async (backend: MockBackend, headers: Record<string, string> = {}) => ({authorization: `Bearer ${(await backend.fetchSession()).token}`, ...headers});

describe('a repeated act', () => {
  it('answers what it answered before, once and for all', async () => {
    const backend = createMockBackend();
    const {call} = callerOf(backend);
    const {id, version} = await firstOffer(backend);
    const key = {'idempotency-key': 'one-and-the-same-key'};
    const first = await call('partner', 'leadOffers.accept', {id, version}, key);
    const again = await call('partner', 'leadOffers.accept', {id, version}, key);
    assert.deepEqual(again.body, first.body);
    assert.deepEqual([first.headers.get('idempotent-replayed'), again.headers.get('idempotent-replayed')], [null, 'true']);
    assert.equal(codeOf((await call('partner', 'leadOffers.accept', {id, version: 9}, key)).body), 'idempotency_key_reused');
  });

  it('may be tried again under the same key after a refusal that was nobody’s decision', async () => {
    const backend = createMockBackend();
    const {call} = callerOf(backend);
    const {id, version} = await firstOffer(backend);
    const key = {'idempotency-key': 'one-and-the-same-key'};
    backend.behaviour.refusal = 'internal_error';
    assert.equal((await call('partner', 'leadOffers.accept', {id, version}, key)).status, 500);
    backend.behaviour.refusal = null;
    assert.equal((await call('partner', 'leadOffers.accept', {id, version}, key)).status, 200);
  });
});

describe('a request that is not right', () => {
  const cases: readonly [string, string, (backend: MockBackend, offer: LeadOffer) => Promise<Request>][] = [
    ['no session', 'session_missing', async () => new Request('http://mock.test/v1/me')],
    ['a session of nobody', 'session_invalid', async () => new Request('http://mock.test/v1/me', {headers: {authorization: 'Bearer a.b.c'}})],
    ['an address that is none', 'route_not_found', async backend => new Request('http://mock.test/v1/nothing', {headers: await withToken(backend)})],
    ['a method that is not taken', 'method_not_allowed', async backend => new Request('http://mock.test/v1/me', {method: 'DELETE', headers: await withToken(backend)})],
    ['the other side’s route', 'forbidden', async backend => new Request('http://mock.test/v1/leads', {headers: await withToken(backend)})],
    ['no key', 'idempotency_key_required', async (backend, {id}) => new Request(`http://mock.test/v1/lead-offers/${id}/view`, {method: 'POST', headers: await withToken(backend)})],
    ['a short key', 'idempotency_key_malformed', async (backend, {id}) => new Request(`http://mock.test/v1/lead-offers/${id}/view`, {method: 'POST', headers: await withToken(backend, {'idempotency-key': 'short'})})],
    ['no version', 'if_match_required', (backend, {id}) => accept(backend, id, {})],
    ['a version that is none', 'if_match_malformed', (backend, {id}) => accept(backend, id, {'if-match': '*'})],
    ['an old version', 'version_conflict', (backend, {id}) => accept(backend, id, {'if-match': '"77"'})],
    ['half a body', 'malformed_json', (backend, {id}) => accept(backend, id, {'if-match': '"1"'}, '{"a":')],
    ['a body of another kind', 'media_type_unsupported', (backend, {id}) => accept(backend, id, {'if-match': '"1"', 'content-type': 'text/plain'}, 'hello')],
    ['a list for a body', 'input_invalid', (backend, {id}) => accept(backend, id, {'if-match': '"1"'}, '[]')],
    ['a wrong value', 'input_invalid', async backend => new Request('http://mock.test/v1/lead-offers?limit=0', {headers: await withToken(backend)})],
    ['a cursor of another list', 'cursor_invalid', async backend => new Request(`http://mock.test/v1/lead-offers?tab=closed&cursor=${await someCursor(backend)}`, {headers: await withToken(backend)})],
    ['a cursor that is none', 'cursor_invalid', async backend => new Request('http://mock.test/v1/lead-offers?cursor=%25', {headers: await withToken(backend)})],
    ['a number that the feed did not give', 'last_event_id_invalid', async backend => new Request('http://mock.test/v1/events', {headers: await withToken(backend, {'last-event-id': '999'})})],
  ];
  const accept = async (backend: MockBackend, id: string, headers: Record<string, string>, body = '{}') =>
    new Request(`http://mock.test/v1/lead-offers/${id}/accept`, {method: 'POST', headers: await withToken(backend, {'idempotency-key': 'key-0123456789abc', 'content-type': 'application/json', ...headers}), body});
  const someCursor = async (backend: MockBackend) => offersOf((await callerOf(backend).call('partner', 'leadOffers.list', {tab: 'new', limit: 1})).body).page.next;

  for (const [what, code, request] of cases) {
    it(`because of ${what} is answered with ${code}`, async () => {
      const backend = createMockBackend();
      const response = await backend.fetch(await request(backend, await firstOffer(backend)));
      assert.equal(response.headers.get('content-type'), 'application/problem+json');
      const body = (await response.json()) as Problem;
      assert.equal(body.code, code);
      assert.equal(body.status, response.status);
      if (code === 'version_conflict') assert.equal((body.current as LeadOffer).version, 1);
      if (what === 'a wrong value') assert.deepEqual(body.errors?.map(({pointer}) => pointer), ['/limit']);
    });
  }
});

describe('a walk over pages', () => {
  for (const [tab, sort] of [['new', 'deadline'], ['working', 'score'], ['closed', 'age']] as const) {
    it(`meets each offer once under ${tab} by ${sort}, forth and back`, async () => {
      const {call} = callerOf(createMockBackend({scenario: 'many'}));
      const whole = offersOf((await call('partner', 'leadOffers.list', {tab, sort, limit: 100})).body);
      const forth: LeadOffer[] = [];
      let cursor: string | null = null;
      let last: Page<LeadOffer>;
      do {
        last = offersOf((await call('partner', 'leadOffers.list', {tab, sort, limit: 7, ...(cursor && {cursor})})).body);
        forth.push(...last.items);
        cursor = last.page.next;
      } while (cursor && forth.length < 100);
      assert.deepEqual(forth.slice(0, 100).map(({id}) => id), whole.items.slice(0, forth.length).map(({id}) => id).slice(0, 100));
      const back: LeadOffer[] = [...last.items];
      for (cursor = last.page.prev; cursor; cursor = last.page.prev) {
        last = offersOf((await call('partner', 'leadOffers.list', {tab, sort, limit: 7, cursor})).body);
        back.unshift(...last.items);
      }
      assert.deepEqual(back.map(({id}) => id), forth.map(({id}) => id));
    });
  }

  it('counts what the filters find', async () => {
    const {call} = callerOf(createMockBackend({scenario: 'many'}));
    const filters = {country: 'FI', q: 'line'};
    const counts = (await call('partner', 'leadOffers.counts', filters)).body as LeadOfferCounts;
    for (const tab of ['new', 'working', 'closed'] as const) {
      const {items, page} = offersOf((await call('partner', 'leadOffers.list', {...filters, tab, limit: 100})).body);
      assert.ok(page.next === null ? items.length === counts[tab] : counts[tab] > 100, tab);
      assert.ok(items.every(({teaser}) => teaser.country === 'FI'));
    }
  });
});

describe('the change feed', () => {
  async function listen(backend: MockBackend, headers: Record<string, string> = {}) {
    const response = await backend.fetch('http://mock.test/v1/events', {headers: await withToken(backend, headers)});
    assert.equal(response.headers.get('content-type'), 'text/event-stream');
    const reader = (response.body as ReadableStream<Uint8Array>).getReader();
    let text = '';
    return {
      reader,
      /** What has come until the text holds `word` or the stream ends. */
      async until(word: string): Promise<string> {
        while (!text.includes(word)) {
          const {done, value} = await reader.read();
          if (done) return `${text}(end)`;
          text += new TextDecoder().decode(value);
        }
        return text;
      },
    };
  }

  it('tells what happens, and from a number on what happened', async () => {
    const backend = createMockBackend();
    const live = await listen(backend);
    const {leadOfferId} = backend.act.newLead();
    const told = await live.until('"lead_offer"');
    assert.match(told, new RegExp(`event: change\\ndata: {"id":\\d+,"resource":"lead_offer","resourceId":"${leadOfferId}"}`));
    // Leads are the vendor's; a partner hears of offers.
    assert.ok(!told.includes('"lead"') && !told.includes('"activity"'), told);
    const later = await listen(backend, {'last-event-id': '0'});
    assert.ok((await later.until('"activity"')).includes(leadOfferId));
    await live.reader.cancel();
    await later.reader.cancel();
    assert.equal(backend.openStreams, 0);
  });

  it('beats every 15 s and ends as it is told', async () => {
    const clock = new TestClock();
    const backend = createMockBackend({clock});
    const live = await listen(backend);
    await live.until('retry');
    clock.advance(15_000);
    await live.until('\n\n:\n\n');
    backend.cutStreams('drain');
    assert.match(await live.until('never'), /event: drain\ndata: {}\n\n\(end\)$/);
    assert.deepEqual(clock.pending, []);
  });

  it('ends when the sessions do, whose tokens are worth nothing then', async () => {
    const backend = createMockBackend();
    const headers = await withToken(backend);
    const live = await listen(backend);
    backend.endSessions();
    assert.match(await live.until('never'), /event: reauth/);
    assert.equal((await backend.fetch('http://mock.test/v1/me', {headers})).status, 401);
    assert.equal((await backend.fetch('http://mock.test/v1/me', {headers: await withToken(backend)})).status, 200);
  });
});

describe('time', () => {
  it('expires what nobody accepted and reclaims what nobody works on; leads go on to who has not had them', async () => {
    const clock = new TestClock();
    const backend = createMockBackend({clock});
    const {offers, leads} = backend.store.data;
    const inStatus = (...statuses: string[]) => offers.values().filter(({status}) => statuses.includes(status)).map(({id}) => id);
    const [fresh, inWork] = [inStatus('offered', 'viewed'), inStatus('accepted', 'working')];
    await callerOf(backend).call('partner', 'leadOffers.counts');
    clock.advance(9 * 60_000);
    assert.deepEqual(inStatus('offered', 'viewed'), fresh);
    // Sessions of ten minutes end meanwhile, so that each look needs a new caller.
    clock.advance(3 * 24 * 3_600_000);
    await callerOf(backend).call('partner', 'leadOffers.counts');
    for (const id of fresh) assert.equal(offers.get(id)?.status, 'expired');
    const handedOn = offers.values().filter(offer => fresh.includes(leads.get(offer.leadId)?.offerIds[0] ?? '') && !fresh.includes(offer.id));
    assert.ok(handedOn.length > 0);
    for (const offer of handedOn) assert.notEqual(offer.partnerOrgId, offers.get(leads.get(offer.leadId)?.offerIds[0] ?? '')?.partnerOrgId);
    clock.advance(15 * 24 * 3_600_000);
    await callerOf(backend).call('partner', 'leadOffers.counts');
    for (const id of inWork) assert.equal(offers.get(id)?.status, 'reclaimed');
  });

  it('is over for an offer the moment it runs out', async () => {
    const clock = new TestClock();
    const backend = createMockBackend({clock});
    const {id, version, acceptBy} = await firstOffer(backend);
    clock.advance(Date.parse(acceptBy ?? '') - clock.now() - 30_000);
    const {call} = callerOf(backend);
    await call('partner', 'leadOffers.counts');
    clock.advance(30_000);
    assert.equal(codeOf((await call('partner', 'leadOffers.accept', {id, version})).body), 'lead_offer_expired');
  });

  it('has no place for what is yet to happen', async () => {
    const clock = new TestClock();
    const backend = createMockBackend({clock});
    const id = backend.act.accept();
    const {body} = await callerOf(backend).call('partner', 'activities.create', {leadOfferId: id, kind: 'call', body: 'Tomorrow', occurredAt: '2026-11-22T09:00:00.000Z'});
    assert.deepEqual((body as Problem).errors?.map(({pointer}) => pointer), ['/occurredAt']);
  });
});

describe('acts', () => {
  it('make things happen to the offers that they fit', async () => {
    const {act, store} = createMockBackend();
    const statusOf = (id: string) => store.data.offers.get(id)?.status;
    assert.equal(statusOf(act.expire()), 'expired');
    assert.equal(statusOf(act.accept()), 'accepted');
    assert.equal(statusOf(act.withdraw()), 'withdrawn');
    const {leadOfferId} = act.newLead();
    assert.equal(statusOf(leadOfferId), 'offered');
    act.accept(leadOfferId);
    act.logCall(leadOfferId);
    assert.equal(statusOf(leadOfferId), 'working');
    assert.equal(store.story(store.data.offers.get(leadOfferId)?.leadId ?? '')[0]?.kind, 'call');
    act.vendorNote(leadOfferId, 'Well done.');
    assert.equal(store.story(store.data.offers.get(leadOfferId)?.leadId ?? '')[0]?.body, 'Well done.');
    assert.throws(() => act.accept(leadOfferId));
  });
});

describe('two backends', () => {
  it('start alike from the same seed and share nothing', async () => {
    const clock = new TestClock();
    const list = async (backend: MockBackend) => offersOf((await callerOf(backend).call('partner', 'leadOffers.list', {limit: 100})).body).items;
    const [a, b, c] = [createMockBackend({clock}), createMockBackend({clock}), createMockBackend({clock, seed: 2})];
    assert.deepEqual(await list(a), await list(b));
    assert.notDeepEqual(await list(a), await list(c));
    a.act.withdraw();
    assert.notDeepEqual(await list(a), await list(b));
  });
});

describe('through msw', () => {
  it('answers what a page fetches', async () => {
    const backend = createMockBackend({as: 'vendor'});
    const server = setupServer(...handlers(backend, 'http://mock.test/'));
    server.listen({onUnhandledFrame: 'error'});
    try {
      const response = await fetch('http://mock.test/v1/me', {headers: await withToken(backend)});
      assert.equal(((await response.json()) as {person: {name: string}}).person.name, 'Priya Raman');
    } finally {
      server.close();
    }
  });
});
