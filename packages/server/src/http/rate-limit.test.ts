import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import type {Problem} from '@portico/contract';
import {systemContext} from '../context.ts';
import {ProblemError} from '../problem.ts';
import {testClock} from '../testing/test-clock.ts';
import {startTestServer, type TestServer} from '../testing/test-server.ts';
import {RateLimiter} from './rate-limit.ts';

const silent = {debug: () => {}, info: () => {}, warn: () => {}, error: () => {}};
const quotas = {ip: {requests: 3, windowS: 60}, session: {requests: 5, windowS: 60}, key: {requests: 40, windowS: 60}, tenant: {requests: 60, windowS: 30}, visitor: {requests: 600, windowS: 60}, enquiry: {requests: 10, windowS: 600}};

describe('limits', () => {
  it('count in windows, say what is left, and start again', () => {
    const clock = testClock();
    const limiter = new RateLimiter(quotas, {...systemContext(silent), now: clock.now});
    const partitions = [{policy: 'session', id: 'a'}, {policy: 'tenant', id: 't'}] as const;
    assert.deepEqual(limiter.count(partitions), {'RateLimit-Policy': '"session";q=5;w=60, "tenant";q=60;w=30', RateLimit: '"session";r=4;t=60, "tenant";r=59;t=30'});
    clock.advance({seconds: 20, ms: 1});
    assert.equal(limiter.count(partitions)['RateLimit'], '"session";r=3;t=40, "tenant";r=58;t=10');
    for (let index = 0; index < 3; index++) limiter.count(partitions);
    assert.throws(
      () => limiter.count(partitions),
      (error: unknown) => {
        assert.ok(error instanceof ProblemError);
        assert.equal(error.code, 'rate_limited');
        assert.deepEqual(error.extra.violatedPolicies, ['session']);
        const wait = error.extra.retryAfterS ?? 0;
        assert.ok(Number.isInteger(wait) && wait >= 40 && wait <= 48, String(wait));
        return true;
      },
    );
    // Others are not in the same boat.
    limiter.count([{policy: 'session', id: 'b'}]);
    clock.advance({seconds: 40});
    limiter.count(partitions);
  });

  describe('on the server', () => {
    let server: TestServer;
    before(async () => {
      server = await startTestServer({config: {quotas}});
    });
    after(() => server.close());

    it('hold one session back and tell it when to come again', async () => {
      const tenant = await server.newTenant();
      const {token} = await tenant.partnerSession();
      const ask = () => server.send('/v1/me', {headers: {Authorization: `Bearer ${token}`}});
      const lefts = [];
      for (let index = 0; index < 5; index++) lefts.push(/"session";r=(\d+)/.exec((await ask()).headers.get('RateLimit') ?? '')?.[1]);
      assert.deepEqual(lefts, ['4', '3', '2', '1', '0']);
      const refused = await ask();
      assert.equal(refused.status, 429);
      const body = (await refused.json()) as Problem;
      assert.equal(body.type, 'https://iana.org/assignments/http-problem-types#quota-exceeded');
      assert.deepEqual(body.violatedPolicies, ['session']);
      assert.equal(refused.headers.get('Retry-After'), String(body.retryAfterS));
      assert.equal((await server.send('/v1/me', {headers: {Authorization: `Bearer ${tenant.secretKey}`}})).status, 200);
      server.clock.advance({seconds: 60});
      assert.equal((await ask()).status, 200);
    });

    it('make guessing slow, by address, and leave those with a session alone', async () => {
      const tenant = await server.newTenant();
      const {token} = await tenant.partnerSession();
      const ask = (authorization: string, ip: string) => server.app.fetch(new Request('http://localhost/v1/me', {headers: {Authorization: authorization}}), {ip});
      const guesses = [];
      for (let index = 0; index < 4; index++) guesses.push((await ask(`Bearer guess-${index}`, '192.0.2.1')).status);
      assert.deepEqual(guesses, [401, 401, 401, 429]);
      assert.equal((await ask('Bearer guess', '192.0.2.2')).status, 401);
      assert.equal((await ask(`Bearer ${token}`, '192.0.2.1')).status, 200);
    });
  });
});
