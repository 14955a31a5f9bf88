import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import {pdf} from '../testing/evidence-samples.ts';
import {startFileServer, type TestFileServer} from '../testing/test-file-server.ts';
import type {TestTenant} from '../testing/test-tenant.ts';
import {claimDueFile} from './due-file.queries.ts';

describe('files whose worker was killed', () => {
  let server: TestFileServer;
  before(async () => {
    server = await startFileServer();
  });
  after(() => server.close());

  /** A file that has arrived, taken by a worker that is never heard of again. */
  const startTaken = async (): Promise<{tenant: TestTenant; id: string}> => {
    const tenant = await server.server.newTenant();
    const {id} = await server.send(tenant, 'a.pdf', 'application/pdf', pdf());
    await tenant.inScope(({db}) => db.updateTable('stored_file').set({status: 'scanning', sha256: null, due_at: new Date(server.server.clock.now()).toISOString()}).where('stored_file_id', '=', id).execute());
    assert.equal((await tenant.inScope(claimDueFile))?.file.id, id);
    return {tenant, id};
  };

  it('are left alone for the time of its lease and then inspected by another, pictures and all', async () => {
    const {tenant, id} = await startTaken();
    assert.equal(await server.files.runDue(), 0);
    server.server.clock.advance({minutes: 3});
    assert.equal(await server.files.runDue(), 1);
    const file = await server.find(tenant, id);
    assert.deepEqual([file?.status, file?.previews.length], ['ready', 2]);
  });

  it('are refused when every worker that took them was killed', async () => {
    const {tenant, id} = await startTaken();
    for (let killed = 1; killed < 4; killed++) {
      server.server.clock.advance({minutes: 3});
      assert.equal((await tenant.inScope(claimDueFile))?.attempts, killed);
    }
    server.server.clock.advance({minutes: 3});
    await server.files.runDue();
    const file = await server.find(tenant, id);
    assert.deepEqual([file?.status, file?.problem], ['rejected', 'unreadable']);
    assert.equal(await server.store.size(file?.storageKey ?? ''), undefined);
    server.server.clock.advance({hours: 24 * 7});
    await server.files.runDue();
    assert.equal(await server.find(tenant, id), undefined, 'after a week it is forgotten');
  });

  it('are announced on the feed when they are ready or refused', async () => {
    const tenant = await server.server.newTenant();
    const ready = await server.send(tenant, 'a.pdf', 'application/pdf', pdf());
    const refused = await server.send(tenant, 'b.pdf', 'application/pdf', Buffer.from('no document'));
    const events = await tenant.inScope(({db}) => db.selectFrom('change_event').select(['resource', 'resource_id']).where('resource', '=', 'stored_file').orderBy('change_id').execute());
    assert.deepEqual(events.map(event => event.resource_id), [ready.id, refused.id]);
  });
});
