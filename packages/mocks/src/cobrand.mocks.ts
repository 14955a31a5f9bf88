import type {Api, Cobrand, CobrandAction} from '@portico/contract';
import {cobrandCan} from '@portico/contract/cobrand-transitions';
import {hold} from './asset-version.mocks.ts';
import {cobrandPreviewOf} from './cobrand-preview.ts';
import {copiesUrl, fillCopy, makeFile, moveCobrand, presentTemplate, publishCobrand, submitCobrand} from './cobrand-flow.ts';
import type {CobrandRow, TemplateRow} from './cobrand-rows.ts';
import {findTemplate} from './cobrand-template.mocks.ts';
import type {MockHandlers, Scope} from './handlers.ts';
import {newestBy, pageOf, sortRows} from './paging.ts';
import {brandOf} from './partner-brand.ts';
import {problem} from './problem.ts';
import {openAsset, track} from './reach.ts';

const newest = newestBy<Cobrand>(({createdAt}) => createdAt);
const noCode = '0'.repeat(16);
const fiveMinutes = 300_000;

export const cobrandMocks: MockHandlers<Api['cobrands']> = {
  list(input, scope) {
    const {assetId, templateId, partnerOrgId, status} = input;
    const items = scope.store.data.collateral.cobrands.values().filter(row => isOwn(scope, row) && (assetId === undefined || row.assetId === assetId) && (templateId === undefined || row.templateId === templateId) && (partnerOrgId === undefined || row.partnerOrgId === partnerOrgId) && (!status?.length || status.includes(row.status)));
    return pageOf(sortRows(items.map(row => view(scope, row)), newest), newest, input, input);
  },
  get: ({id}, scope) => view(scope, find(scope, id)),
  create({templateId, name, values}, scope) {
    const {store, viewer} = scope;
    const template = openTemplate(scope, templateId);
    const partnerOrgId = viewer.partnerOrgId ?? '';
    const now = store.now();
    const {findings} = fillCopy(store, template, values, partnerOrgId, noCode);
    const row = store.data.collateral.cobrands.set({
      id: store.newId('cobrand'), name: name ?? store.data.collateral.assets.get(template.assetId)?.title ?? '', templateId, assetId: template.assetId, partnerOrgId, values, status: 'draft', isMaking: false, findings, code: null, reason: null,
      createdBy: viewer.person, submittedAt: null, decidedAt: null, decidedBy: null, publishedAt: null, version: 1, createdAt: now, updatedAt: now,
    });
    store.change('cobrand', row.id, {partnerOrgIds: [partnerOrgId]});
    return view(scope, row);
  },
  update: ({name, values, ...input}, scope) =>
    act(scope, input, row => {
      const {store} = scope;
      const template = row.status === 'stale' ? presentTemplate(store, row) : findTemplate(scope, row.templateId);
      const {findings} = fillCopy(store, template, values ?? row.values, row.partnerOrgId, noCode);
      return moveCobrand(store, row, cobrandCan('update', row.status) ? 'update' : 'revise', {templateId: template.id, findings, reason: null, name: name ?? row.name, values: values ?? row.values});
    }),
  preview({templateId, values, page, partnerOrgId}, scope) {
    const {store, viewer} = scope;
    const template = openTemplate(scope, templateId);
    if (viewer.side === 'vendor' && partnerOrgId !== undefined && !store.data.partnerOrgs.get(partnerOrgId)) throw problem('partner_org_not_found');
    const {zones, findings} = fillCopy(store, template, values, viewer.partnerOrgId ?? partnerOrgId ?? null, noCode);
    return {url: cobrandPreviewOf(template, zones, page), mediaType: template.format === 'html' ? 'text/html' : 'image/webp', page, expiresAt: store.at(fiveMinutes), findings};
  },
  generate: (input, scope) =>
    act(scope, input, row => {
      if (!cobrandCan('generate', row.status)) throw problem('cobrand_status_conflict');
      openAsset(scope, row.assetId);
      const template = presentTemplate(scope.store, row);
      const errors = fillCopy(scope.store, template, row.values, row.partnerOrgId, noCode).findings.filter(({severity}) => severity === 'error').map(({pointer, code, message}) => ({pointer, code, message}));
      if (errors.length > 0) throw problem('input_invalid', {errors});
      return makeFile(scope.store, row, 'generate');
    }),
  submit: (input, scope) => act(scope, input, row => submitCobrand(scope.store, row, templateOf(scope, row))),
  approve: (input, scope) => act(scope, input, row => moveCobrand(scope.store, row, 'approve', {decidedAt: scope.store.now(), decidedBy: scope.viewer.person, reason: null})),
  reject: ({reason, ...input}, scope) => act(scope, input, row => moveCobrand(scope.store, row, 'reject', {decidedAt: scope.store.now(), decidedBy: scope.viewer.person, reason})),
  publish: (input, scope) =>
    act(scope, input, row => {
      const published = publishCobrand(scope.store, row, templateOf(scope, row));
      track(scope, {kind: 'cobrand', assetId: row.assetId, versionId: templateOf(scope, row).assetVersionId});
      return published;
    }),
  remake: (input, scope) =>
    act(scope, input, row => {
      if (!cobrandCan('remake', row.status)) throw problem('cobrand_status_conflict');
      openAsset(scope, row.assetId);
      return makeFile(scope.store, row, 'remake');
    }),
  remakeAll({assetId}, scope) {
    const stale = scope.store.data.collateral.cobrands.values().filter(row => isOwn(scope, row) && row.status === 'stale' && (assetId === undefined || row.assetId === assetId) && view(scope, row).nextTemplateId !== null);
    for (const row of stale) makeFile(scope.store, row, 'remake');
    return {remade: stale.length};
  },
  download({id}, scope) {
    const row = find(scope, id);
    const {output, actions, assetId} = view(scope, row);
    if (row.status === 'recalled') throw problem('asset_recalled', {detail: row.reason ?? ''});
    if (!output || !actions.includes('download')) throw problem('cobrand_status_conflict');
    const file = scope.store.data.collateral.files.get(output.storedFile.id);
    const version = scope.store.data.collateral.versions.get(output.assetVersionId);
    if (scope.viewer.partnerOrgId !== null && version) hold(scope, version);
    track(scope, {kind: 'download', assetId, versionId: output.assetVersionId});
    const {fileName, mediaType, sizeBytes} = output.storedFile;
    return {url: file?.downloadUrl ?? '', isSingleUse: scope.store.data.collateral.assets.get(assetId)?.delivery === 'locked', expiresAt: scope.store.at(fiveMinutes), fileName, mediaType, sizeBytes};
  },
  delete({id, version}, scope) {
    const row = find(scope, id);
    if (!scope.store.isCurrent(row, version)) throw problem('version_conflict', {current: view(scope, row)});
    if (!cobrandCan('delete', row.status) || row.publishedAt !== null) throw problem('cobrand_status_conflict');
    scope.store.data.collateral.cobrands.delete(id);
    scope.store.change('cobrand', id, {partnerOrgIds: [row.partnerOrgId]});
    return undefined;
  },
  copy({code}, scope) {
    const {data} = scope.store;
    const {outputs, cobrands, templates, assets, versions} = data.collateral;
    const output = outputs.get(code);
    const row = cobrands.get(output?.cobrandId ?? '');
    const template = templates.get(output?.templateId ?? '');
    if (!output || !row || !template) throw problem('copy_not_found');
    const asset = assets.get(row.assetId);
    const version = versions.get(template.assetVersionId);
    if (asset?.status === 'recalled' || version?.status === 'recalled' || row.status === 'recalled') throw problem('copy_recalled', {detail: version?.recallReason ?? asset?.recall?.reason ?? row.reason ?? ''});
    const isPresent = row.code === code;
    const isReplaced = !isPresent && (outputs.get(row.code ?? '')?.publishedAt ?? null) !== null;
    const state = output.publishedAt === null ? 'unpublished' : isReplaced ? 'replaced' : isPresent && row.status === 'published' && asset?.status === 'published' ? 'current' : 'stale';
    const {shown} = brandOf(scope.store, row.partnerOrgId);
    return {code, state, title: asset?.title ?? '', language: template.language, partnerName: shown.name, vendorName: data.program.name, templateNumber: template.number, madeAt: output.madeAt, partnerWebsite: shown.website};
  },
};

