import assert from 'node:assert/strict';
import {it} from 'node:test';
import {publishAsset, publishLink, publishVersion} from './asset-acts.ts';
import type {Backend} from './backend.ts';
import {newRival} from './deal-acts.ts';

export function assetEventSuite(backend: () => Backend): void {
  it('is what people looked at, told to their own organisation and the vendor, and counted', async () => {
    const stage = await backend().newStage();
    const {partner, vendor, partnerOrgId, partnerPersonId} = stage;
    const first = await publishLink(stage);
    const second = await publishLink(stage);
    const hidden = await publishLink(stage, {entitlement: {groups: ['others']}});
    assert.deepEqual(await partner.assetEvents.create({views: [{assetId: first.id, campaign: 'fair'}, {assetId: first.id}, {assetId: hidden.id}]}), {recorded: 2});
    await partner.assetEvents.create({views: [{assetId: second.id, at: '2001-01-01T00:00:00Z'}]});
    const {items} = await vendor.assetEvents.list({kind: ['view']});
    assert.deepEqual(items.map(({asset, person, partnerOrg, count}) => [asset.id, person?.id, partnerOrg?.id, count]), [[second.id, partnerPersonId, partnerOrgId, 1], [first.id, partnerPersonId, partnerOrgId, 1], [first.id, partnerPersonId, partnerOrgId, 1]]);
    assert.deepEqual((await vendor.assetEvents.report({by: 'asset'})).rows, [{key: first.id, name: first.title, version: null, counts: {view: 2}, total: 2}, {key: second.id, name: second.title, version: null, counts: {view: 1}, total: 1}]);
    assert.deepEqual((await partner.assetEvents.report({by: 'campaign', campaign: 'fair'})).rows, [{key: 'fair', name: null, version: null, counts: {view: 1}, total: 1}]);
    assert.equal((await vendor.assetEvents.report({by: 'day'})).rows.reduce((sum, {total}) => sum + total, 0), 3);
    const {client: rival} = await newRival(stage);
    assert.deepEqual((await rival.assetEvents.list({})).items, []);
    assert.deepEqual((await rival.assetEvents.report({by: 'person'})).rows, []);
  });

  it('is counted by version too', async () => {
    const stage = await backend().newStage();
    const {partner, vendor} = stage;
    const asset = await vendor.assets.create({title: 'Guide', type: 'deck'});
    const version = await publishVersion(stage, asset.id);
    await publishAsset(stage, asset.id);
    await partner.assetVersions.download({id: version.id});
    await partner.assetEvents.create({views: [{assetId: asset.id}]});
    const {rows} = await vendor.assetEvents.report({by: 'version', assetId: asset.id});
    const known = {key: version.id, name: 'Guide', version: {assetId: asset.id, number: 1, language: 'en'}, counts: {download: 1}, total: 1};
    assert.deepEqual(rows, [known, {key: null, name: null, version: null, counts: {view: 1}, total: 1}]);
    assert.deepEqual((await vendor.assetEvents.report({by: 'version', assetVersionId: version.id})).rows, [known]);
    assert.deepEqual((await vendor.assetEvents.list({assetVersionId: version.id})).items.map(({kind, number}) => [kind, number]), [['download', 1]]);
  });
}
