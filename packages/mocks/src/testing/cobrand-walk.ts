import assert from 'node:assert/strict';
import type {Asset, AssetVersion, Cobrand, CobrandTemplate, Page, PartnerBrand, StoredFile} from '@portico/contract';
import {partnerOrgExamples} from '@portico/contract/examples';
import type {MockBackend} from '../backend.ts';
import type {Caller} from './caller.ts';

const itemsOf = <T>(body: unknown) => (body as Page<T>).items;

/** Reads everything of co-branding that can be read. */
export async function readCobrands({call}: Pick<Caller, 'call'>): Promise<void> {
  for (const as of ['partner', 'vendor'] as const) {
    for (const {id} of itemsOf<CobrandTemplate>((await call(as, 'cobrandTemplates.list')).body)) await call(as, 'cobrandTemplates.get', {id});
    for (const {id, output} of itemsOf<Cobrand>((await call(as, 'cobrands.list')).body)) {
      await call(as, 'cobrands.get', {id});
      if (output) await call(as, 'cobrands.copy', {code: output.code});
    }
    await call(as, 'partnerOrgs.getBrand', {id: partnerOrgExamples.lumen.id});
  }
}

/** Does everything that can be done with templates and copies. */
export async function doCobrands({call}: Pick<Caller, 'call'>, backend: MockBackend): Promise<void> {
  const done = async <T>(as: 'partner' | 'vendor', name: string, input: Record<string, unknown>): Promise<T> => {
    const {status, body} = await call(as, name, input);
    assert.ok(status < 300, `${name}: ${JSON.stringify(body)}`);
    return body as T;
  };
  const act = (as: 'partner' | 'vendor', name: string, {id, version}: {id: string; version: number}, input: Record<string, unknown> = {}) => done<Cobrand>(as, `cobrands.${name}`, {id, version, ...input});
  const file = await done<StoredFile>('vendor', 'storedFiles.create', {fileName: 'copied.pdf', mediaType: 'application/pdf', sizeBytes: 4});
  await backend.fetch(file.uploadUrl ?? '', {method: 'PATCH', headers: {'upload-offset': '0'}, body: '%PDF'});
  let asset = await done<Asset>('vendor', 'assets.create', {title: 'To be copied', type: 'datasheet'});
  const publish = async (): Promise<AssetVersion> => {
    const {id, version} = await done<AssetVersion>('vendor', 'assetVersions.create', {assetId: asset.id, language: 'en', storedFileId: file.id});
    return done<AssetVersion>('vendor', 'assetVersions.publish', {id, version});
  };
  const first = await publish();
  for (const step of ['submit', 'approve', 'publish']) asset = await done<Asset>('vendor', `assets.${step}`, {id: asset.id, version: (await done<Asset>('vendor', 'assets.get', {id: asset.id})).version});

  const {version: brandVersion} = await done<PartnerBrand>('partner', 'partnerOrgs.getBrand', {id: partnerOrgExamples.lumen.id});
  await done('partner', 'partnerOrgs.updateBrand', {id: partnerOrgExamples.lumen.id, version: brandVersion, phone: '+358 9 1'});
  const zones = [{id: 'headline', type: 'text', label: 'Headline', x: 1, y: 1, w: 10, h: 10, placeholder: '{{partner.name}}'}];
  const template = async (assetVersionId: string): Promise<CobrandTemplate> => {
    const draft = await done<CobrandTemplate>('vendor', 'cobrandTemplates.create', {assetVersionId, zones});
    const changed = await done<CobrandTemplate>('vendor', 'cobrandTemplates.update', {id: draft.id, version: draft.version, approval: 'vendor_approves'});
    return done<CobrandTemplate>('vendor', 'cobrandTemplates.publish', {id: draft.id, version: changed.version});
  };
  const {id: templateId} = await template(first.id);
  await done('partner', 'cobrands.preview', {templateId, values: {headline: {text: 'Hello'}}});
  const make = async (): Promise<Cobrand> => act('partner', 'submit', await act('partner', 'generate', await done<Cobrand>('partner', 'cobrands.create', {templateId})));
  const rejected = await act('vendor', 'reject', await make(), {reason: 'Shorter'});
  const revised = await act('partner', 'update', rejected, {values: {headline: {text: 'Hi'}}});
  assert.equal((await call('partner', 'cobrands.delete', {id: revised.id, version: revised.version})).status, 204);
  const published = [];
  for (let copies = 0; copies < 2; copies++) published.push(await act('partner', 'publish', await act('vendor', 'approve', await make())));
  await done('partner', 'cobrands.download', {id: published[0]?.id});
  await readCobrands({call});
  const second = await template((await publish()).id);
  const [stale] = itemsOf<Cobrand>((await call('partner', 'cobrands.list', {assetId: asset.id, status: ['stale']})).body);
  assert.ok(stale);
  assert.equal((await act('partner', 'remake', stale)).status, 'submitted');
  assert.deepEqual(await done('partner', 'cobrands.remakeAll', {assetId: asset.id}), {remade: 1});
  await done('vendor', 'cobrandTemplates.retire', {id: second.id, version: second.version});
}
