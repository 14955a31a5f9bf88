import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import {api, Problem, type Route} from '@portico/contract';
import fc from 'fast-check';
import {toRequest} from '../../packages/server/src/testing/test-client.ts';
import {databaseKinds} from '../../packages/server/src/testing/test-database.ts';
import {startTestServer, type TestServer} from '../../packages/server/src/testing/test-server.ts';
import {brokenInput, validInput} from './arbitrary-input.ts';

const seed = Number(process.env['PORTICO_SEED'] ?? Date.now() % 2 ** 31);
const runs = Number(process.env['PORTICO_FUZZ_RUNS'] ?? 10);
/** What no answer may say: how it is built. */
const innards = /\bat \S+ \(|node_modules|\.ts:\d+|select .+ from|insert into|violates|constraint|pg_|relation "|sqlstate|syntax error|kysely|zod/i;

const routes = Object.entries(api).flatMap(([resource, table]) => Object.entries(table as Record<string, Route>).map(([verb, route]) => ({name: `${resource}.${verb}`, route})));

/** An address or a header can hold texts only: what else stands there goes as JSON, without what they cannot carry. */
function asSendable(route: Route, input: Record<string, unknown>): Record<string, unknown> {
  const toText = (value: unknown) => (typeof value === 'object' && value !== null ? JSON.stringify(value) : typeof value === 'string' ? value.toWellFormed() : value);
  const inAddress = (key: string) => route.method === 'GET' || route.method === 'DELETE' || route.path.includes(`{${key}}`);
  return Object.fromEntries(
    Object.entries(input).map(([key, value]) => {
      if (key === 'version') return [key, String(toText(value)).replaceAll(/[^\x20-\x7e]/g, '?')];
      return [key, inAddress(key) ? (Array.isArray(value) ? value.map(toText) : toText(value)) : value];
    }),
  );
}

for (const database of databaseKinds) {
  describe(`any input to any route on ${database}`, () => {
    let server: TestServer;
    let tokens: Record<string, string>;
    let asked = 0;

    before(async () => {
      server = await startTestServer({database});
      const tenant = await server.newTenant();
      tokens = {key: tenant.secretKey, vendor: (await tenant.vendorSession()).token, partner: (await tenant.partnerSession()).token};
    });
    after(async () => {
      console.log(`  ${asked} requests, seed ${seed}`);
      await server.close();
    });

    for (const {name, route} of routes) {
      it(`${name} answers, and never with an error of ours`, async () => {
        const caller = route.callers[0]!;
        await fc.assert(
          fc.asyncProperty(fc.oneof(validInput(route.input), brokenInput(route.input)), async input => {
            const {path, init} = toRequest(route, asSendable(route, input), tokens[caller] ?? null);
            const answer = await server.send(path, init);
            const text = await answer.text();
            asked++;
            assert.ok(answer.status < 500, `${answer.status}: ${text}`);
            if (answer.status < 400) return;
            assert.equal(answer.headers.get('content-type'), 'application/problem+json');
            const body = Problem.parse(JSON.parse(text));
            assert.equal(body.status, answer.status);
            // What the caller said may come back in no message but by its own words.
            assert.doesNotMatch(`${body.title} ${body.detail ?? ''} ${(body.errors ?? []).map(({message}) => message).join(' ')}`, innards);
          }),
          {seed, numRuns: database === databaseKinds.at(-1) ? runs : Math.ceil(runs / 4)},
        );
      });
    }

    it('bodies that are no input at all get an answer that says so', async () => {
      const bodies: [string, string, number][] = [
        ['{', 'application/json', 400],
        ['[]', 'application/json', 422],
        ['null', 'application/json', 422],
        ['"text"', 'application/json', 422],
        ['{"name":"a","name":"b"}', 'application/json', 400],
        ['{"estimatedValue":{"amountMinor":1e400,"currency":"EUR"}}', 'application/json', 400],
        ['{"company":{"name":"x"}}', 'text/plain', 415],
        [`{"need":"${'x'.repeat(10_000_000)}"}`, 'application/json', 413],
        [`${'['.repeat(100_000)}`, 'application/json', 400],
      ];
      for (const [body, type, status] of bodies) {
        const answer = await server.send('/v1/leads', {method: 'POST', headers: {authorization: `Bearer ${tokens['key']}`, 'content-type': type, 'idempotency-key': crypto.randomUUID()}, body});
        assert.equal(answer.status, status, `${body.slice(0, 40)} answered ${answer.status} ${await answer.clone().text()}`);
        assert.equal(answer.headers.get('content-type'), 'application/problem+json');
      }
    });
  });
}
