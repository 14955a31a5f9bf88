import assert from 'node:assert/strict';
import {it} from 'node:test';
import {publishLink} from './asset-acts.ts';
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
    assert.deepEqual((await vendor.assetEvents.report({by: 'asset'})).rows, [{key: first.id, name: first.title, counts: {view: 2}, total: 2}, {key: second.id, name: second.title, counts: {view: 1}, total: 1}]);
    assert.deepEqual((await partner.assetEvents.report({by: 'campaign', campaign: 'fair'})).rows, [{key: 'fair', name: null, counts: {view: 1}, total: 1}]);
    assert.equal((await vendor.assetEvents.report({by: 'day'})).rows.reduce((sum, {total}) => sum + total, 0), 3);
    const {client: rival} = await newRival(stage);
    assert.deepEqual((await rival.assetEvents.list({})).items, []);
    assert.deepEqual((await rival.assetEvents.report({by: 'person'})).rows, []);
  });
}
