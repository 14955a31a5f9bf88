import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {TestClock} from '@portico/mocks/test-clock';
import {createClient, type ClientOptions} from './client.ts';
import {ApiError} from './errors.ts';
import {startFaultServer, type FaultServer, type Reply, type Seen} from './testing/fault-server.ts';
import {until} from './testing/until.ts';

const problem = (status: number, code: string, extras: object = {}): Reply => ({status, body: {type: `urn:portico:problem:${code}`, title: 'A title.', status, code, instance: 'urn:uuid:r', requestId: 'r', ...extras}});

/** A client of a server, without pauses unless a clock is given. */
function clientOf(server: FaultServer, options: Partial<ClientOptions> = {}) {
  return createClient({apiUrl: server.url, secretKey: 'portico_sk_test', random: () => 0, ...options} as ClientOptions);
}

const accept = {id: '0193a0c0-0000-7000-8000-000000000401', version: 3};

async function refused(call: Promise<unknown>): Promise<ApiError> {
  return call.then(
    () => assert.fail('It was answered.'),
    (error: unknown) => {
      assert.ok(error instanceof ApiError, String(error));
      return error;
    },
  );
}

describe('tries', () => {
  it('send the same key and the same bytes until one is answered', async () => {
    const replies: Reply[] = [problem(503, 'unavailable'), 'drop', 'truncate', {body: {ok: true}}];
    await using server = await startFaultServer((_, count) => replies[count - 1] ?? 'drop');
    assert.deepEqual(await clientOf(server).leadOffers.decline({...accept, reason: 'other', comment: 'Ä ∑'}), {ok: true});
    assert.equal(server.seen.length, 4);
    const [first] = server.seen;
    assert.match(String(first?.headers['idempotency-key']), /^[\w-]{16,128}$/);
    for (const request of server.seen) {
      assert.equal(request.body, '{"reason":"other","comment":"Ä ∑"}');
      assert.equal(request.headers['idempotency-key'], first?.headers['idempotency-key']);
      assert.equal(request.headers['if-match'], '"3"');
    }
  });

  it('take the key that the caller gives, and a new one for each act otherwise', async () => {
    await using server = await startFaultServer(() => ({body: {}}));
    const client = createClient({apiUrl: server.url, secretKey: 'k'});
    await client.leadOffers.accept(accept, {idempotencyKey: 'my-key-0123456789'});
    await client.leadOffers.accept(accept);
    await client.leadOffers.accept(accept);
    const keys = server.seen.map(({headers}) => headers['idempotency-key']);
    assert.equal(keys[0], 'my-key-0123456789');
    assert.equal(new Set(keys).size, 3);
  });

  for (const [status, code] of [[408, 'x'], [409, 'idempotency_in_progress'], [429, 'rate_limited'], [500, 'internal_error'], [502, 'x'], [503, 'unavailable'], [504, 'x']] as const) {
    it(`are 4 for ${status} ${code}`, async () => {
      await using server = await startFaultServer(() => problem(status, code));
      const error = await refused(clientOf(server).leadOffers.accept(accept));
      assert.equal(error.problem.status, status);
      assert.equal(error.isRetryable, true);
      assert.equal(server.seen.length, 4);
    });
  }

  for (const [status, code] of [[400, 'malformed_json'], [403, 'forbidden'], [404, 'lead_offer_not_found'], [405, 'method_not_allowed'], [409, 'lead_offer_status_conflict'], [410, 'x'], [412, 'version_conflict'], [413, 'body_too_large'], [415, 'media_type_unsupported'], [422, 'input_invalid'], [428, 'if_match_required'], [501, 'x']] as const) {
    it(`end at once with ${status} ${code}`, async () => {
      await using server = await startFaultServer(() => problem(status, code, {current: {version: 9}}));
      const error = await refused(clientOf(server).leadOffers.accept(accept));
      assert.equal(error.code, code);
      assert.equal(error.isRetryable, false);
      assert.deepEqual(error.problem.current, {version: 9});
      assert.equal(server.seen.length, 1);
    });
  }

  it('pause for a random time below a ceiling that doubles from 300 ms', async () => {
    await using server = await startFaultServer(() => problem(503, 'unavailable'));
    const clock = new TestClock();
    const call = refused(clientOf(server, {clock, random: () => 0.5}).me.get());
    for (const [tries, pause] of [[1, 150], [2, 300], [3, 600]] as const) {
      await until(() => server.seen.length === tries && clock.pending.length === 1);
      assert.deepEqual(clock.pending, [pause]);
      clock.advance(pause);
    }
    assert.equal((await call).code, 'unavailable');
  });

  it('end when all of them together have taken 30 s', async () => {
    const clock = new TestClock();
    await using server = await startFaultServer(() => {
      clock.advance(20_000);
      return problem(503, 'unavailable');
    });
    const call = refused(clientOf(server, {clock}).me.get());
    await until(() => server.seen.length === 1 && clock.pending.length === 1);
    clock.advance(0);
    await call;
    assert.equal(server.seen.length, 2);
  });

  it('end each for itself when no answer comes, and say so', async () => {
    await using server = await startFaultServer(() => 'hang');
    let tries = 0;
    const counted = (request: Request) => (tries++, fetch(request));
    const error = await refused(clientOf(server, {limits: {tryMs: 40, tries: 2}, fetch: counted}).me.get());
    assert.equal(error.code, 'timeout');
    assert.equal(error.problem.status, 0);
    assert.equal(tries, 2);
  });

  it('say so when nobody is there', async () => {
    const server = await startFaultServer(() => 'drop');
    await server[Symbol.asyncDispose]();
    const error = await refused(clientOf(server).me.get());
    assert.deepEqual([error.code, error.problem.status, error.isRetryable], ['network_error', 0, true]);
  });

  it('stop with the reason of the aborted signal', async () => {
    await using server = await startFaultServer(() => problem(503, 'unavailable'));
    const stop = new AbortController();
    const call = clientOf(server, {clock: new TestClock(), random: () => 0.9}).me.get({}, {signal: stop.signal});
    await until(() => server.seen.length === 1);
    const reason = new Error('The page was left.');
    stop.abort(reason);
    await assert.rejects(call, each => each === reason);
    assert.equal(server.seen.length, 1);
  });
});

