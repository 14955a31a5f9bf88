import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import {resourceDatabaseKinds} from '../testing/test-database.ts';
import {startTestServer, type TestServer} from '../testing/test-server.ts';

for (const database of resourceDatabaseKinds) {
  describe(`programme, organisations and people on ${database}`, () => {
    let server: TestServer;
    before(async () => {
      server = await startTestServer({database});
    });
    after(() => server.close());

    it('keeps what an update leaves out', async () => {
      const {client} = await server.newTenant();
      const made = await client.partnerOrgs.create({name: 'Kaleva Systems', externalId: 'k-1', country: 'fi', partnership: {territories: [{country: 'FI'}], capacity: 5}});
      assert.equal(made.country, 'FI');
      const paused = await client.partnerOrgs.update({id: made.id, version: made.version, partnership: {pausedReason: 'On holiday'}});
      assert.deepEqual(paused, {...made, partnership: {...made.partnership, pausedReason: 'On holiday'}, version: made.version + 1});
      await assert.rejects(client.partnerOrgs.update({id: made.id, version: made.version, name: 'Late'}), (error: {problem: {code: string; current: unknown}}) => {
        assert.equal(error.problem.code, 'version_conflict');
        assert.deepEqual(error.problem.current, paused);
        return true;
      });
    });

    it('refuses a tree that goes in circles, and an externalId twice', async () => {
      const {client} = await server.newTenant();
      const top = await client.partnerOrgs.create({name: 'Distributor', externalId: 'd'});
      const below = await client.partnerOrgs.create({name: 'Reseller', parentId: top.id});
      await assert.rejects(client.partnerOrgs.update({id: top.id, version: top.version, parentId: below.id}), (error: {problem: {errors: {pointer: string}[]}}) => error.problem.errors[0]?.pointer === '/parentId');
      await assert.rejects(client.partnerOrgs.create({name: 'Again', externalId: 'd'}), (error: {problem: {code: string}}) => error.problem.code === 'external_id_taken');
    });

    it('lists by name in pages, and to a partner only itself and its active people', async () => {
      const tenant = await server.newTenant();
      for (const name of ['Cedar', 'Aspen', 'Birch']) await tenant.client.partnerOrgs.create({name});
      const first = await tenant.client.partnerOrgs.list({limit: 2});
      assert.deepEqual(first.items.map(({name}) => name), ['Aspen', 'Birch']);
      const second = await tenant.client.partnerOrgs.list({limit: 2, cursor: first.page.next!});
      assert.deepEqual(second.items.map(({name}) => name), ['Cedar']);
      assert.equal(second.page.next, null);
      const partner = await tenant.partnerSession();
      const colleague = await tenant.newPerson({name: 'Aino', partnerOrgId: partner.partnerOrgId, roles: ['sales_rep']});
      const gone = await tenant.newPerson({name: 'Gone', partnerOrgId: partner.partnerOrgId, roles: ['sales_rep']});
      const {version} = await tenant.client.people.get({id: gone});
      await tenant.client.people.update({id: gone, version, active: false});
      assert.deepEqual((await partner.client.partnerOrgs.list({})).items.map(({id}) => id), [partner.partnerOrgId]);
      assert.deepEqual(new Set((await partner.client.people.list({})).items.map(({id}) => id)), new Set([partner.personId, colleague]));
    });

    it('gives people roles of their own side only', async () => {
      const tenant = await server.newTenant();
      await assert.rejects(tenant.client.people.create({name: 'Mixed', memberships: [{partnerOrgId: null, roles: ['sales_rep']}]}), (error: {problem: {errors: {pointer: string}[]}}) => error.problem.errors[0]?.pointer === '/memberships/0/roles/0');
    });

    it('changes one rule of the policy and keeps the others; partners see no weights and no origins', async () => {
      const tenant = await server.newTenant({acceptSlaHours: 12});
      const before = await tenant.client.program.get({});
      const after = await tenant.client.program.update({version: before.version, leadPolicy: {actSlaDays: 30}, brand: {color: '#0F766E'}});
      assert.deepEqual(after.leadPolicy, {...before.leadPolicy, actSlaDays: 30});
      assert.equal(after.brand?.color, '#0f766e');
      const {client} = await tenant.partnerSession();
      const seen = await client.program.get({});
      assert.deepEqual(seen.origins, []);
      assert.equal(seen.defaultPartnerOrgId, null);
    });
  });
}
