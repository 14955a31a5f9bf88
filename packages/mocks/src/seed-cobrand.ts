import {CobrandTemplateFields, type Cobrand, type StoredFile} from '@portico/contract';
import {newCobrandTemplateExample, partnerBrandExamples, partnerOrgExamples, personExamples} from '@portico/contract/examples';
import {finding} from '@portico/contract/cobrand-rules';
import type {CobrandRow} from './cobrand-rows.ts';
import type {Library} from './library.ts';
import {idAt} from './random.ts';

const logo = `data:image/svg+xml,${encodeURIComponent('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 320 80"><circle cx="40" cy="40" r="34" fill="#0f766e"/><rect x="90" y="24" width="210" height="32" rx="8" fill="#0f766e"/></svg>')}`;

/** The first datasheet can be co-branded, and Lumen did: a copy is to be looked at, one is out, one is out of date and one is begun. */
export function addCobrands(library: Library, before: (days: number) => string): void {
  const versions = (library.versionIds.get(idAt('asset', 0)) ?? []).flatMap(id => library.versions.get(id) ?? []);
  const current = versions.find(({status}) => status === 'current');
  const replaced = versions.find(({status, language}) => status === 'superseded' && language === current?.language);
  if (!current) return;
  const {zones, ...rules} = CobrandTemplateFields.parse({...newCobrandTemplateExample, approval: 'vendor_approves'});
  for (const [index, version] of [replaced, current].entries()) {
    const file = library.files.get(version?.storedFileId ?? '');
    if (!version || !file) continue;
    const {width, height, pages} = file;
    const at = before(20 - 10 * index);
    library.templates.set({
      ...rules, zones, width, height, id: idAt('cobrandTemplate', index), assetId: version.assetId, assetVersionId: version.id, language: version.language, number: index + 1, format: 'pdf', pages: pages ?? 1,
      status: version === current ? 'published' : 'superseded', publishedAt: at, version: 2, createdAt: at, updatedAt: at,
    });
  }
  addBrand(library, before);
  const made = (index: number, template: number, status: Cobrand['status'], name: string, rest: Partial<CobrandRow> = {}): void => {
    const of = library.templates.get(idAt('cobrandTemplate', template));
    if (!of) return;
    const at = before(9 - index);
    const code = `MockMockMock000${index}`;
    const isMade = status !== 'draft';
    const row: CobrandRow = {
      id: idAt('cobrand', index), name, templateId: of.id, assetId: of.assetId, partnerOrgId: partnerOrgExamples.lumen.id, values: {}, status, isMaking: false, findings: [], code: isMade ? code : null, reason: null,
      createdBy: {id: personExamples.aino.id, name: personExamples.aino.name}, submittedAt: isMade ? at : null, decidedAt: null, decidedBy: null, publishedAt: null, version: 1, createdAt: at, updatedAt: at, ...rest,
    };
    library.cobrands.set(row);
    const source = library.files.get(library.versions.get(of.assetVersionId)?.storedFileId ?? '');
    if (!isMade || !source) return;
    const file: StoredFile = {...source, id: idAt('storedFile', 1_000_000 + index), fileName: source.fileName.replace(/(\.\w+)$/, ' - Lumen$1'), partnerOrg: {id: partnerOrgExamples.lumen.id, name: partnerOrgExamples.lumen.name}, createdAt: at};
    library.files.set(file);
    library.outputs.set({id: code, cobrandId: row.id, templateId: of.id, storedFileId: file.id, madeAt: at, publishedAt: row.publishedAt});
  };
  const decided = {decidedAt: before(5), decidedBy: {id: personExamples.priya.id, name: personExamples.priya.name}, publishedAt: before(5)};
  made(0, 0, 'stale', 'Datasheet with our logo', decided);
  made(1, 1, 'published', 'Datasheet for the website', decided);
  made(2, 1, 'submitted', 'Datasheet for the trade fair', {
    values: {headline: {text: 'Nothing slips past'}},
    findings: [finding('logo', 'logo_contrast', 'The logo stands out too little from what is under it.', {limit: 3, actual: 1.8})],
  });
  made(3, 1, 'draft', 'Datasheet, second try');
}

function addBrand(library: Library, before: (days: number) => string): void {
  const {logo: known, shown: _, partnerOrgId: id, ...brand} = partnerBrandExamples.lumen;
  const url = {downloadUrl: logo, previews: known.previews.map(preview => ({...preview, url: logo}))};
  library.files.set({...known, ...url});
  library.brands.set({...brand, id, updatedAt: before(12)});
}
