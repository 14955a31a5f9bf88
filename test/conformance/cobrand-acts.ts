import type {Cobrand, CobrandApproval, CobrandTemplate} from '@portico/contract';
import {publishAsset, publishVersion, sendFile} from './asset-acts.ts';
import type {Stage} from './backend.ts';

type NewTemplate = Parameters<Stage['vendor']['cobrandTemplates']['create']>[0];

/** Zones of a page for the web, which is made quickest. */
export const zones: NonNullable<NewTemplate['zones']> = [
  {id: 'headline', type: 'text', label: 'Headline', maxChars: 40, placeholder: 'By {{partner.name}}', colors: ['#111827', '#0f766e']},
  {id: 'contact', type: 'contact', label: 'Contact', placeholder: '{{partner.phone}}', required: true},
  {id: 'check', type: 'qr', label: 'Is it current?', locked: true},
];

const page = `<!doctype html><html><body>${zones.map(({id}) => `<p data-zone="${id}"></p>`).join('')}</body></html>`;

// The same file serves every version of a stage.
const files = new WeakMap<Stage, string>();

/** Publishes a version of an asset that can be co-branded. */
export async function publishPage(stage: Stage, assetId: string) {
  const storedFileId = files.get(stage) ?? (await sendFile(stage, stage.vendor, {fileName: 'page.html', mediaType: 'text/html', bytes: new TextEncoder().encode(page)})).id;
  files.set(stage, storedFileId);
  return publishVersion(stage, assetId, {storedFileId});
}

export async function publishTemplate({vendor}: Stage, assetVersionId: string, approval: CobrandApproval): Promise<CobrandTemplate> {
  const draft = await vendor.cobrandTemplates.create({assetVersionId, zones: [...zones], approval});
  return vendor.cobrandTemplates.publish({id: draft.id, version: draft.version});
}

/** An asset that is published, with a template in use. */
export async function publishMaterial(stage: Stage, approval: CobrandApproval, fields: Partial<Parameters<Stage['vendor']['assets']['create']>[0]> = {}): Promise<{assetId: string; template: CobrandTemplate}> {
  const {id: assetId} = await stage.vendor.assets.create({title: 'Landing page', type: 'template', ...fields});
  const version = await publishPage(stage, assetId);
  await publishAsset(stage, assetId);
  return {assetId, template: await publishTemplate(stage, version.id, approval)};
}

/** Gives a partner a telephone, which the zones ask for. */
export async function brandPartner({partner, partnerOrgId: id}: Stage): Promise<void> {
  const {version} = await partner.partnerOrgs.getBrand({id});
  await partner.partnerOrgs.updateBrand({id, version, phone: '+358 9 4245', displayName: 'Lumen 光'});
}

/** Waits until the file of a copy is there, or is not to be. */
export async function made({partner}: Pick<Stage, 'partner'>, id: string): Promise<Cobrand> {
  for (let tries = 0; tries < 300; tries++) {
    const cobrand = await partner.cobrands.get({id});
    if (!cobrand.isMaking) return cobrand;
    await new Promise(resolve => setTimeout(resolve, 100));
  }
  throw new Error('The copy was not made within half a minute.');
}

/** A copy that was made, from a draft. */
export async function makeCopy(stage: Stage, templateId: string, values: Cobrand['values'] = {}): Promise<Cobrand> {
  const draft = await stage.partner.cobrands.create({templateId, values});
  await stage.partner.cobrands.generate({id: draft.id, version: draft.version});
  return made(stage, draft.id);
}
