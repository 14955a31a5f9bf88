import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import {problem} from '../problem.ts';
import {databaseKinds} from '../testing/test-database.ts';
import {startTestServer, type TestServer} from '../testing/test-server.ts';
import type {TestTenant} from '../testing/test-tenant.ts';
import {toProblem} from './errors.ts';

for (const database of databaseKinds) {
  describe(`failed statements on ${database}`, () => {
    let server: TestServer;
    let tenant: TestTenant;
    before(async () => {
      server = await startTestServer({database});
      tenant = await server.newTenant();
    });
    after(() => server.close());

    /** Runs a statement that must fail. @returns The problem it becomes, as status and code. */
    async function outcome(sql: string, parameters: unknown[] = []): Promise<string> {
      const {transaction} = await server.database.begin('SET LOCAL search_path = portico; ');
      try {
        await transaction.query(sql, parameters);
        return 'done';
      } catch (error) {
        const found = toProblem(error);
        assert.doesNotMatch(JSON.stringify(found?.extra ?? {}), /column|relation|constraint|index|person|lead|syntax/i);
        return found ? `${found.status} ${found.code}` : 'ours';
      } finally {
        await transaction.rollback();
      }
    }

    it('are the caller’s when the values are', async () => {
      const cases: [name: string, sql: string, parameters?: unknown[]][] = [
        ['NUL in text', 'SELECT $1::text', ['a\0b']],
        ['NUL in jsonb', 'SELECT $1::jsonb', ['"a\\u0000b"']],
        ['half a surrogate pair in jsonb', 'SELECT $1::jsonb', ['"\\ud800"']],
        ['an integer that is too large', 'SELECT $1::text::integer', ['99999999999']],
        ['an instant out of range', 'SELECT $1::text::timestamptz', ['999999-01-01']],
        ['no uuid', 'SELECT $1::text::uuid', ['nonsense']],
        ['a division by nothing', 'SELECT 1 / $1::integer', [0]],
        ['a missing reference', `INSERT INTO membership (tenant_id, membership_id, person_id, roles, created_at) VALUES ('${tenant.tenantId}', gen_random_uuid(), gen_random_uuid(), '{learner}', now())`],
        ['a broken check', `INSERT INTO membership (tenant_id, membership_id, person_id, roles, created_at) VALUES ('${tenant.tenantId}', gen_random_uuid(), gen_random_uuid(), '{}', now())`],
        ['a missing value', 'INSERT INTO person (tenant_id) VALUES (gen_random_uuid())'],
        ['an index entry that is too long', `INSERT INTO person (tenant_id, person_id, external_id, name, created_at, updated_at) SELECT '${tenant.tenantId}', gen_random_uuid(), string_agg(md5(n::text), ''), 'x', now(), now() FROM generate_series(1, 3000) n`],
      ];
      for (const [name, sql, parameters] of cases) assert.equal(await outcome(sql, parameters), '422 input_invalid', name);
    });

    it('are the domain’s when an index guards a rule', async () => {
      const insert = `INSERT INTO person (tenant_id, person_id, external_id, name, created_at, updated_at) SELECT '${tenant.tenantId}', gen_random_uuid(), 'same', 'x', now(), now() FROM generate_series(1, 2)`;
      assert.equal(await outcome(insert), '409 external_id_taken');
    });

    it('are ours when the statement is wrong', async () => {
      for (const sql of ['SELEC 1', 'SELECT * FROM nowhere', 'SELECT nothing FROM person', "SELECT 'a' + 1"]) {
        const answer = await outcome(sql);
        assert.ok(answer === 'ours' || (sql.includes("'a'") && answer === '422 input_invalid'), `${sql}: ${answer}`);
      }
    });
  });
}

describe('lost connections', () => {
  it('pass: try again shortly', () => {
    for (const error of [Object.assign(new Error('connect'), {code: 'ECONNREFUSED', syscall: 'connect'}), Object.assign(new Error('write EPIPE'), {code: 'EPIPE', syscall: 'write'}), new Error('Connection terminated unexpectedly'), Object.assign(new Error('x'), {code: '57P01'}), Object.assign(new Error('x'), {code: '53300'}), Object.assign(new Error('x'), {code: '08006'})]) {
      const found = toProblem(error);
      assert.equal(found?.code, 'unavailable');
      assert.ok(found.extra.retryAfterS);
    }
    assert.equal(toProblem(new Error('something else')), undefined);
    assert.equal(toProblem(problem('forbidden')), undefined);
  });
});
