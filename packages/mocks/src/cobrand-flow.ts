import type {CobrandEvent, StoredFile, ZoneFinding, ZoneValues} from '@portico/contract';
import {fillZones, finding, type FilledZone} from '@portico/contract/cobrand-rules';
import {cobrandCan, cobrandTransitions} from '@portico/contract/cobrand-transitions';
import type {CobrandRow, TemplateRow} from './cobrand-rows.ts';
import {brandOf, brandWords} from './partner-brand.ts';
import {recordMaterial} from './points-flow.ts';
import {problem} from './problem.ts';
import type {Store} from './store.ts';

/** Where QR codes lead. */
export const copiesUrl = 'https://mock.portico.example/v1/copies/';
const logoTypes: readonly string[] = ['image/png', 'image/jpeg', 'image/webp', 'image/svg+xml'];

/** Lets an event of the table happen to a copy, and tells it. */
export function moveCobrand(store: Store, row: CobrandRow, event: CobrandEvent, changes: Partial<CobrandRow> = {}): CobrandRow {
  if (!cobrandCan(event, row.status)) throw problem('cobrand_status_conflict');
  const moved = store.update(store.data.collateral.cobrands, row, {...changes, status: cobrandTransitions[event].to ?? row.status});
  store.change('cobrand', row.id, {partnerOrgIds: [row.partnerOrgId]});
  return moved;
}

/** The template that a copy is made with: its own while that is in use, else the one that took its place. */
export function presentTemplate(store: Store, {templateId}: Pick<CobrandRow, 'templateId'>): TemplateRow {
  const {templates} = store.data.collateral;
  const own = templates.get(templateId);
  const present = own?.status === 'published' ? own : templates.values().find(each => each.assetId === own?.assetId && each.language === own.language && each.status === 'published');
  if (!present) throw problem('cobrand_template_not_found');
  return present;
}

/** A template with values in it, and what is seen without drawing, which is all that a pretend backend sees. */
export function fillCopy(store: Store, template: TemplateRow, values: ZoneValues, partnerOrgId: string | null, code: string): {zones: readonly FilledZone[]; findings: ZoneFinding[]} {
  const brand = partnerOrgId === null ? null : brandOf(store, partnerOrgId);
  const words = brand ? brandWords(brand) : {name: 'Partner Ltd.', phone: null, email: null, website: null, address: null, levelBadge: 'Gold', colors: [], hasLogo: false};
  const {zones, findings} = fillZones(template.zones, values, words, {version: String(template.number), date: store.now().slice(0, 10), address: `${copiesUrl}${code}`});
  const logos = zones.flatMap(({zone, content}): ZoneFinding[] => {
    if (content.kind !== 'logo') return [];
    const file = store.data.collateral.files.get(content.storedFileId ?? brand?.logoFileId ?? '');
    if (file?.status !== 'ready' || !logoTypes.includes(file.mediaType) || (content.storedFileId !== null && file.partnerOrg?.id !== partnerOrgId)) return [finding(zone.id, 'logo_unusable', 'This logo cannot be used. Choose a PNG, JPEG, WebP or SVG picture of your own.')];
    const actual = Math.max(file.width ?? 0, file.height ?? 0);
    const {minPixels} = template.logoRules;
    if (file.mediaType === 'image/svg+xml' || file.width === null || actual >= minPixels) return [];
    return [finding(zone.id, 'logo_pixels', `The logo is ${actual} pixels long; at least ${minPixels} are asked for. Send a larger picture, or an SVG.`, {limit: minPixels, actual})];
  });
  return {zones, findings: [...findings, ...logos]};
}

