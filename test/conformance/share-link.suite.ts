import assert from 'node:assert/strict';
import {it} from 'node:test';
import {refuses} from './acts.ts';
import {publishLink} from './asset-acts.ts';
import type {Backend, Stage} from './backend.ts';
import {newRival} from './deal-acts.ts';

const page = {headers: {accept: 'text/html'}};
const open = (stage: Stage, url: string | null) => stage.send(new Request(url ?? '', page));
const use = (stage: Stage, url: string | null) => stage.send(new Request(url ?? '', {...page, method: 'POST', redirect: 'manual'}));

export function shareLinkSuite(backend: () => Backend): void {
  it('has an address once, shows a page as often as it is asked, and what serves once serves once', async () => {
    const stage = await backend().newStage();
    const {partner, vendor, partnerOrgId, partnerPersonId} = stage;
    const asset = await publishLink(stage, {delivery: 'open'});
    assert.deepEqual((await partner.assets.get({id: asset.id})).reach, {link: true, embed: true, print: false, cobrand: false});
    const link = await partner.shareLinks.create({assetId: asset.id, singleUse: true, recipient: 'Mikko', campaign: 'fair'});
    assert.deepEqual([link.status, link.partnerOrg?.id, link.createdBy?.id, link.asset.title, link.watermarked], ['active', partnerOrgId, partnerPersonId, asset.title, false]);
    assert.equal((await partner.shareLinks.get({id: link.id})).url, null);
    for (let times = 0; times < 2; times++) assert.equal((await open(stage, link.url)).status, 200);
    assert.equal((await use(stage, link.url)).status, 303);
    assert.equal((await use(stage, link.url)).status, 410);
    assert.equal((await open(stage, link.url)).status, 410);
    const seen = await vendor.shareLinks.get({id: link.id});
    assert.deepEqual([seen.status, seen.opens, seen.uses], ['used', 2, 1]);
    const {items} = await vendor.assetEvents.list({shareLinkId: link.id});
    assert.deepEqual(items.map(({kind}) => kind).sort(), ['download', 'link_open', 'link_open', 'share']);
    assert.ok(items.every(({campaign, partnerOrg}) => campaign === 'fair' && partnerOrg?.id === partnerOrgId));
  });

  it('ends by its maker, by a recall and with the asset', async () => {
    const stage = await backend().newStage();
    const {partner, vendor} = stage;
    const asset = await publishLink(stage, {delivery: 'open'});
    const [first, second] = await Promise.all([1, 2].map(() => partner.shareLinks.create({assetId: asset.id})));
    await refuses('version_conflict', partner.shareLinks.revoke({id: first!.id, version: 7}));
    const revoked = await partner.shareLinks.revoke({id: first!.id, version: first!.version});
    assert.deepEqual([revoked.status, revoked.version, (await open(stage, first!.url)).status], ['revoked', 2, 410]);
    await refuses('share_link_status_conflict', partner.shareLinks.revoke({id: first!.id, version: 2}));
    await vendor.assets.recall({id: asset.id, version: (await vendor.assets.get({id: asset.id})).version, reason: 'Wrong'});
    assert.equal((await partner.shareLinks.get({id: second!.id})).status, 'recalled');
    assert.equal((await open(stage, second!.url)).status, 410);
    assert.deepEqual((await partner.shareLinks.list({status: ['active']})).items, []);
    assert.equal((await partner.shareLinks.list({assetId: asset.id})).items.length, 2);
  });

  it('is for what may be passed on, and nobody else’s', async () => {
    const stage = await backend().newStage();
    const {partner, vendor} = stage;
    const portal = await publishLink(stage, {delivery: 'portal'});
    await refuses('asset_not_shareable', partner.shareLinks.create({assetId: portal.id}));
    const {version} = await vendor.assets.get({id: portal.id});
    await vendor.assets.update({id: portal.id, version, shareable: true});
    const link = await partner.shareLinks.create({assetId: portal.id});
    await refuses('input_invalid', partner.shareLinks.create({assetId: portal.id, expiresAt: '2001-01-01T00:00:00Z'}));
    await refuses('input_invalid', partner.shareLinks.create({assetId: portal.id, language: 'fi'}));
    const {client: rival} = await newRival(stage);
    await refuses('share_link_not_found', rival.shareLinks.get({id: link.id}));
    assert.deepEqual((await rival.shareLinks.list({})).items, []);
  });
}
