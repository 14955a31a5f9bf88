import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import {testLibrary} from '../testing/test-library.ts';
import {startTestServer, type TestServer} from '../testing/test-server.ts';

describe('what is done with material', () => {
  let server: TestServer;
  before(async () => {
    server = await startTestServer();
  });
  after(() => server.close());

  it('is written down once, by whoever did it, and counted by asset, organisation, person and day', async () => {
    const library = await testLibrary(server);
    const {tenant, client} = library;
    const first = await library.published({title: 'First'});
    const hidden = await library.published({entitlement: {groups: ['others']}});
    const aino = await tenant.partnerSession();
    const rival = await tenant.partnerSession();
    const versionId = first.current[0]?.id ?? '';
    const anHourAgo = new Date(server.clock.now() - 3_600_000).toISOString();
    const views = [{assetId: first.id, versionId, at: anHourAgo, campaign: 'spring'}, {assetId: first.id, versionId: hidden.current[0]?.id ?? ''}, {assetId: hidden.id}, {assetId: first.id, at: '2001-01-01T00:00:00Z'}];
    assert.deepEqual(await aino.client.assetEvents.create({views}), {recorded: 3});
    await rival.client.assetEvents.create({views: [{assetId: first.id}]});
    await aino.client.assetVersions.download({id: versionId});
    const {items} = await aino.client.assetEvents.list({});
    assert.deepEqual(items.map(({kind, versionId: of, campaign, at}) => [kind, of, campaign, at === anHourAgo]), [['download', versionId, null, false], ['view', null, null, false], ['view', null, null, false], ['view', versionId, 'spring', true]]);
    assert.deepEqual([items[0]?.person?.id, items[0]?.partnerOrg?.id, items[0]?.number], [aino.personId, aino.partnerOrgId, 1]);
    const report = await client.assetEvents.report({by: 'partner_org'});
    assert.deepEqual(report.rows.map(({key, counts, total}) => [key, counts, total]), [[aino.partnerOrgId, {view: 3, download: 1}, 4], [rival.partnerOrgId, {view: 1}, 1]]);
    assert.deepEqual((await aino.client.assetEvents.report({by: 'partner_org'})).rows.map(({key}) => key), [aino.partnerOrgId]);
    assert.deepEqual((await client.assetEvents.report({by: 'person', kind: ['download']})).rows.map(({key}) => key), [aino.personId]);
    assert.deepEqual((await client.assetEvents.report({by: 'day', timeZone: 'Asia/Tokyo'})).rows.map(({total}) => total).reduce((sum, total) => sum + total, 0), 5);
    assert.deepEqual((await client.assetEvents.report({by: 'campaign', assetId: first.id})).rows.map(({key, total}) => [key, total]), [[null, 4], ['spring', 1]]);
    const {items: page, page: links} = await client.assetEvents.list({limit: 2});
    assert.equal(page.length, 2);
    assert.equal((await client.assetEvents.list({limit: 2, cursor: links.next ?? ''})).items.length, 2);
  });
});
