import assert from 'node:assert/strict';
import {once} from 'node:events';
import {Agent, request, type IncomingMessage} from 'node:http';
import {connect as connectSocket} from 'node:net';
import {text} from 'node:stream/consumers';
import {setTimeout as sleep} from 'node:timers/promises';
import {after, before, describe, it} from 'node:test';
import {inspect} from 'node:util';
import pg from 'pg';
import type {Problem} from '@portico/contract';
import {EventReader} from '../testing/read-events.ts';
import {databaseKinds, testDatabaseUrl} from '../testing/test-database.ts';
import {freshKey} from '../testing/test-client.ts';
import {startTestServer, type TestServer} from '../testing/test-server.ts';
import {serve, type Listening} from './serve.ts';

for (const database of databaseKinds) {
  describe(`a listening server on ${database}`, () => {
    let server: TestServer;
    let listening: Listening;
    before(async () => {
      server = await startTestServer({database});
      listening = await serve(server.app, {port: 0, context: server.context, acceptForMs: 0});
    });
    after(async () => {
      await listening.stop();
      await server.close();
    });

    /** Writes raw bytes to the port and reads until the server closes. */
    async function raw(bytes: string): Promise<string> {
      const socket = connectSocket(listening.port, '127.0.0.1');
      socket.end(bytes);
      return text(socket);
    }

    it('answers over a socket', async () => {
      const tenant = await server.newTenant();
      const answer = await fetch(`${listening.url}/v1/me`, {headers: {Authorization: `Bearer ${tenant.secretKey}`}});
      assert.equal(answer.status, 200);
      assert.equal(((await answer.json()) as {caller: string}).caller, 'key');
    });

    it('answers with a problem even what is no HTTP', async () => {
      for (const [bytes, status] of [
        ['nonsense\r\n\r\n', 400],
        [`GET / HTTP/1.1\r\nHost: localhost\r\nX-Long: ${'x'.repeat(20_000)}\r\n\r\n`, 431],
        ['GET / HTTP/1.1\r\nHost: bad host\r\nConnection: close\r\n\r\n', 400],
      ] as const) {
        const answer = await raw(bytes);
        assert.match(answer, new RegExp(`^HTTP/1.1 ${status} `));
        assert.match(answer, /content-type: application\/problem\+json/i, bytes.slice(0, 40));
        assert.equal((JSON.parse(answer.slice(answer.indexOf('\r\n\r\n') + 4)) as Problem).status, status);
      }
    });

    it('is not held up by somebody who sends slowly', async () => {
      const tenant = await server.newTenant();
      const headers = {Authorization: `Bearer ${tenant.secretKey}`, 'Content-Type': 'application/json', 'Idempotency-Key': freshKey()};
      const slow = request(`${listening.url}/v1/partner-orgs`, {method: 'POST', headers});
      const answered = once(slow, 'response');
      slow.write('{"name":');
      await sleep(100);
      assert.equal((await fetch(`${listening.url}/v1/me`, {headers: {Authorization: `Bearer ${tenant.secretKey}`}})).status, 200);
      slow.end('"Slow"}');
      const [answer] = (await answered) as [IncomingMessage];
      assert.equal(answer.statusCode, 201);
      await text(answer);
    });

    it('undoes nothing and leaks nothing when a reader hangs up', async () => {
      const tenant = await server.newTenant();
      for (let index = 0; index < 4; index++) {
        const stop = new AbortController();
        const answer = await fetch(`${listening.url}/v1/events`, {headers: {Authorization: `Bearer ${(await tenant.vendorSession()).token}`}, signal: stop.signal});
        assert.equal(answer.status, 200);
        stop.abort();
      }
      const {token} = await tenant.vendorSession();
      for (let index = 0; index < 6; index++) {
        const stop = new AbortController();
        const answer = await fetch(`${listening.url}/v1/events`, {headers: {Authorization: `Bearer ${token}`}, signal: stop.signal});
        assert.equal(answer.status, 200, `stream ${index}`);
        stop.abort();
        await sleep(50);
      }
    });
  });

  describe(`a server that stops on ${database}`, () => {
    it('sends its readers away, each to come back at another moment', async () => {
      const server = await startTestServer({database});
      const tenant = await server.newTenant();
      const readers = await Promise.all(
        Array.from({length: 8}, async () => {
          const {body} = await server.send('/v1/events', {headers: {Authorization: `Bearer ${tenant.secretKey}`}});
          assert.ok(body);
          return new EventReader(body);
        }),
      );
      assert.equal((await server.send('/startupz')).status, 200);
      assert.equal((await server.send('/readyz')).status, 200);
      server.app.drain();
      assert.equal((await server.send('/readyz')).status, 503);
      assert.equal((await server.send('/livez')).status, 200);
      const retries = await Promise.all(readers.map(async reader => (await reader.until(() => false)).at(-1)));
      assert.ok(retries.every(event => event?.event === 'drain' && (event.retryMs ?? 0) >= 1000 && (event.retryMs ?? 0) <= 15_000));
      assert.ok(new Set(retries.map(event => event?.retryMs)).size > 1);
      assert.equal((await server.send('/v1/events', {headers: {Authorization: `Bearer ${tenant.secretKey}`}})).status, 503);
      assert.equal((await server.send('/v1/me', {headers: {Authorization: `Bearer ${tenant.secretKey}`}})).status, 200);
      await server.close();
    });

    it('finishes what it is at, and is not held up by streams or idle connections', async () => {
      const server = await startTestServer({database});
      let calls = 0;
      const counting = {...server.app, runDue: async () => ++calls};
      const listening = await serve(counting, {port: 0, context: server.context, acceptForMs: 1_000});
      const tenant = await server.newTenant();
      const agent = new Agent({keepAlive: true});
      const headers = {Authorization: `Bearer ${tenant.secretKey}`, 'Content-Type': 'application/json', 'Idempotency-Key': freshKey()};
      const get = request(`${listening.url}/v1/me`, {agent, headers});
      get.end();
      const [first] = (await once(get, 'response')) as [IncomingMessage];
      await text(first);
      const stream = await fetch(`${listening.url}/v1/events`, {headers});
      assert.ok(stream.body);
      const atWork = request(`${listening.url}/v1/partner-orgs`, {method: 'POST', headers});
      const answered = once(atWork, 'response');
      atWork.write('{"name":');
      await sleep(1_200);
      assert.ok(calls >= 1, 'what is due is done every second');

      const startedAt = performance.now();
      const stopping = listening.stop();
      assert.equal(listening.stop(), stopping);
      await sleep(100);
      assert.equal((await fetch(`${listening.url}/readyz`)).status, 503);
      await sleep(400);
      atWork.end('"Last"}');
      const [last] = (await answered) as [IncomingMessage];
      assert.equal(last.statusCode, 201);
      await text(last);
      assert.equal((await new EventReader(stream.body).until(() => false)).at(-1)?.event, 'drain');
      await stopping;
      assert.ok(performance.now() - startedAt < 5_000);
      await assert.rejects(fetch(listening.url));
      const before = calls;
      await sleep(1_100);
      assert.equal(calls, before);
      agent.destroy();
      await server.close();
    });
  });
}