describe('Retry-After', () => {
  async function firstPause(header: string): Promise<number | ApiError> {
    await using server = await startFaultServer((_, count) => (count === 1 ? {...(problem(429, 'rate_limited') as object), headers: {'retry-after': header}} : {body: {}}));
    const clock = new TestClock();
    const call = clientOf(server, {clock, random: () => 0.5}).me.get();
    const failure = call.then(() => undefined, (error: unknown) => error as ApiError);
    await Promise.race([failure, until(() => clock.pending.length > 0)]);
    const pause = clock.pending[0];
    clock.advance(60_000);
    return (await failure) ?? pause ?? Number.NaN;
  }

  it('in seconds is waited for, whatever patience is left', async () => {
    assert.equal(await firstPause('7'), 7000);
    assert.equal(await firstPause('60'), 60_000);
  });
  it('as a date is waited for', async () => assert.equal(await firstPause('Sat, 21 Nov 2026 09:00:30 GMT'), 30_000));
  for (const garbage of ['-5', 'soon', '0', '', 'Sat, 21 Nov 2026 08:00:00 GMT', '3.5.1']) {
    it(`that says ${JSON.stringify(garbage)} is not followed`, async () => assert.equal(await firstPause(garbage), 150));
  }
  for (const far of ['61', '1795293756000', 'Fri, 21 Nov 2099 09:00:00 GMT']) {
    it(`of ${far} fails visibly`, async () => {
      const error = await firstPause(far);
      assert.ok(error instanceof ApiError);
      assert.ok(Number(error.retryAfterMs) > 60_000);
    });
  }
});

