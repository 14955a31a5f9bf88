import type {Api, CobrandFormat, CobrandTemplate, FieldError, StoredFile} from '@portico/contract';
import {isSafeLink, unknownTokens} from '@portico/contract/cobrand-rules';
import {findAsset} from './asset-views.ts';
import {leaveBehind} from './cobrand-flow.ts';
import type {TemplateRow} from './cobrand-rows.ts';
import type {MockHandlers, Scope} from './handlers.ts';
import {newestBy, pageOf, sortRows} from './paging.ts';
import {definedOf} from './partner-org.mocks.ts';
import {problem} from './problem.ts';

const newest = newestBy<CobrandTemplate>(({createdAt}) => createdAt);

export const cobrandTemplateMocks: MockHandlers<Api['cobrandTemplates']> = {
  list(input, scope) {
    const {assetId, language, status} = input;
    const rows = scope.store.data.collateral.templates.values().filter(row => (assetId === undefined || row.assetId === assetId) && (language === undefined || row.language === language) && (!status?.length || status.includes(row.status)) && (scope.viewer.side === 'vendor' || row.status === 'published') && isVisible(scope, row));
    return pageOf(sortRows(rows.map(row => viewTemplate(scope, row)), newest), newest, input, input);
  },
  get: ({id}, scope) => viewTemplate(scope, findTemplate(scope, id)),
  create({assetVersionId, copyOfId, ...said}, scope) {
    const {store} = scope;
    const {collateral} = store.data;
    const version = collateral.versions.get(assetVersionId);
    const asset = collateral.assets.get(version?.assetId ?? '');
    if (!version || !asset) throw problem('asset_version_not_found');
    const model = copyOfId === undefined ? undefined : findTemplate(scope, copyOfId);
    if (asset.status === 'recalled' || asset.status === 'archived' || version.status === 'recalled') throw problem('asset_status_conflict');
    const file = collateral.files.get(version.storedFileId);
    if (file?.status !== 'ready') throw problem('file_not_ready');
    const {zones, logoRules, approval, smallPrint} = model && said.zones.length === 0 ? model : said;
    const format = formatOf(file);
    checkZones({zones}, {format, ...file});
    const number = Math.max(0, ...collateral.templates.values().filter(({assetId}) => assetId === asset.id).map(each => each.number)) + 1;
    const now = store.now();
    const row = collateral.templates.set({
      zones, logoRules, approval, smallPrint, id: store.newId('cobrandTemplate'), assetId: asset.id, assetVersionId, language: version.language, number, format,
      width: file.width, height: file.height, pages: file.pages ?? 1, status: 'draft', publishedAt: null, version: 1, createdAt: now, updatedAt: now,
    });
    store.change('cobrand_template', row.id);
    return viewTemplate(scope, row);
  },
  update: ({zones, logoRules, approval, smallPrint, ...input}, scope) =>
    act(scope, input, 'draft', row => {
      checkZones({zones: zones ?? row.zones}, row);
      scope.store.update(scope.store.data.collateral.templates, row, {zones: zones ?? row.zones, logoRules: {...row.logoRules, ...definedOf(logoRules ?? {})}, approval: approval ?? row.approval, smallPrint: smallPrint === undefined ? row.smallPrint : smallPrint});
    }),
  publish: (input, scope) =>
    act(scope, input, 'draft', row => {
      const {store} = scope;
      const {templates, versions} = store.data.collateral;
      if (versions.get(row.assetVersionId)?.status !== 'current') throw problem('cobrand_template_status_conflict', {detail: 'Publish the version of the asset that it is for first.'});
      const before = templates.values().find(each => each.status === 'published' && each.assetId === row.assetId && each.language === row.language);
      if (before) leaveBehind(store, store.update(templates, before, {status: 'superseded'}));
      store.update(templates, row, {status: 'published', publishedAt: store.now()});
    }),
  retire: (input, scope) => act(scope, input, 'published', row => void scope.store.update(scope.store.data.collateral.templates, row, {status: 'retired'})),
};

