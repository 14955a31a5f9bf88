import assert from 'node:assert/strict';
import {it} from 'node:test';
import {refuses} from './acts.ts';
import {publishAsset, publishVersion, sendFile} from './asset-acts.ts';
import type {Backend, Stage} from './backend.ts';
import {newRival} from './deal-acts.ts';

async function published(stage: Stage, fields: Partial<Parameters<Stage['vendor']['assets']['create']>[0]> = {}) {
  const {id} = await stage.vendor.assets.create({title: 'Datasheet', type: 'datasheet', ...fields});
  const version = await publishVersion(stage, id);
  await publishAsset(stage, id);
  return {id, version};
}

export function assetVersionSuite(backend: () => Backend): void {
  it('is the present one of its language until the next is published; old ones lead to it', async () => {
    const stage = await backend().newStage();
    const {vendor, partner} = stage;
    const {id, version: first} = await published(stage);
    const finnish = await publishVersion(stage, id, {language: 'fi'});
    const second = await publishVersion(stage, id, {changeNote: 'New figures'});
    const {items} = await partner.assetVersions.list({assetId: id});
    assert.deepEqual(items.map(({number, language, status}) => [number, language, status]), [[3, 'en', 'current'], [2, 'fi', 'current'], [1, 'en', 'superseded']]);
    assert.deepEqual((await partner.assetVersions.list({assetId: id, language: 'fi'})).items.map(each => each.id), [finnish.id]);
    assert.equal((await partner.assetVersions.get({id: first.id})).currentId, second.id);
    assert.equal(items[0]?.storedFile.downloadUrl, null);
    assert.deepEqual((await partner.assets.get({id})).languages, ['en', 'fi']);
    assert.equal((await refuses('asset_version_replaced', partner.assetVersions.download({id: first.id}))).problem.status, 410);
    assert.ok((await vendor.assetVersions.download({id: first.id})).url);
    await refuses('asset_version_status_conflict', vendor.assetVersions.publish({id: second.id, version: second.version}));
  });

  it('is handed out by an address of its own, and who has it is known', async () => {
    const stage = await backend().newStage();
    const {vendor, partner, partnerOrgId, partnerPersonId} = stage;
    const {id, version} = await published(stage, {delivery: 'locked'});
    const got = await partner.assetVersions.download({id: version.id});
    assert.deepEqual([got.isSingleUse, got.fileName, got.sizeBytes], [true, version.storedFile.fileName, version.storedFile.sizeBytes]);
    const bytes = await (await stage.send(new Request(got.url))).arrayBuffer();
    assert.equal(bytes.byteLength, got.sizeBytes);
    await partner.assetVersions.download({id: version.id});
    const [holder] = (await vendor.assetVersions.holders({assetId: id})).items;
    assert.deepEqual([holder?.partnerOrg.id, holder?.person?.id, holder?.versionId, holder?.downloads, holder?.isStale], [partnerOrgId, partnerPersonId, version.id, 2, false]);
    assert.deepEqual((await partner.assets.get({id})).held, {versionId: version.id, number: 1, language: 'en', downloadedAt: holder?.downloadedAt, isStale: false});
    assert.deepEqual((await vendor.assets.get({id})).holders, {partnerOrgs: 1, stale: 0});
    await publishVersion(stage, id);
    assert.deepEqual([(await vendor.assets.get({id})).holders, (await partner.assets.get({id})).holders], [{partnerOrgs: 1, stale: 1}, null]);
    assert.deepEqual((await vendor.assetVersions.holders({assetId: id, stale: true})).items.map(each => each.versionId), [version.id]);
    assert.equal((await partner.assets.get({id})).held?.isStale, true);
    assert.equal((await vendor.assets.list({stale: true})).items.length, 1);
    await refuses('forbidden', partner.assetVersions.holders({assetId: id}));
  });

  it('waits as scheduled until it is valid, and can be moved', async () => {
    const stage = await backend().newStage();
    const {vendor, partner} = stage;
    const {id, version: first} = await published(stage);
    const later = await publishVersion(stage, id, {validFrom: '2099-01-01T00:00:00.000Z'});
    assert.equal(later.status, 'scheduled');
    assert.deepEqual((await partner.assetVersions.list({assetId: id})).items.map(each => each.id), [first.id]);
    await refuses('asset_version_not_found', partner.assetVersions.get({id: later.id}));
    await refuses('asset_version_not_found', partner.assetVersions.download({id: later.id}));
    const moved = await vendor.assetVersions.update({id: later.id, version: later.version, validUntil: '2099-06-01T00:00:00.000Z'});
    assert.equal(moved.validUntil, '2099-06-01T00:00:00.000Z');
    await refuses('input_invalid', vendor.assetVersions.update({id: later.id, version: moved.version, validUntil: '2098-06-01T00:00:00.000Z'}));
    await refuses('version_conflict', vendor.assetVersions.update({id: later.id, version: later.version, changeNote: 'Late'}));
  });

  it('is recalled by itself', async () => {
    const stage = await backend().newStage();
    const {vendor, partner} = stage;
    const {id, version} = await published(stage);
    const finnish = await publishVersion(stage, id, {language: 'fi'});
    const recalled = await vendor.assetVersions.recall({id: version.id, version: version.version, reason: 'A typing error in a price'});
    assert.deepEqual([recalled.status, recalled.recallReason, recalled.currentId], ['recalled', 'A typing error in a price', null]);
    await refuses('asset_recalled', partner.assetVersions.download({id: version.id}));
    assert.ok((await partner.assetVersions.download({id: finnish.id})).url);
    assert.deepEqual((await partner.assets.get({id})).languages, ['fi']);
  });

  it('needs a file of the vendor’s that is ready, and is unknown to those who do not see its asset', async () => {
    const stage = await backend().newStage();
    const {vendor, partner} = stage;
    const {id, version} = await published(stage, {entitlement: {partnerTypes: ['distributor']}});
    const waiting = await vendor.storedFiles.create({fileName: 'a.pdf', mediaType: 'application/pdf', sizeBytes: 10});
    await refuses('file_not_ready', vendor.assetVersions.create({assetId: id, language: 'en', storedFileId: waiting.id}));
    const theirs = await sendFile(stage, partner);
    await refuses('stored_file_not_found', vendor.assetVersions.create({assetId: id, language: 'en', storedFileId: theirs.id}));
    const {client} = await newRival(stage);
    for (const each of [partner, client]) {
      await refuses('asset_version_not_found', each.assetVersions.get({id: version.id}));
      await refuses('asset_version_not_found', each.assetVersions.download({id: version.id}));
      await refuses('asset_not_found', each.assetVersions.list({assetId: id}));
    }
  });
}