describe('answers that are not from the API', () => {
  it('get the nearest code, with the id of the request', async () => {
    await using server = await startFaultServer(() => ({status: 502, headers: {'content-type': 'text/html', 'x-request-id': 'abc'}, body: '<h1>Bad gateway</h1>'}));
    const {problem: found} = await refused(clientOf(server, {limits: {tries: 1}}).me.get());
    assert.deepEqual([found.code, found.status, found.requestId], ['unavailable', 502, 'abc']);
  });
  it('are named when they come with 200', async () => {
    await using server = await startFaultServer(() => ({headers: {'content-type': 'text/html', 'x-request-id': 'abc'}, body: '<h1>Hotel Wi-Fi</h1>'}));
    const error = await refused(clientOf(server).me.get());
    assert.deepEqual([error.code, error.isRetryable, error.problem.requestId, server.seen.length], ['answer_unreadable', false, 'abc', 1]);
  });
  it('of 204 are nothing', async () => {
    await using server = await startFaultServer(() => ({status: 204}));
    assert.equal(await clientOf(server).routingRules.delete({id: accept.id, version: 1}), undefined);
  });
});

describe('the circuit', () => {
  it('sends one try in 15 s after five failures, until one is answered', async () => {
    let down = true;
    await using server = await startFaultServer(() => (down ? problem(503, 'unavailable') : {body: {}}));
    const clock = new TestClock();
    const client = clientOf(server, {clock, limits: {tries: 1}});
    for (let call = 0; call < 7; call++) await refused(client.me.get());
    assert.equal(server.seen.length, 5);
    clock.advance(14_000);
    assert.equal((await refused(client.me.get())).retryAfterMs, 1000);
    clock.advance(1000);
    await refused(client.me.get());
    await refused(client.me.get());
    assert.equal(server.seen.length, 6);
    down = false;
    clock.advance(15_000);
    await client.me.get();
    await client.me.get();
    assert.equal(server.seen.length, 8);
  });
});

describe('what a client sends', () => {
  const bare = ({method, path, body}: Seen) => ({method, path, body});
  it('puts placeholders in the path, lists and words in the query', async () => {
    await using server = await startFaultServer(() => ({body: {}}));
    const client = clientOf(server, {locale: 'fi'});
    await client.leads.list({status: ['new', 'offered'], q: 'ä&b', attention: true, cursor: undefined});
    await client.activities.create({leadOfferId: 'a/b?c', kind: 'note', body: 'x', internal: true});
    await client.routingRules.delete({id: accept.id, version: 2});
    assert.deepEqual(server.seen.map(bare), [
      {method: 'GET', path: '/v1/leads?status=new&status=offered&q=%C3%A4%26b&attention=true', body: ''},
      {method: 'POST', path: '/v1/lead-offers/a%2Fb%3Fc/activities', body: '{"kind":"note","body":"x","internal":true}'},
      {method: 'DELETE', path: `/v1/routing-rules/${accept.id}`, body: ''},
    ]);
    assert.equal(server.seen[2]?.headers['if-match'], '"2"');
    assert.equal(server.seen[0]?.headers['idempotency-key'], undefined);
    assert.equal(server.seen[0]?.headers['accept-language'], 'fi');
    assert.equal(server.seen[0]?.headers['authorization'], 'Bearer portico_sk_test');
  });
  for (const id of ['', '.', '..']) {
    it(`refuses ${JSON.stringify(id)} in a path`, async () => {
      await using server = await startFaultServer(() => ({body: {}}));
      await assert.rejects(clientOf(server).leads.get({id}), TypeError);
      assert.equal(server.seen.length, 0);
    });
  }
  it('is what validate() makes of the answer', async () => {
    await using server = await startFaultServer(() => ({body: {n: 1}}));
    const names: string[] = [];
    const client = clientOf(server, {validate: ({resource, verb}, body) => (names.push(`${resource}.${verb}`), {checked: body})});
    assert.deepEqual(await client.me.get(), {checked: {n: 1}});
    assert.deepEqual(names, ['me.get']);
  });
});
