import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import {Problem} from '@portico/contract';
import {resourceDatabaseKinds} from '../testing/test-database.ts';
import {freshKey} from '../testing/test-client.ts';
import {startTestServer, type TestServer} from '../testing/test-server.ts';
import type {TestTenant} from '../testing/test-tenant.ts';

/** Reads an answer that must be a problem, and checks everything that holds for all of them. */
async function problemOf(answer: Response): Promise<Problem> {
  assert.equal(answer.headers.get('Content-Type'), 'application/problem+json');
  const body = Problem.parse(await answer.json());
  assert.equal(body.status, answer.status);
  assert.equal(body.instance, `urn:uuid:${body.requestId}`);
  assert.equal(answer.headers.get('X-Request-Id'), body.requestId);
  assert.doesNotMatch(JSON.stringify(body), /select |insert |constraint|pg_|stack|\.ts:/i);
  return body;
}

for (const database of resourceDatabaseKinds) {
  describe(`requests on ${database}`, () => {
    let server: TestServer;
    let tenant: TestTenant;
    before(async () => {
      server = await startTestServer({database});
      tenant = await server.newTenant();
    });
    after(() => server.close());

    const headers = (more: Record<string, string> = {}) => ({Authorization: `Bearer ${tenant.secretKey}`, 'Idempotency-Key': freshKey(), 'Content-Type': 'application/json', ...more});
    const post = (path: string, body: BodyInit, more: Record<string, string> = {}) => server.send(path, {method: 'POST', headers: headers(more), body});
    const code = async (answer: Response | Promise<Response>) => {
      const {status, code: name} = await problemOf(await answer);
      return `${status} ${name}`;
    };

    it('say what is wrong with a body that is not JSON', async () => {
      assert.equal(await code(post('/v1/people', '{"name":')), '400 malformed_json');
      assert.equal(await code(post('/v1/people', '{"name":"a","name":"b"}')), '400 malformed_json');
      assert.equal(await code(post('/v1/leads', '{"score":1e400}')), '400 malformed_json');
      assert.equal(await code(post('/v1/leads', '{"estimatedValue":{"amountMinor":9007199254740993,"currency":"EUR"}}')), '400 malformed_json');
      assert.equal(await code(post('/v1/people', new Uint8Array([0x7b, 0xff, 0x7d]))), '400 malformed_json');
      assert.equal(await code(post('/v1/people', '[]')), '422 input_invalid');
      assert.equal(await code(post('/v1/people', 'null')), '422 input_invalid');
    });

    it('say which fields are wrong, by pointer', async () => {
      const answer = await post('/v1/people', JSON.stringify({name: '', email: 'nobody', memberships: [{partnerOrgId: null, roles: []}]}));
      const {errors = []} = await problemOf(answer);
      assert.deepEqual(errors.map(({pointer}) => pointer).sort(), ['/email', '/memberships/0/roles', '/name']);
      for (const {message} of errors) assert.ok(message.length > 0);
    });

    it('refuse NUL and half surrogate pairs in any text', async () => {
      assert.equal(await code(post('/v1/people', '{"name":"a\\u0000b"}')), '422 input_invalid');
      assert.equal(await code(post('/v1/people', '{"name":"a\\ud800b"}')), '422 input_invalid');
      assert.equal(await code(server.send('/v1/people?q=%00', {headers: headers()})), '422 input_invalid');
      assert.equal(await code(server.send('/v1/people/%00', {headers: headers()})), '404 person_not_found');
    });

    it('refuse bodies that are too large, counted as they come', async () => {
      const large = 'x'.repeat(10_000_000);
      assert.equal(await code(post('/v1/people', JSON.stringify({name: large}))), '413 body_too_large');
      let sent = 0;
      const endless = new ReadableStream<Uint8Array>({
        pull(controller) {
          sent += 64_000;
          controller.enqueue(new Uint8Array(64_000).fill(32));
        },
      });
      const init = {method: 'POST', headers: headers(), body: endless, duplex: 'half'};
      assert.equal(await code(server.send('/v1/people', init)), '413 body_too_large');
      assert.ok(sent < 1_000_000, `read ${sent} bytes`);
    });

    it('take JSON only', async () => {
      assert.equal(await code(post('/v1/people', 'name=a', {'Content-Type': 'application/x-www-form-urlencoded'})), '415 media_type_unsupported');
      assert.equal(await code(post('/v1/people', '{"name":"a"}', {'Content-Type': 'text/plain'})), '415 media_type_unsupported');
      assert.equal((await post('/v1/people', '{"name":"a"}', {'Content-Type': 'application/json; charset=UTF-8'})).status, 201);
    });

    it('know their addresses and methods', async () => {
      assert.equal(await code(server.send('/v1/nothing')), '404 route_not_found');
      assert.equal(await code(server.send('/', {method: 'POST'})), '404 route_not_found');
      const answer = await server.send('/v1/people', {method: 'DELETE', headers: headers()});
      assert.equal(answer.headers.get('Allow'), 'GET, HEAD, OPTIONS, POST');
      assert.equal((await problemOf(answer)).code, 'method_not_allowed');
      const head = await server.send('/v1/me', {method: 'HEAD', headers: headers()});
      assert.equal(head.status, 200);
      assert.equal(await head.text(), '');
      assert.equal(await code(server.send('/v1/people/%E0%A4%A', {headers: headers()})), '404 person_not_found');
    });

    it('read numbers, booleans and lists from the query', async () => {
      const get = (query: string) => server.send(`/v1/leads?${query}`, {headers: headers()});
      assert.equal((await get('limit=5&attention=true&status=new&status=offered')).status, 200);
      assert.equal((await get('status=new')).status, 200);
      for (const query of ['limit=five', 'limit=0', 'limit=101', 'limit=1.5', 'limit=1&limit=2', 'attention=1', 'status=unheard', 'sort=up']) {
        const {code: name, errors} = await problemOf(await get(query));
        assert.equal(name, 'input_invalid', query);
        assert.match(errors?.[0]?.pointer ?? '', /^\/(limit|attention|status|sort)/);
      }
    });

    it('answer an unknown, a foreign and a malformed id the same way', async () => {
      const other = await server.newTenant();
      const foreign = await other.newPerson();
      const texts = await Promise.all(
        [foreign, '0190a000-0000-7000-8000-000000000000', 'nonsense'].map(async id => {
          const answer = await server.send(`/v1/people/${id}`, {headers: headers()});
          const {requestId} = await problemOf(answer.clone());
          return `${answer.status} ${(await answer.text()).replaceAll(requestId, '')}`;
        }),
      );
      assert.equal(new Set(texts).size, 1);
      assert.match(texts[0] ?? '', /^404/);
    });

    it('keep answers out of caches and browsers from guessing', async () => {
      for (const answer of [await server.send('/v1/me', {headers: headers()}), await server.send('/v1/me')]) {
        assert.equal(answer.headers.get('Cache-Control'), 'private, no-store');
        assert.equal(answer.headers.get('X-Content-Type-Options'), 'nosniff');
        assert.equal(answer.headers.get('Portico-Version'), '1');
        assert.equal(answer.headers.get('Vary'), 'Origin');
        assert.match(answer.headers.get('X-Request-Id') ?? '', /^[0-9a-f-]{36}$/);
      }
      assert.equal((await server.send('/v1/me')).headers.get('WWW-Authenticate'), 'Bearer');
    });

    it('describe themselves', async () => {
      const document = (await (await server.send('/v1/openapi.json')).json()) as {openapi: string; paths: Record<string, unknown>};
      assert.match(document.openapi, /^3\.1/);
      assert.ok('/lead-offers/{id}/accept' in document.paths);
    });
  });
}
