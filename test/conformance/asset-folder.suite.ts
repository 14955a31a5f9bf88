import assert from 'node:assert/strict';
import {it} from 'node:test';
import {refuses} from './acts.ts';
import {publishLink} from './asset-acts.ts';
import type {Backend} from './backend.ts';

export function assetFolderSuite(backend: () => Backend): void {
  it('holds folders and assets, and is removed when it is empty', async () => {
    const stage = await backend().newStage();
    const {vendor} = stage;
    const top = await vendor.assetFolders.create({name: 'Products'});
    const below = await vendor.assetFolders.create({name: 'Vision', parentId: top.id});
    await refuses('asset_folder_name_taken', vendor.assetFolders.create({name: 'Vision', parentId: top.id}));
    await refuses('input_invalid', vendor.assetFolders.update({id: top.id, version: top.version, parentId: below.id}));
    await refuses('asset_folder_not_empty', vendor.assetFolders.delete({id: top.id, version: top.version}));
    const renamed = await vendor.assetFolders.update({id: below.id, version: below.version, name: 'Aurora Vision', parentId: null});
    assert.deepEqual([renamed.name, renamed.parentId], ['Aurora Vision', null]);
    await refuses('version_conflict', vendor.assetFolders.delete({id: below.id, version: below.version}));
    await vendor.assetFolders.delete({id: below.id, version: renamed.version});
    await refuses('asset_folder_not_found', vendor.assetFolders.get({id: below.id}));
    await refuses('asset_folder_not_found', vendor.assets.create({title: 'Lost', type: 'deck', folderId: below.id}));
  });

  it('is shown to partners when it leads to something they see', async () => {
    const stage = await backend().newStage();
    const {vendor, partner} = stage;
    const top = await vendor.assetFolders.create({name: 'Products'});
    const below = await vendor.assetFolders.create({name: 'Vision', parentId: top.id});
    const empty = await vendor.assetFolders.create({name: 'Secret plans'});
    await publishLink(stage, {folderId: below.id});
    await publishLink(stage, {folderId: empty.id, entitlement: {groups: ['nobody']}});
    assert.deepEqual((await partner.assetFolders.list({})).items.map(({name, assetCount}) => [name, assetCount]), [['Products', 0], ['Vision', 1]]);
    await refuses('asset_folder_not_found', partner.assetFolders.get({id: empty.id}));
    assert.deepEqual((await vendor.assetFolders.list({})).items.map(({name, assetCount}) => [name, assetCount]), [['Products', 0], ['Secret plans', 1], ['Vision', 1]]);
    assert.equal((await partner.assets.list({folderId: [below.id]})).items.length, 1);
  });
}
