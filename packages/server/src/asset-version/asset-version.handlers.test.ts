import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import {runDue} from '../jobs/run-due.ts';
import {refusalOf} from '../testing/lead-programme.ts';
import {resourceDatabaseKinds} from '../testing/test-database.ts';
import {testLibrary} from '../testing/test-library.ts';
import {startTestServer, type TestServer} from '../testing/test-server.ts';

const dayMs = 86_400_000;

for (const database of resourceDatabaseKinds) {
  describe(`versions of assets on ${database}`, () => {
    let server: TestServer;
    before(async () => {
      server = await startTestServer({database});
    });
    after(() => server.close());
    const inDays = (days: number) => new Date(server.clock.now() + days * dayMs).toISOString();

    it('have one present one of each language, however many publish at the same moment', async () => {
      const library = await testLibrary(server);
      const {id} = await library.published({});
      const drafts = await Promise.all(Array.from({length: 6}, async (_, index) => library.client.assetVersions.create({assetId: id, language: index % 2 === 0 ? 'en' : 'fi', storedFileId: await library.file()})));
      const done = await Promise.all(drafts.map(({id: draft, version}) => refusalOf(library.client.assetVersions.publish({id: draft, version}))));
      assert.deepEqual(done, drafts.map(() => null));
      const {items} = await library.client.assetVersions.list({assetId: id});
      assert.deepEqual(items.map(({number}) => number), [7, 6, 5, 4, 3, 2, 1]);
      assert.deepEqual(items.filter(({status}) => status === 'current').map(({language}) => language).sort(), ['en', 'fi']);
      assert.equal(items.filter(({status}) => status === 'superseded').length, 5);
      // The database itself holds to it.
      const second = items.find(({status, language}) => status === 'superseded' && language === 'en');
      await assert.rejects(library.tenant.inScope(({db}) => db.updateTable('asset_version').set({status: 'current'}).where('asset_version_id', '=', second?.id ?? '').execute()));
      assert.deepEqual((await library.client.assets.get({id})).languages, ['en', 'fi']);
    });

    it('start and run out by the clock, in their order, and their asset with the last of them', async () => {
      const library = await testLibrary(server);
      const partner = await library.tenant.partnerSession();
      const read = async () => (await library.tenant.partnerSession({partnerOrgId: partner.partnerOrgId, personId: partner.personId})).client;
      const {id} = await library.published({title: 'Offer'}, {validUntil: inDays(3)});
      const second = await library.version(id, {validFrom: inDays(2), validUntil: inDays(10)});
      const third = await library.version(id, {validFrom: inDays(5), validUntil: inDays(8)});
      assert.deepEqual([second.status, third.status], ['scheduled', 'scheduled']);
      assert.equal((await partner.client.assets.get({id})).expiresAt, inDays(10));
      await partner.client.assets.visited({});
      const states: string[] = [];
      for (let day = 1; day <= 11; day++) {
        server.clock.advance({days: 1});
        await runDue(server.database, server.context);
        await runDue(server.database, server.context);
        await library.renew();
        const {items} = await library.client.assetVersions.list({assetId: id});
        const {status} = await library.client.assets.get({id});
        states.push(`${day} ${status}: ${items.map(each => each.status).toReversed().join(' ')}`);
        if (day === 2) assert.equal((await (await read()).assets.get({id})).isNew, true);
      }
      assert.deepEqual(states, [
        '1 published: current scheduled scheduled',
        '2 published: superseded current scheduled',
        '3 published: superseded current scheduled',
        '4 published: superseded current scheduled',
        '5 published: superseded superseded current',
        '6 published: superseded superseded current',
        '7 published: superseded superseded current',
        '8 expired: superseded superseded expired',
        '9 expired: superseded superseded expired',
        '10 expired: superseded superseded expired',
        '11 expired: superseded superseded expired',
      ]);
      assert.equal(await refusalOf((await read()).assets.get({id})), 'asset_not_found');
      const {version} = await library.client.assets.get({id});
      assert.equal(await refusalOf(library.client.assets.publish({id, version})), 'asset_empty');
      await library.version(id);
      assert.equal((await library.client.assets.publish({id, version: (await library.client.assets.get({id})).version})).status, 'published');
    });

    it('are over with their asset when its own time is, even before the clock was looked at', async () => {
      const library = await testLibrary(server);
      const {client} = await library.tenant.partnerSession();
      const soon = new Date(server.clock.now() + 60_000).toISOString();
      const {id, current} = await library.published({entitlement: {until: soon, whenDenied: 'locked'}});
      const later = await library.published({title: 'Later', entitlement: {from: soon}});
      const shown = await library.published({title: 'Shown', entitlement: {from: soon, whenDenied: 'locked'}});
      assert.deepEqual((await client.assets.list({expiringWithinDays: 1})).items.map(each => each.id), [id]);
      assert.equal((await client.assets.counts({})).expiring, 1);
      assert.equal(await refusalOf(client.assets.get({id: later.id})), 'asset_not_found');
      assert.deepEqual((await client.assets.get({id: shown.id})).unlocks, [{kind: 'from', at: soon}]);
      server.clock.advance({seconds: 60});
      assert.equal(await refusalOf(client.assets.get({id})), 'asset_not_found');
      assert.equal(await refusalOf(client.assetVersions.download({id: current[0]?.id ?? ''})), 'asset_version_not_found');
      assert.deepEqual((await client.assets.list({sort: 'title'})).items.map(({title}) => title), ['Later', 'Shown']);
      await runDue(server.database, server.context);
      assert.equal((await library.client.assets.get({id})).status, 'expired');
    });

    it('are known by whom they were downloaded, and a recall is told at once to those who see or hold them', async () => {
      const library = await testLibrary(server);
      const [holder, other] = [await library.tenant.partnerSession(), await library.tenant.partnerSession()];
      const closed = await library.tenant.partnerSession({partnerOrgId: await library.tenant.newPartnerOrg({partnership: {status: 'suspended'}})});
      const {id, current} = await library.published({});
      await holder.client.assetVersions.download({id: current[0]?.id ?? ''});
      assert.equal(await refusalOf(closed.client.assetVersions.download({id: current[0]?.id ?? ''})), 'asset_version_not_found');
      const events = await library.tenant.inScope(({db}) => db.selectFrom('asset_event').select(['kind', 'asset_version_id', 'partner_org_id', 'person_id']).where('asset_id', '=', id).execute());
      assert.deepEqual(events, [{kind: 'download', asset_version_id: current[0]?.id, partner_org_id: holder.partnerOrgId, person_id: holder.personId}]);
      const {lastChangeId} = await library.client.me.get({});
      await library.client.assets.recall({id, version: (await library.client.assets.get({id})).version, reason: 'Wrong torque'});
      const told = await library.tenant.inScope(({db}) => db.selectFrom('change_event').select(['resource_id', 'partner_org_id', 'to_vendor']).where('change_id', '>', lastChangeId).orderBy('change_id').execute());
      assert.deepEqual(new Set(told.map(({partner_org_id: org}) => org)), new Set([holder.partnerOrgId, other.partnerOrgId]));
      assert.ok(told.every(({resource_id: of}) => of === id) && told.some(({to_vendor: toVendor}) => toVendor));
      assert.equal((await holder.client.assets.get({id})).recall?.reason, 'Wrong torque');
      // The other had it open: that it was recalled is said, not that it never was.
      assert.equal(await refusalOf(other.client.assetVersions.download({id: current[0]?.id ?? ''})), 'asset_recalled');
      const files = await library.tenant.inScope(({db}) => db.selectFrom('stored_file').select('recall_reason').execute());
      assert.deepEqual(files, [{recall_reason: 'Wrong torque'}]);
    });
  });
}