if (testDatabaseUrl) {
  describe('a PostgreSQL that drops its connections', () => {
    it('costs some answers, and neither the process nor an event', async () => {
      const server = await startTestServer({database: 'postgres'});
      const admin = new pg.Client({connectionString: testDatabaseUrl});
      after(async () => {
        await admin.end();
        await server.close();
      });
      const tenant = await server.newTenant();
      const {body} = await server.send('/v1/events', {headers: {Authorization: `Bearer ${tenant.secretKey}`}});
      assert.ok(body);
      const reader = new EventReader(body);
      await tenant.client.partnerOrgs.create({name: 'Before'});
      await reader.until(({event}) => event === 'change');
      await admin.connect();
      const {transaction} = await server.database.begin('');
      const [[own]] = (await transaction.script('SELECT current_database() AS name')) as [[{name: string}]];
      const cut = () => admin.query('SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1', [own.name]);

      // One connection is in the middle of a transaction, others are idle, one listens.
      await cut();
      await assert.rejects(transaction.script('SELECT 1'));
      await transaction.rollback();
      const answers: string[] = [];
      for (let index = 0; index < 30; index++) {
        if (index === 10) await cut();
        const answer = await server.send('/v1/me', {headers: {Authorization: `Bearer ${tenant.secretKey}`}});
        if (answer.status !== 200) answers.push(`${answer.status} ${await answer.text()}`);
      }
      assert.ok(answers.every(answer => answer.startsWith('503 ')), [...answers, ...server.logged.map(({details}) => inspect(details))].join('\n'));
      assert.equal((await server.send('/v1/me', {headers: {Authorization: `Bearer ${tenant.secretKey}`}})).status, 200);
      const org = await tenant.client.partnerOrgs.create({name: 'After'});
      const [event] = await reader.until(({event: name}) => name === 'change');
      assert.ok(event?.data.includes(org.id));
      reader.cut();
    });
  });
}
