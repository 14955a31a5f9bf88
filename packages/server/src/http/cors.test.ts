import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import type {Problem} from '@portico/contract';
import {defaultConfig} from '../config.ts';
import {resourceDatabaseKinds} from '../testing/test-database.ts';
import {freshKey} from '../testing/test-client.ts';
import {startTestServer, type TestServer} from '../testing/test-server.ts';
import {testOrigin, type TestTenant} from '../testing/test-tenant.ts';

for (const database of resourceDatabaseKinds) {
  describe(`pages of other origins on ${database}`, () => {
    let server: TestServer;
    let tenant: TestTenant;
    before(async () => {
      server = await startTestServer({database});
      tenant = await server.newTenant();
    });
    after(() => server.close());

    const listOrigins = async (of: TestTenant, origins: string[]) => of.client.program.update({version: (await of.client.program.get({})).version, origins});
    const preflight = (origin: string) =>
      server.send('/v1/lead-offers', {method: 'OPTIONS', headers: {Origin: origin, 'Access-Control-Request-Method': 'POST', 'Access-Control-Request-Headers': 'authorization, idempotency-key'}});
    const ask = (origin: string, token: string | null, path = '/v1/me') => server.send(path, {headers: {Origin: origin, ...(token ? {Authorization: `Bearer ${token}`} : {})}});
    const readable = ({headers}: Response) => headers.get('Access-Control-Allow-Origin');

    it('may ask when they are listed, and only then', async () => {
      const listed = await preflight(testOrigin);
      assert.equal(listed.status, 204);
      assert.equal(readable(listed), testOrigin);
      assert.equal(listed.headers.get('Access-Control-Max-Age'), '600');
      assert.match(listed.headers.get('Access-Control-Allow-Headers') ?? '', /Idempotency-Key.*If-Match.*Last-Event-ID/);
      assert.equal(listed.headers.get('Access-Control-Allow-Credentials'), null);
      assert.equal(listed.headers.get('Vary'), 'Origin');
      for (const origin of ['https://evil.example', 'null', `${testOrigin}.evil.example`, testOrigin.replace('https', 'http')]) {
        const answer = await preflight(origin);
        assert.equal(readable(answer), null, origin);
        assert.equal(answer.headers.get('Access-Control-Allow-Methods'), null);
      }
    });

    it('read answers and failures alike, with the headers that a client needs', async () => {
      const {token} = await tenant.partnerSession();
      const answer = await ask(testOrigin, token);
      assert.equal(answer.status, 200);
      for (const refused of [answer, await ask(testOrigin, null), await ask(testOrigin, token, '/v1/nothing'), await ask(testOrigin, 'broken')]) {
        assert.equal(readable(refused), testOrigin);
        for (const name of ['ETag', 'Retry-After', 'RateLimit', 'Idempotent-Replayed', 'X-Request-Id']) assert.ok(refused.headers.get('Access-Control-Expose-Headers')?.includes(name), name);
        assert.equal(refused.headers.get('Vary'), 'Origin');
      }
    });

    it('need no list when they are this server’s own, but must not hold a secret key', async () => {
      const own = new URL(defaultConfig.publicUrl).origin;
      const {token} = await tenant.partnerSession();
      assert.equal((await ask(own, token)).status, 200);
      assert.equal((await ask(own, tenant.secretKey)).status, 403);
    });

    it('get nothing when the session is not meant for them', async () => {
      const other = await server.newTenant();
      await listOrigins(other, ['https://other.example']);
      const {token} = await tenant.partnerSession();
      for (const origin of ['https://evil.example', 'https://other.example', 'null']) {
        const answer = await ask(origin, token);
        assert.equal(answer.status, 403, origin);
        assert.equal(((await answer.json()) as Problem).code, 'origin_not_allowed');
        assert.equal(readable(answer), null, origin);
      }
      // Not a browser: no origin.
      assert.equal((await server.send('/v1/me', {headers: {Authorization: `Bearer ${token}`}})).status, 200);
    });

    it('lose access when the programme takes them off its list', async () => {
      const own = await server.newTenant();
      await listOrigins(own, ['https://*.pages.example', testOrigin]);
      const {token} = await own.partnerSession();
      assert.equal((await ask('https://a.pages.example', token)).status, 200);
      assert.equal((await ask('https://a.b.pages.example', token)).status, 403);
      await listOrigins(own, [testOrigin]);
      assert.equal((await ask('https://a.pages.example', token)).status, 403);
    });

    it('are held to the origins their session was minted for', async () => {
      const own = await server.newTenant();
      await listOrigins(own, ['https://one.example', 'https://two.example']);
      const personId = await own.newPerson();
      const {token} = await own.client.embedSessions.create({personId, origins: ['https://one.example/some/page']});
      assert.equal((await ask('https://one.example', token)).status, 200);
      assert.equal((await ask('https://two.example', token)).status, 403);
      await assert.rejects(own.client.embedSessions.create({personId, origins: ['https://three.example']}), /origin_not_allowed/);
    });

    it('of sandboxed frames have none, and may ask where the programme lists that', async () => {
      const own = await server.newTenant();
      await listOrigins(own, [testOrigin, 'null']);
      const {token} = await own.partnerSession();
      assert.equal((await ask('null', token)).status, 200);
      // For the other programmes of the server nothing has changed.
      assert.equal((await ask('null', (await tenant.partnerSession()).token)).status, 403);
      await listOrigins(own, [testOrigin]);
      assert.equal((await ask('null', token)).status, 403);
    });

    it('never work with a secret key, and that is noted', async () => {
      const own = await server.newTenant();
      const answer = await ask(testOrigin, own.secretKey);
      assert.equal(answer.status, 403);
      assert.equal(((await answer.json()) as Problem).code, 'secret_key_in_browser');
      // A wrong key gives no hint.
      const wrong = await ask(testOrigin, own.secretKey.replace(/.{8}$/, '00000000'));
      assert.equal(((await wrong.json()) as Problem).code, 'secret_key_invalid');
      await server.app.close();
      const entries = await own.inScope(({db}) => db.selectFrom('audit_entry').select(['action', 'changes', 'principal_id']).where('action', '=', 'denied').execute());
      assert.deepEqual(entries.map(({changes}) => changes), [{code: 'secret_key_in_browser', route: 'me.get', origin: testOrigin}]);
      assert.match(entries[0]?.principal_id ?? '', /^key:/);
    });

    it('are answered by the server itself without a token: preflights count against nobody', async () => {
      const answer = await server.send('/v1/people', {method: 'OPTIONS', headers: {'Idempotency-Key': freshKey()}});
      assert.equal(answer.status, 204);
      assert.equal(readable(answer), null);
    });
  });
}
