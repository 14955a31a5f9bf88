import assert from 'node:assert/strict';
import {it} from 'node:test';
import {newAssetExample} from '@portico/contract/examples';
import {refuses} from './acts.ts';
import {publishAsset, publishLink, publishVersion} from './asset-acts.ts';
import type {Backend} from './backend.ts';

const titles = ({items}: {items: readonly {title: string}[]}) => items.map(({title}) => title);

export function assetSuite(backend: () => Backend): void {
  it('goes from a draft through review to partners, and back when something is wanted', async () => {
    const stage = await backend().newStage();
    const {vendor, partner} = stage;
    const {assets} = vendor;
    const draft = await assets.create({title: 'Deck', type: 'deck'});
    assert.deepEqual([draft.status, draft.actions], ['draft', ['update', 'submit', 'archive']]);
    await refuses('asset_not_found', partner.assets.get({id: draft.id}));
    await refuses('asset_status_conflict', assets.approve({id: draft.id, version: draft.version}));
    const submitted = await assets.submit({id: draft.id, version: draft.version});
    const back = await assets.requestChanges({id: draft.id, version: submitted.version, comment: 'A clearer title'});
    assert.deepEqual([back.status, back.changesWanted], ['changes_requested', 'A clearer title']);
    const revised = await assets.update({id: draft.id, version: back.version, title: 'Deck for plant managers'});
    assert.equal(revised.status, 'draft');
    const again = await assets.submit({id: draft.id, version: revised.version});
    const approved = await assets.approve({id: draft.id, version: again.version});
    await refuses('asset_empty', assets.publish({id: draft.id, version: approved.version}));
    const {number, status} = await publishVersion(stage, draft.id);
    assert.deepEqual([number, status], [1, 'current']);
    const published = await assets.publish({id: draft.id, version: (await assets.get({id: draft.id})).version});
    const seen = await partner.assets.get({id: draft.id});
    assert.deepEqual([seen.status, seen.title, seen.languages, seen.current.length, seen.entitlement, seen.actions], ['published', 'Deck for plant managers', ['en'], 1, null, []]);
    assert.deepEqual([published.access, seen.access, seen.held], ['granted', 'granted', null]);
    await refuses('version_conflict', assets.archive({id: draft.id, version: draft.version}));
    assert.equal((await assets.archive({id: draft.id, version: published.version})).status, 'archived');
    await refuses('asset_not_found', partner.assets.get({id: draft.id}));
    await refuses('forbidden', partner.assets.create({title: 'Mine', type: 'deck'}));
  });

  it('is shown locked with what unlocks it, or hidden', async () => {
    const stage = await backend().newStage();
    const {vendor, partner, partnerOrgId} = stage;
    const {items: before} = await partner.assets.list({});
    assert.deepEqual(before, []);
    const example = await vendor.assets.create(newAssetExample);
    await publishVersion(stage, example.id);
    await publishAsset(stage, example.id);
    const hidden = await publishLink(stage, {title: 'For a group', entitlement: {groups: ['chosen']}});
    const secret = await publishLink(stage, {title: 'Our own', classification: 'confidential'});
    const locked = await partner.assets.get({id: example.id});
    assert.deepEqual([locked.access, locked.unlocks, locked.current, locked.preview], ['locked', [{kind: 'certification', certifications: ['edge-basic']}], [], null]);
    await refuses('asset_locked', partner.assetVersions.list({assetId: example.id}));
    for (const {id} of [hidden, secret]) await refuses('asset_not_found', partner.assets.get({id}));
    assert.deepEqual(titles(await partner.assets.list({})), ['Aurora Edge deck']);
    assert.deepEqual(titles(await partner.assets.list({access: 'granted'})), []);
    const {version} = await vendor.partnerOrgs.get({id: partnerOrgId});
    await vendor.partnerOrgs.update({id: partnerOrgId, version, partnership: {certifications: ['edge-basic'], groups: ['chosen']}});
    assert.deepEqual(titles(await partner.assets.list({access: 'granted', sort: 'title'})), ['Aurora Edge deck', 'For a group']);
  });

  it('is found by words in any script, by facets, and counted', async () => {
    const stage = await backend().newStage();
    const {partner} = stage;
    await publishLink(stage, {title: 'Đèn báo động', tags: ['alarm'], products: ['Aurora Edge']});
    await publishLink(stage, {title: '智能相机手册', tags: ['camera'], products: ['Aurora Vision', 'Aurora Edge']});
    await publishLink(stage, {title: 'Camera brochure', summary: 'With an alarm', products: ['Aurora Vision']});
    assert.deepEqual(titles(await partner.assets.list({q: 'den bao'})), ['Đèn báo động']);
    assert.deepEqual(titles(await partner.assets.list({q: '相机'})), ['智能相机手册']);
    assert.deepEqual(titles(await partner.assets.list({q: 'camera', sort: 'relevance'})), ['Camera brochure', '智能相机手册']);
    assert.deepEqual(titles(await partner.assets.list({q: 'alarm', product: ['Aurora Vision']})), ['Camera brochure']);
    const counts = await partner.assets.counts({product: ['Aurora Vision']});
    assert.deepEqual([counts.total, counts.facets.product, counts.facets.tag], [2, [{value: 'Aurora Edge', count: 2}, {value: 'Aurora Vision', count: 2}], [{value: 'camera', count: 1}]]);
    const first = await partner.assets.list({limit: 2, sort: 'title'});
    const second = await partner.assets.list({limit: 2, sort: 'title', cursor: first.page.next ?? ''});
    assert.deepEqual([...titles(first), ...titles(second)], ['Camera brochure', 'Đèn báo động', '智能相机手册']);
  });

  it('is somebody’s favourite, and news since their last visit', async () => {
    const stage = await backend().newStage();
    const {partner, vendor} = stage;
    const early = await publishLink(stage, {title: 'Early'});
    await partner.assets.visited({});
    await new Promise(resolve => setTimeout(resolve, 5));
    await publishLink(stage, {title: 'Late'});
    assert.deepEqual(titles(await partner.assets.list({new: true})), ['Late']);
    assert.equal((await partner.assets.favourite({id: early.id})).isFavourite, true);
    assert.deepEqual(titles(await partner.assets.list({favourites: true})), ['Early']);
    assert.deepEqual(titles(await vendor.assets.list({favourites: true})), []);
    const {favourites, new: news} = await partner.assets.counts({});
    assert.deepEqual([favourites, news], [1, 1]);
    assert.equal((await partner.assets.unfavourite({id: early.id})).isFavourite, false);
  });

  it('is recalled for good: its holders are told, everybody else sees it no more', async () => {
    const stage = await backend().newStage();
    const {vendor, partner} = stage;
    const {id} = await vendor.assets.create({title: 'Mounting guide', type: 'datasheet'});
    const version = await publishVersion(stage, id);
    await publishAsset(stage, id);
    const unheld = await publishLink(stage, {title: 'Never downloaded'});
    const {url} = await partner.assetVersions.download({id: version.id});
    assert.equal((await stage.send(new Request(url))).status, 200);
    const recalled = await vendor.assets.recall({id, version: (await vendor.assets.get({id})).version, reason: 'The torque is wrong.'});
    assert.deepEqual([recalled.status, recalled.recall?.reason, recalled.current, recalled.actions], ['recalled', 'The torque is wrong.', [], []]);
    assert.deepEqual(titles(await partner.assets.list({})), ['Never downloaded']);
    const told = await partner.assets.get({id});
    assert.deepEqual([told.status, told.recall?.reason, told.held?.isStale, told.current], ['recalled', 'The torque is wrong.', true, []]);
    assert.deepEqual(titles(await partner.assets.list({stale: true})), ['Mounting guide']);
    assert.equal((await partner.assets.counts({})).stale, 1);
    const refused = await refuses('asset_recalled', partner.assetVersions.download({id: version.id}));
    assert.equal(refused.problem.status, 410);
    await refuses('asset_status_conflict', vendor.assets.update({id, version: recalled.version, title: 'Again'}));
    await vendor.assets.recall({id: unheld.id, version: unheld.version, reason: 'Gone'});
    await refuses('asset_not_found', partner.assets.get({id: unheld.id}));
  });

  it('gives way to another: whoever opens it is led to what is to be used now', async () => {
    const stage = await backend().newStage();
    const {vendor, partner} = stage;
    const hidden = {entitlement: {groups: ['nobody']}};
    const [old, next, last] = [await publishLink(stage, {title: 'Old'}), await publishLink(stage, {title: 'New'}), await publishLink(stage, {title: 'Newest'})];
    const [secret, draft] = [await publishLink(stage, {title: 'Secret', ...hidden}), await vendor.assets.create({title: 'Draft', type: 'link'})];
    for (const replacedById of [next.id, draft.id]) await refuses('input_invalid', vendor.assets.supersede({id: next.id, version: next.version, replacedById}));
    const done = await vendor.assets.supersede({id: old.id, version: old.version, replacedById: next.id});
    assert.deepEqual([done.status, done.replacedById, done.replacedBy], ['superseded', next.id, {id: next.id, title: 'New', type: 'link'}]);
    assert.deepEqual(titles(await partner.assets.list({})), ['Newest', 'New']);
    assert.deepEqual(titles(await partner.assets.list({status: ['superseded']})), ['Old']);
    await vendor.assets.supersede({id: next.id, version: next.version, replacedById: last.id});
    const {status, linkUrl, replacedBy} = await partner.assets.get({id: old.id});
    assert.deepEqual([status, linkUrl, replacedBy?.title], ['superseded', null, 'Newest'], 'to the end of the line');
    await vendor.assets.supersede({id: last.id, version: last.version, replacedById: secret.id});
    assert.equal((await partner.assets.get({id: old.id})).replacedBy, null, 'what they may not see is not named');
    assert.equal((await vendor.assets.get({id: old.id})).replacedBy?.title, 'Secret');
    await vendor.assets.supersede({id: secret.id, version: secret.version, replacedById: (await vendor.assets.publish({id: old.id, version: done.version})).id});
    await refuses('asset_not_found', partner.assets.get({id: secret.id}));
    assert.equal((await partner.assets.get({id: last.id})).replacedBy?.title, 'Old', 'what is published again ends the line');
  });
}