function isOwn({viewer}: Scope, {partnerOrgId}: CobrandRow): boolean {
  return viewer.side === 'vendor' || viewer.partnerOrgId === partnerOrgId;
}

function find(scope: Scope, id: string): CobrandRow {
  const row = scope.store.data.collateral.cobrands.get(id);
  if (!row || !isOwn(scope, row)) throw problem('cobrand_not_found');
  return row;
}

function act(scope: Scope, {id, version}: {id: string; version: number}, work: (row: CobrandRow) => CobrandRow): Cobrand {
  const row = find(scope, id);
  if (!scope.store.isCurrent(row, version)) throw problem('version_conflict', {current: view(scope, row)});
  return view(scope, work(row));
}

function templateOf({store}: Scope, {templateId}: CobrandRow): TemplateRow {
  const template = store.data.collateral.templates.get(templateId);
  if (!template) throw problem('cobrand_template_not_found');
  return template;
}

function openTemplate(scope: Scope, id: string): TemplateRow {
  const template = findTemplate(scope, id);
  if (scope.viewer.side === 'partner') {
    if (template.status !== 'published') throw problem('cobrand_template_not_found');
    openAsset(scope, template.assetId);
  }
  return template;
}

function view(scope: Scope, row: CobrandRow): Cobrand {
  const {store, viewer} = scope;
  const {collateral, partnerOrgs} = store.data;
  const template = templateOf(scope, row);
  const {code, partnerOrgId, ...rest} = row;
  const output = collateral.outputs.get(code ?? '');
  const file = collateral.files.get(output?.storedFileId ?? '');
  const madeWith = collateral.templates.get(output?.templateId ?? '');
  const next = collateral.templates.values().find(each => each.assetId === template.assetId && each.language === template.language && each.status === 'published');
  const nextTemplateId = row.status === 'stale' ? (next?.id ?? null) : null;
  const isPartner = viewer.side === 'partner';
  const can: Record<CobrandAction, boolean> = {
    update: isPartner && (cobrandCan('update', row.status) || cobrandCan('revise', row.status)),
    generate: isPartner && cobrandCan('generate', row.status),
    submit: isPartner && cobrandCan('submit', row.status) && template.approval !== 'none',
    approve: !isPartner && cobrandCan('approve', row.status),
    reject: !isPartner && cobrandCan('reject', row.status),
    publish: isPartner && (cobrandCan('publish', row.status) || (cobrandCan('publish_unseen', row.status) && template.approval === 'none')),
    remake: isPartner && nextTemplateId !== null,
    delete: isPartner && cobrandCan('delete', row.status) && row.publishedAt === null,
    download: isPartner ? row.status === 'published' : output !== undefined && row.status !== 'recalled',
  };
  return {
    ...rest,
    assetTitle: collateral.assets.get(row.assetId)?.title ?? '',
    language: template.language,
    format: template.format,
    approval: template.approval,
    partnerOrg: {id: partnerOrgId, name: partnerOrgs.get(partnerOrgId)?.name ?? ''},
    output: output && file && madeWith ? {code: output.id, copyUrl: `${copiesUrl}${output.id}`, storedFile: {...file, uploadUrl: null, downloadUrl: null}, templateNumber: madeWith.number, assetVersionId: madeWith.assetVersionId, madeAt: output.madeAt} : null,
    nextTemplateId,
    actions: (Object.keys(can) as CobrandAction[]).filter(action => can[action]),
  };
}
