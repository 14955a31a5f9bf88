import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import {resourceDatabaseKinds} from '../testing/test-database.ts';
import {startTestServer, type TestServer} from '../testing/test-server.ts';

for (const database of resourceDatabaseKinds) {
  describe(`me on ${database}`, () => {
    let server: TestServer;
    before(async () => {
      server = await startTestServer({database});
    });
    after(() => server.close());

    it('tells a partner who they are and what they may do', async () => {
      const tenant = await server.newTenant();
      const partnerOrgId = await tenant.newPartnerOrg({name: 'Nordic Resellers'});
      const personId = await tenant.newPerson({name: 'Aino', partnerOrgId, roles: ['sales_rep']});
      const {client} = await tenant.partnerSession({partnerOrgId, personId});
      const me = await client.me.get({});
      assert.equal(me.caller, 'partner');
      assert.deepEqual(me.partnerOrg, {id: partnerOrgId, name: 'Nordic Resellers'});
      assert.deepEqual(me.person, {id: personId, name: 'Aino', locale: null, timeZone: null});
      assert.equal(me.seesWholeOrg, false);
      assert.ok(me.scopes.includes('lead_offer:write'));
      assert.ok(!me.scopes.includes('lead:write'));
      assert.deepEqual(me.components, ['lead-inbox', 'deal-registration', 'deal-list', 'collateral-library', 'leaderboard', 'tier-progress', 'points-ledger', 'challenges']);
      assert.equal(me.serverTime, '2026-11-21T10:00:00.000Z');
    });

    it('says how far the changes are, so that a stream can go on from there', async () => {
      const tenant = await server.newTenant();
      const before = (await tenant.client.me.get({})).lastChangeId;
      await tenant.client.partnerOrgs.create({name: 'Nordic Resellers', type: 'reseller', timeZone: 'Europe/Helsinki'});
      const {lastChangeId} = await tenant.client.me.get({});
      assert.ok(lastChangeId > before);
      const {lastChangeId: forPartner} = await (await tenant.partnerSession()).client.me.get({});
      assert.ok(forPartner >= lastChangeId);
      const answer = await server.send('/v1/events', {headers: {authorization: `Bearer ${tenant.secretKey}`}});
      const reader = answer.body?.getReader();
      assert.match(new TextDecoder().decode((await reader?.read())?.value), new RegExp(`id: ${forPartner}\\n`));
      await reader?.cancel();
    });

    it('tells vendor staff and keys who they are', async () => {
      const tenant = await server.newTenant();
      const vendor = await (await tenant.vendorSession()).client.me.get({});
      assert.equal(vendor.caller, 'vendor');
      assert.equal(vendor.partnerOrg, null);
      assert.equal(vendor.brand, null);
      assert.deepEqual(vendor.roles, ['channel_admin']);
      const {version} = await tenant.client.program.get({});
      await tenant.client.program.update({version, brand: {color: '#0b5fff', radiusPx: 12}});
      const key = await tenant.client.me.get({});
      assert.deepEqual(key.brand, {color: '#0b5fff', secondColor: null, fontFamily: null, radiusPx: 12, surfaces: 'plain', theme: null});
      assert.equal(key.caller, 'key');
      assert.equal(key.person, null);
      assert.equal(key.tenantId, tenant.tenantId);
    });
  });
}