/** Makes the file of a draft; here it is the material itself, under another name. */
export function makeFile(store: Store, row: CobrandRow, event: 'generate' | 'remake'): CobrandRow {
  const {collateral} = store.data;
  const template = presentTemplate(store, row);
  const asked = moveCobrand(store, row, event, {templateId: template.id, findings: [], reason: null});
  const code = store.newId('copy').slice(-12).padStart(16, 'Mock');
  const {findings} = fillCopy(store, template, row.values, row.partnerOrgId, code);
  if (findings.some(({severity}) => severity === 'error')) return store.update(collateral.cobrands, asked, {findings});
  const org = store.data.partnerOrgs.get(row.partnerOrgId);
  const source = collateral.files.get(collateral.versions.get(template.assetVersionId)?.storedFileId ?? '');
  if (!source || !org) throw problem('cobrand_template_not_found');
  const id = store.newId('storedFile');
  const file: StoredFile = {...source, id, fileName: source.fileName.replace(/(\.\w+)$/, ` - ${brandOf(store, org.id).shown.name}$1`), partnerOrg: {id: org.id, name: org.name}, createdAt: store.now()};
  const bytes = collateral.bytes.get(source.id);
  if (bytes) collateral.bytes.set(id, bytes);
  collateral.files.set({...file, downloadUrl: bytes ? `https://files.mock.example/files/${id}` : source.downloadUrl});
  collateral.outputs.set({id: code, cobrandId: row.id, templateId: template.id, storedFileId: id, madeAt: store.now(), publishedAt: null});
  const made = moveCobrand(store, asked, 'made', {code, findings});
  return event === 'remake' && row.publishedAt !== null ? goOn(store, made, template) : made;
}

export function submitCobrand(store: Store, row: CobrandRow, {approval}: TemplateRow): CobrandRow {
  if (approval === 'none') throw problem('cobrand_status_conflict', {detail: 'Nobody has to approve it. Publish it.'});
  const submitted = moveCobrand(store, row, 'submit', {submittedAt: store.now(), reason: null, decidedAt: null, decidedBy: null});
  if (approval === 'vendor_approves') return submitted;
  const reason = row.findings.map(({zoneId, message}) => `${zoneId}: ${message}`).join('\n');
  return reason === '' ? moveCobrand(store, submitted, 'approve', {decidedAt: store.now()}) : moveCobrand(store, submitted, 'reject', {decidedAt: store.now(), reason});
}

export function publishCobrand(store: Store, row: CobrandRow, {approval}: TemplateRow): CobrandRow {
  const published = moveCobrand(store, row, approval === 'none' ? 'publish_unseen' : 'publish', {publishedAt: store.now()});
  const {outputs} = store.data.collateral;
  const output = outputs.get(row.code ?? '');
  if (output) outputs.set({...output, publishedAt: output.publishedAt ?? store.now()});
  recordMaterial(store, 'asset_cobranded', {partnerOrgId: row.partnerOrgId, personId: null, sourceId: row.id, assetId: row.assetId});
  return published;
}

/** Nobody makes new copies with the templates of a version that was replaced; those that were made are stale. */
export function leaveVersionBehind(store: Store, versionId: string): void {
  const {templates} = store.data.collateral;
  for (const template of templates.values()) {
    if (template.assetVersionId !== versionId || template.status !== 'published') continue;
    store.update(templates, template, {status: 'superseded'});
    store.change('cobrand_template', template.id);
    leaveBehind(store, template);
  }
}

/** Copies that were made with a template become stale. */
export function leaveBehind(store: Store, {id}: TemplateRow): void {
  for (const row of store.data.collateral.cobrands.values()) if (row.templateId === id && cobrandCan('go_stale', row.status)) moveCobrand(store, row, 'go_stale');
}

/** Takes back what was made of a version. */
export function recallCopies(store: Store, versionId: string, reason: string): void {
  const {templates, cobrands} = store.data.collateral;
  for (const template of templates.values()) if (template.assetVersionId === versionId && template.status === 'published') store.update(templates, template, {status: 'retired'});
  for (const row of cobrands.values()) if (templates.get(row.templateId)?.assetVersionId === versionId && cobrandCan('recall', row.status)) moveCobrand(store, row, 'recall', {reason});
}

function goOn(store: Store, row: CobrandRow, template: TemplateRow): CobrandRow {
  if (template.approval === 'none') return publishCobrand(store, row, template);
  const submitted = submitCobrand(store, row, template);
  return submitted.status === 'approved' ? publishCobrand(store, submitted, template) : submitted;
}