/** A template that the viewer sees. @throws MockProblem */
export function findTemplate(scope: Scope, id: string): TemplateRow {
  const row = scope.store.data.collateral.templates.get(id);
  if (!row || !isVisible(scope, row)) throw problem('cobrand_template_not_found');
  return row;
}

function isVisible(scope: Scope, row: TemplateRow): boolean {
  if (scope.viewer.side === 'vendor') return true;
  if (row.status === 'draft') return false;
  if (scope.store.data.collateral.cobrands.values().some(each => each.templateId === row.id && each.partnerOrgId === scope.viewer.partnerOrgId)) return true;
  try {
    return row.status === 'published' && findAsset(scope, row.assetId).status === 'published';
  } catch {
    return false;
  }
}

function viewTemplate({store, viewer}: Scope, row: TemplateRow): CobrandTemplate {
  const {collateral} = store.data;
  const file = collateral.files.get(collateral.versions.get(row.assetVersionId)?.storedFileId ?? '');
  const isVendor = viewer.side === 'vendor';
  const copies = collateral.cobrands.values().filter(each => each.templateId === row.id && ['generated', 'submitted', 'approved', 'published'].includes(each.status)).length;
  const actions = ({draft: ['update', 'publish'], published: ['retire'], superseded: [], retired: []} as const)[row.status];
  return {...row, assetTitle: collateral.assets.get(row.assetId)?.title ?? '', previews: file?.previews ?? [], copies: isVendor ? copies : 0, actions: isVendor ? [...actions] : []};
}

function act(scope: Scope, {id, version}: {id: string; version: number}, from: TemplateRow['status'], work: (row: TemplateRow) => void): CobrandTemplate {
  const row = findTemplate(scope, id);
  if (!scope.store.isCurrent(row, version)) throw problem('version_conflict', {current: viewTemplate(scope, row)});
  if (row.status !== from) throw problem('cobrand_template_status_conflict');
  work(row);
  scope.store.change('cobrand_template', id);
  return viewTemplate(scope, findTemplate(scope, id));
}

function formatOf({mediaType}: StoredFile): CobrandFormat {
  const format = ({'application/pdf': 'pdf', 'text/html': 'html', 'image/png': 'image', 'image/jpeg': 'image', 'image/webp': 'image'} as const)[mediaType as 'application/pdf'];
  if (format === undefined) throw problem('cobrand_format_unsupported');
  return format;
}

function checkZones({zones}: Pick<TemplateRow, 'zones'>, {format, width, height, pages}: {format: CobrandFormat; width: number | null; height: number | null; pages: number | null}): void {
  const errors = zones.flatMap((zone, index): FieldError[] => {
    const at = `/zones/${index}`;
    const found: FieldError[] = [];
    if (zones.findIndex(({id}) => id === zone.id) !== index) found.push({pointer: `${at}/id`, code: 'taken', message: 'Another zone has this id.'});
    for (const field of ['placeholder', 'link'] as const) if (unknownTokens(zone[field] ?? '').length > 0) found.push({pointer: `${at}/${field}`, code: 'unknown_token', message: 'There is no such placeholder.'});
    if (zone.link !== null && !zone.link.includes('{{') && !isSafeLink(zone.link)) found.push({pointer: `${at}/link`, code: 'link_not_safe', message: 'It has to begin with https:, mailto: or tel:.'});
    if (format === 'html') return found;
    if (zone.page > (pages ?? 1)) found.push({pointer: `${at}/page`, code: 'no_such_page', message: `There are ${pages ?? 1} pages.`});
    else if (zone.w <= 0 || zone.h <= 0) found.push({pointer: `${at}/w`, code: 'empty', message: 'Give it a width and a height.'});
    else if (zone.page === 1 && width !== null && height !== null && (zone.x + zone.w > width + 1 || zone.y + zone.h > height + 1)) found.push({pointer: at, code: 'outside', message: 'It lies outside of the page.'});
    return found;
  });
  if (errors.length > 0) throw problem('input_invalid', {errors});
}
