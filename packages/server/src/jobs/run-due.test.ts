import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import {systemContext, type Context} from '../context.ts';
import {startTestServer, type TestServer} from '../testing/test-server.ts';
import type {DueJob} from './due-job.ts';
import {runDue} from './run-due.ts';

describe('what is due', () => {
  let server: TestServer;
  const logged: string[] = [];
  let context: Context;
  before(async () => {
    server = await startTestServer();
    const quiet = {debug: () => {}, info: () => {}, warn: () => {}, error: (_: object, message: string) => void logged.push(message)};
    context = {...systemContext(quiet), now: server.clock.now};
  });
  after(() => server.close());

  it('is done in batches until nothing is left, each in a transaction as the system', async () => {
    const tenant = await server.newTenant();
    let left = 3;
    const seen: string[] = [];
    const job: DueJob = {
      name: 'test',
      findTenants: async (db, now) => {
        seen.push(now);
        return (await db.selectFrom('tenant').select('tenant_id').where('tenant_id', '=', tenant.tenantId).execute()).map(row => row.tenant_id);
      },
      run: async scope => {
        seen.push(`${scope.caller} ${scope.principalId} ${scope.tenantId === tenant.tenantId}`);
        return left > 0 ? left-- && 10 : 0;
      },
    };
    assert.equal(await runDue(server.database, context, [job]), 30);
    assert.deepEqual(seen, ['2026-11-21T10:00:00.000Z', ...Array.from({length: 4}, () => 'system system:test true')]);
  });

  it('of one tenant that fails is undone and logged, and the others get theirs', async () => {
    const tenants = [await server.newTenant(), await server.newTenant(), await server.newTenant()];
    const [, failing] = tenants;
    const job: DueJob = {
      name: 'test',
      findTenants: async () => tenants.map(({tenantId}) => tenantId),
      run: async scope => {
        const {name} = await scope.db.selectFrom('program').select('name').executeTakeFirstOrThrow();
        if (name === 'Done') return 0;
        await scope.db.updateTable('program').set({name: 'Done'}).execute();
        if (scope.tenantId === failing?.tenantId) throw new Error('a fault');
        return 1;
      },
    };
    assert.equal(await runDue(server.database, context, [job, {...job, name: 'next'}]), 2);
    assert.deepEqual(logged, ['a job failed', 'a job failed']);
    const names = await Promise.all(tenants.map(tenant => tenant.inScope(async ({db}) => (await db.selectFrom('program').select('name').executeTakeFirstOrThrow()).name)));
    assert.deepEqual(names, ['Done', 'Partner programme', 'Done']);
  });

  it('gives way when somebody is at the same rows', async () => {
    const tenant = await server.newTenant();
    logged.length = 0;
    const job: DueJob = {name: 'test', findTenants: async () => [tenant.tenantId], run: async () => Promise.reject(Object.assign(new Error('lock'), {code: '55P03'}))};
    assert.equal(await runDue(server.database, context, [job]), 0);
    assert.deepEqual(logged, []);
  });
});
