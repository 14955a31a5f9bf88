import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import {recordChange} from '../changes/record-change.ts';
import {newId} from '../context.ts';
import {resourceDatabaseKinds} from '../testing/test-database.ts';
import {startTestServer, type TestServer} from '../testing/test-server.ts';
import {Housekeeping} from './housekeeping.ts';

for (const database of resourceDatabaseKinds) {
  describe(`housekeeping on ${database}`, () => {
    let server: TestServer;
    before(async () => {
      server = await startTestServer({database});
    });
    after(() => server.close());

    it('removes saved answers after seven days and sessions a week after their end, and no event of the last ten thousand', async () => {
      const tenant = await server.newTenant();
      const housekeeping = new Housekeeping(server.database, server.context);
      await tenant.vendorSession();
      for (let index = 0; index < 3; index++) await tenant.inScope(scope => recordChange(scope, {resource: 'lead', id: newId(scope.context), action: 'test'}));
      const counts = () =>
        tenant.inScope(async ({db}) => {
          await db.selectFrom('person').select('name').execute();
          const sessions = await db.selectFrom('embed_session').select('embed_session_id').execute();
          const events = await db.selectFrom('change_event').select('change_id').orderBy('change_id').execute();
          return {sessions: sessions.length, events: events.map(({change_id}) => change_id)};
        });
      assert.equal(await housekeeping.runIfDue(), 0);
      server.clock.advance({days: 6, hours: 23});
      assert.equal(await housekeeping.runIfDue(), 0);
      assert.deepEqual(await counts(), {sessions: 1, events: [1, 2, 3]});
      server.clock.advance({days: 1});
      assert.equal(await housekeeping.runIfDue(), 2, 'the answer to minting, and the session');
      assert.equal(await housekeeping.runIfDue(), 0, 'once an hour');
      assert.deepEqual(await counts(), {sessions: 0, events: [1, 2, 3]});

      const {transaction} = await server.database.begin('SET LOCAL search_path = portico; ');
      await transaction.query('UPDATE tenant_sequence SET last_change = 10002 WHERE tenant_id = $1', [tenant.tenantId]);
      await transaction.commit();
      server.clock.advance({hours: 1});
      assert.equal(await housekeeping.runIfDue(), 2);
      assert.deepEqual((await counts()).events, [3]);
    });

    it('notes when a key was last used', async () => {
      const tenant = await server.newTenant();
      const used = () => tenant.inScope(async ({db}) => (await db.selectFrom('secret_key').select('last_used_at').executeTakeFirstOrThrow()).last_used_at);
      await tenant.client.me.get({});
      await server.app.close();
      assert.equal(await used(), new Date(server.clock.now()).toISOString());
    });
  });
}
