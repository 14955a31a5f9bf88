import {insertTemplate} from '../../cobrand-template/cobrand-template.queries.ts';
import {recordChange} from '../../changes/record-change.ts';
import {newId, nowText} from '../../context.ts';
import {saveBrand} from '../../partner-org/partner-brand.queries.ts';
import type {Scope} from '../scope.ts';
import {brands, templateFields, templateOf} from './cobranding.data.ts';
import type {DemoFiles} from './demo-files.ts';
import type {AssetSeed, VersionSeed} from './library.data.ts';
import type {Organisation} from './organisation.ts';

/** What was told before: which assets and versions there are. */
interface Told {
  readonly files: DemoFiles;
  readonly organisation: Organisation;
  readonly ownerId: string;
  readonly assetIds: ReadonlyMap<AssetSeed, string>;
  readonly versionIds: ReadonlyMap<VersionSeed, string>;
}

/** Lets partners make a datasheet their own: its templates, and the brands of some. The copies themselves are left to whoever tries it. */
export async function tellCobranding(scope: Scope, {files, organisation, ownerId, assetIds, versionIds}: Told): Promise<void> {
  for (const [partner, {logo, ...brand}] of Object.entries(brands)) {
    const partnerOrgId = organisation.partnerIds.get(partner);
    if (partnerOrgId !== undefined) await saveBrand(scope, partnerOrgId, {...brand, logoFileId: await files.keep(scope, logo, ownerId, partnerOrgId)});
  }
  const [asset, assetId] = [...assetIds].find(([{title}]) => title === templateOf.title) ?? [];
  if (!asset || assetId === undefined) return;
  for (const [index, language] of templateOf.languages.entries()) {
    const latest = asset.versions.findLast(version => version[0] === language);
    const versionId = latest && versionIds.get(latest);
    if (versionId !== undefined) await addTemplate(scope, {assetId, versionId, language, number: index + 1});
  }
}

async function addTemplate(scope: Scope, {assetId, versionId, language, number}: {readonly assetId: string; readonly versionId: string; readonly language: string; readonly number: number}): Promise<void> {
  const id = newId(scope.context);
  const now = nowText(scope.context);
  const {zones, logoRules, approval, smallPrint} = templateFields(language);
  await insertTemplate(scope, {
    cobrand_template_id: id,
    asset_id: assetId,
    asset_version_id: versionId,
    language,
    number,
    format: 'pdf',
    zones: JSON.stringify(zones),
    logo_rules: JSON.stringify(logoRules),
    approval,
    small_print: smallPrint && JSON.stringify(smallPrint),
    status: 'published',
    published_at: now,
    created_at: now,
    updated_at: now,
  });
  await recordChange(scope, {resource: 'cobrand_template', id, action: 'publish', changes: {number}});
}
