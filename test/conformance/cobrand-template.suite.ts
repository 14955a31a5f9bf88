import assert from 'node:assert/strict';
import {it} from 'node:test';
import {refuses} from './acts.ts';
import {publishAsset, publishLink} from './asset-acts.ts';
import type {Backend} from './backend.ts';
import {publishMaterial, publishPage, publishTemplate, zones} from './cobrand-acts.ts';
import {newRival} from './deal-acts.ts';

export function cobrandTemplateSuite(backend: () => Backend): void {
  it('is a draft of the vendor’s until it is published, and the only one of its language then', async () => {
    const stage = await backend().newStage();
    const {vendor, partner} = stage;
    const {id: assetId} = await vendor.assets.create({title: 'Page', type: 'template'});
    const {id: assetVersionId} = await publishPage(stage, assetId);
    await publishAsset(stage, assetId);
    const draft = await vendor.cobrandTemplates.create({assetVersionId, zones: [...zones]});
    assert.deepEqual([draft.number, draft.format, draft.language, draft.status, draft.approval, draft.actions], [1, 'html', 'en', 'draft', 'auto_rules', ['update', 'publish']]);
    await refuses('cobrand_template_not_found', partner.cobrandTemplates.get({id: draft.id}));
    assert.deepEqual((await partner.cobrandTemplates.list({})).items, []);
    const changed = await vendor.cobrandTemplates.update({id: draft.id, version: draft.version, approval: 'none', logoRules: {minContrast: 4.5}});
    assert.deepEqual([changed.approval, changed.logoRules.minContrast, changed.logoRules.minPixels, changed.zones.length], ['none', 4.5, 200, 3]);
    await refuses('version_conflict', vendor.cobrandTemplates.update({id: draft.id, version: draft.version, approval: 'none'}));
    const first = await vendor.cobrandTemplates.publish({id: draft.id, version: changed.version});
    assert.equal(first.status, 'published');
    await refuses('cobrand_template_status_conflict', vendor.cobrandTemplates.update({id: first.id, version: first.version, approval: 'none'}));
    const copied = await vendor.cobrandTemplates.create({assetVersionId, copyOfId: first.id});
    assert.deepEqual([copied.number, copied.zones, copied.logoRules], [2, first.zones, first.logoRules]);
    const second = await vendor.cobrandTemplates.publish({id: copied.id, version: copied.version});
    assert.equal((await vendor.cobrandTemplates.get({id: first.id})).status, 'superseded');
    assert.deepEqual((await partner.cobrandTemplates.list({assetId})).items.map(({id, actions}) => ({id, actions})), [{id: second.id, actions: []}]);
    assert.deepEqual((await vendor.cobrandTemplates.list({assetId, status: ['superseded', 'retired']})).items.map(({id}) => id), [first.id]);
    await vendor.cobrandTemplates.retire({id: second.id, version: second.version});
    assert.deepEqual((await partner.cobrandTemplates.list({assetId})).items, []);
    await refuses('forbidden', partner.cobrandTemplates.retire({id: second.id, version: 1}));
  });

  it('refuses zones that cannot be filled, zone by zone, and material that cannot be co-branded', async () => {
    const stage = await backend().newStage();
    const {vendor} = stage;
    const {template} = await publishMaterial(stage, 'none');
    const {assetVersionId} = template;
    const zone = {id: 'a', type: 'text', label: 'A'} as const;
    const wrong = async (...of: object[]) => (await refuses('input_invalid', vendor.cobrandTemplates.create({assetVersionId, zones: of as [typeof zone]}))).problem.errors?.map(({pointer, code}) => `${pointer} ${code}`);
    assert.deepEqual(await wrong(zone, zone), ['/zones/1/id taken']);
    assert.deepEqual(await wrong({...zone, placeholder: '{{partner.iban}}'}), ['/zones/0/placeholder unknown_token']);
    assert.deepEqual(await wrong({...zone, type: 'cta_link', link: 'javascript:alert(1)'}), ['/zones/0/link link_not_safe']);
    await refuses('asset_version_not_found', vendor.cobrandTemplates.create({assetVersionId: (await publishLink(stage)).id}));
  });

  it('is of the version it was made for: the next version needs one of its own', async () => {
    const stage = await backend().newStage();
    const {vendor, partner} = stage;
    const {assetId, template} = await publishMaterial(stage, 'none');
    const next = await publishPage(stage, assetId);
    assert.equal((await vendor.cobrandTemplates.get({id: template.id})).status, 'superseded');
    assert.deepEqual((await partner.cobrandTemplates.list({assetId})).items, []);
    const again = await publishTemplate(stage, next.id, 'none');
    assert.deepEqual((await partner.cobrandTemplates.list({assetId})).items.map(({id}) => id), [again.id]);
  });

  it('is shown to those who see its material', async () => {
    const stage = await backend().newStage();
    const {template} = await publishMaterial(stage, 'none', {entitlement: {groups: ['chosen']}});
    const {client} = await newRival(stage);
    for (const each of [stage.partner, client]) {
      await refuses('cobrand_template_not_found', each.cobrandTemplates.get({id: template.id}));
      await refuses('cobrand_template_not_found', each.cobrands.create({templateId: template.id}));
      await refuses('cobrand_template_not_found', each.cobrands.preview({templateId: template.id}));
    }
  });
}
