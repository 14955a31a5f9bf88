import assert from 'node:assert/strict';
import {it} from 'node:test';
import {refuses} from './acts.ts';
import {sendFile} from './asset-acts.ts';
import type {Backend, Stage} from './backend.ts';
import {brandPartner, made, makeCopy, publishMaterial, publishPage, publishTemplate} from './cobrand-acts.ts';
import {newRival} from './deal-acts.ts';

const stateOf = async ({vendor}: Stage, code: string | undefined) => (await vendor.cobrands.copy({code: code ?? ''})).state;

export function cobrandSuite(backend: () => Backend): void {
  it('is a draft that may be wrong, and is made when it is right', async () => {
    const stage = await backend().newStage();
    const {partner, vendor, partnerOrgId} = stage;
    const {assetId, template} = await publishMaterial(stage, 'none');
    const draft = await partner.cobrands.create({templateId: template.id, name: 'For the fair', values: {headline: {text: 'x'.repeat(41), color: '#ff0000'}, check: {text: 'mine'}}});
    const findings = ['headline color_not_allowed', 'headline too_long', 'check locked', 'contact required_missing'];
    assert.deepEqual(new Set(draft.findings.map(({zoneId, code}) => `${zoneId} ${code}`)), new Set(findings));
    assert.deepEqual([draft.status, draft.assetId, draft.partnerOrg.id, draft.actions], ['draft', assetId, partnerOrgId, ['update', 'generate', 'delete']]);
    const errors = (await refuses('input_invalid', partner.cobrands.generate({id: draft.id, version: draft.version}))).problem.errors ?? [];
    assert.deepEqual(new Set(errors.map(({pointer}) => pointer)), new Set(['/values/headline', '/values/check', '/values/contact']));
    await brandPartner(stage);
    const preview = await partner.cobrands.preview({templateId: template.id, values: {headline: {text: 'Nothing slips past'}}});
    assert.deepEqual([preview.findings, preview.mediaType], [[], 'text/html']);
    const right = await partner.cobrands.update({id: draft.id, version: draft.version, values: {headline: {text: 'Nothing slips past', color: '#0f766e'}}});
    assert.deepEqual(right.findings, []);
    await partner.cobrands.generate({id: right.id, version: right.version});
    const generated = await made(stage, right.id);
    assert.deepEqual([generated.status, generated.findings, generated.actions], ['generated', [], ['update', 'publish', 'delete']]);
    assert.equal(await stateOf(stage, generated.output?.code), 'unpublished');
    await refuses('cobrand_status_conflict', partner.cobrands.submit({id: generated.id, version: generated.version}));
    await refuses('cobrand_status_conflict', partner.cobrands.download({id: generated.id}));
    const published = await partner.cobrands.publish({id: generated.id, version: generated.version});
    assert.equal(published.status, 'published');
    const got = await partner.cobrands.download({id: published.id});
    assert.equal((await stage.send(new Request(got.url))).status, 200);
    assert.deepEqual((await vendor.assetVersions.holders({assetId})).items.map(({partnerOrg, versionId}) => [partnerOrg.id, versionId]), [[partnerOrgId, published.output?.assetVersionId]]);
    const counted = (await stage.key.partnerEvents.list({partnerOrgId})).items.map(({event, entityId}) => [event, entityId]);
    assert.deepEqual(counted.toSorted(), [['asset_cobranded', assetId], ['asset_downloaded', assetId]]);
    const copy = await vendor.cobrands.copy({code: published.output?.code ?? ''});
    assert.deepEqual([copy.state, copy.partnerName, copy.templateNumber], ['current', 'Lumen 光', 1]);
    await refuses('copy_not_found', vendor.cobrands.copy({code: 'A'.repeat(16)}));
    assert.deepEqual((await vendor.cobrands.list({assetId, status: ['published']})).items.map(({id}) => id), [published.id]);
  });

  it('is approved or sent back by the vendor, and belongs to its partner alone', async () => {
    const stage = await backend().newStage();
    const {partner, vendor} = stage;
    const {template} = await publishMaterial(stage, 'vendor_approves');
    await brandPartner(stage);
    const generated = await makeCopy(stage, template.id);
    const submitted = await partner.cobrands.submit({id: generated.id, version: generated.version});
    assert.deepEqual([submitted.status, submitted.actions], ['submitted', []]);
    assert.deepEqual((await vendor.cobrands.get({id: submitted.id})).actions, ['approve', 'reject', 'download']);
    await refuses('forbidden', partner.cobrands.approve({id: submitted.id, version: submitted.version}));
    await refuses('cobrand_status_conflict', partner.cobrands.update({id: submitted.id, version: submitted.version, values: {}}));
    const {client} = await newRival(stage);
    await refuses('cobrand_not_found', client.cobrands.get({id: submitted.id}));
    await refuses('cobrand_not_found', client.cobrands.delete({id: submitted.id, version: submitted.version}));
    assert.deepEqual((await client.cobrands.list({})).items, []);
    const rejected = await vendor.cobrands.reject({id: submitted.id, version: submitted.version, reason: 'Say what it is'});
    assert.deepEqual([rejected.status, rejected.reason], ['rejected', 'Say what it is']);
    const revised = await partner.cobrands.update({id: rejected.id, version: rejected.version, values: {headline: {text: 'Vision by Lumen'}}});
    assert.deepEqual([revised.status, revised.reason], ['draft', null]);
    await partner.cobrands.generate({id: revised.id, version: revised.version});
    const again = await made(stage, revised.id);
    const resubmitted = await partner.cobrands.submit({id: again.id, version: again.version});
    await refuses('version_conflict', vendor.cobrands.approve({id: resubmitted.id, version: submitted.version}));
    const approved = await vendor.cobrands.approve({id: resubmitted.id, version: resubmitted.version});
    assert.equal((await partner.cobrands.publish({id: approved.id, version: approved.version})).status, 'published');
  });

  it('is stale when its template is replaced, and made anew alone or with all others', async () => {
    const stage = await backend().newStage();
    const {partner} = stage;
    const {assetId, template} = await publishMaterial(stage, 'auto_rules');
    await brandPartner(stage);
    const copies = [];
    for (const text of ['One', 'Two']) {
      const generated = await makeCopy(stage, template.id, {headline: {text}});
      const approved = await partner.cobrands.submit({id: generated.id, version: generated.version});
      assert.equal(approved.status, 'approved');
      copies.push(await partner.cobrands.publish({id: approved.id, version: approved.version}));
    }
    const next = await publishPage(stage, assetId);
    const stale = await partner.cobrands.get({id: copies[0]?.id ?? ''});
    assert.deepEqual([stale.status, stale.nextTemplateId, stale.actions], ['stale', null, ['update']]);
    assert.equal(await stateOf(stage, stale.output?.code), 'stale');
    await refuses('cobrand_template_not_found', partner.cobrands.remake({id: stale.id, version: stale.version}));
    const second = await publishTemplate(stage, next.id, 'auto_rules');
    await partner.cobrands.remake({id: stale.id, version: stale.version});
    const remade = await made(stage, stale.id);
    assert.deepEqual([remade.status, remade.templateId, remade.values], ['published', second.id, {headline: {text: 'One'}}]);
    assert.deepEqual([await stateOf(stage, stale.output?.code), await stateOf(stage, remade.output?.code)], ['replaced', 'current']);
    assert.deepEqual(await partner.cobrands.remakeAll({}), {remade: 1});
    assert.equal((await made(stage, copies[1]?.id ?? '')).status, 'published');
  });

  it('ends with its material: recalled, with the reason, whoever asks', async () => {
    const stage = await backend().newStage();
    const {partner, vendor} = stage;
    const {assetId, template} = await publishMaterial(stage, 'none');
    await brandPartner(stage);
    const generated = await makeCopy(stage, template.id);
    const {id, output} = await partner.cobrands.publish({id: generated.id, version: generated.version});
    const {version} = await vendor.assets.get({id: assetId});
    await vendor.assets.recall({id: assetId, version, reason: 'A wrong price'});
    const recalled = await partner.cobrands.get({id});
    assert.deepEqual([recalled.status, recalled.reason, recalled.actions], ['recalled', 'A wrong price', []]);
    await refuses('asset_recalled', partner.cobrands.download({id}));
    assert.equal((await refuses('copy_recalled', vendor.cobrands.copy({code: output?.code ?? ''}))).problem.detail, 'A wrong price');
  });

  it('shows a brand that partner and vendor keep, with a logo of the partner’s own', async () => {
    const stage = await backend().newStage();
    const {partner, vendor, partnerOrgId: id} = stage;
    const empty = await vendor.partnerOrgs.getBrand({id});
    assert.deepEqual([empty.version, empty.logo, empty.colors], [1, null, []]);
    const kept = await partner.partnerOrgs.updateBrand({id, version: 1, email: 'hei@lumen.example', colors: ['#0F766E']});
    assert.deepEqual([kept.version, kept.email, kept.colors, kept.phone], [2, 'hei@lumen.example', ['#0f766e'], null]);
    await refuses('version_conflict', vendor.partnerOrgs.updateBrand({id, version: 1, phone: '+1'}));
    assert.equal((await vendor.partnerOrgs.updateBrand({id, version: 2, phone: '+358 1'})).email, 'hei@lumen.example');
    const document = await sendFile(stage, partner);
    await refuses('input_invalid', partner.partnerOrgs.updateBrand({id, version: 3, logoFileId: document.id}));
    const theirs = await vendor.storedFiles.create({fileName: 'logo.png', mediaType: 'image/png', sizeBytes: 10});
    await refuses('stored_file_not_found', partner.partnerOrgs.updateBrand({id, version: 3, logoFileId: theirs.id}));
    const {client} = await newRival(stage);
    await refuses('partner_org_not_found', client.partnerOrgs.getBrand({id}));
    await refuses('partner_org_not_found', client.partnerOrgs.updateBrand({id, version: 3, phone: '+2'}));
  });
}
