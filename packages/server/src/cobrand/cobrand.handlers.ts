import type {Api, Asset, Cobrand, CobrandApproval, ZoneFinding, ZoneValues} from '@portico/contract';
import {cobrandCan} from '@portico/contract/cobrand-transitions';
import {lockAsset} from '../asset-flow/held-asset.queries.ts';
import type {LibraryFiles} from '../asset-flow/library-files.ts';
import {findAsset} from '../asset/asset.queries.ts';
import {recordDownload} from '../asset-version/asset-version.queries.ts';
import {recordChange} from '../changes/record-change.ts';
import {sampleCopyAddress} from '../cobrand-flow/copy-address.ts';
import {fillCopy} from '../cobrand-flow/fill-copy.ts';
import {deleteCobrand, insertCobrand, insertPreview, lockCobrand, type CobrandRow} from '../cobrand-flow/held-cobrand.queries.ts';
import {askForFile, moveCobrand, presentTemplate, publishCobrand, submitCobrand} from '../cobrand-flow/move-cobrand.ts';
import {readTemplate, type TemplateRow} from '../cobrand-template/cobrand-template.queries.ts';
import {newId, nowText} from '../context.ts';
import {elevated} from '../database/elevate.ts';
import type {Scope} from '../database/scope.ts';
import type {Handlers} from '../handlers.ts';
import {partnerOrgExists} from '../partner-org/partner-org.queries.ts';
import {expectVersion, problem} from '../problem.ts';
import {findCobrand, listCobrands} from './cobrand.queries.ts';
import {findCopyStatus} from './copy-status.queries.ts';
import {findStaleCobrands} from './stale-cobrand.queries.ts';

export interface CobrandOptions {
  /** Where the library's files are kept. */
  readonly files: LibraryFiles;
  /** An address for the picture of a preview. */
  readonly previewUrl: (scope: Scope, previewId: string) => Promise<{readonly url: string; readonly expiresAt: string}>;
  /** Of the API: where QR codes lead. */
  readonly publicUrl: string;
}

export function cobrandHandlers({files, previewUrl, publicUrl}: CobrandOptions): Handlers<Api['cobrands']> {
  const read = async (scope: Scope, id: string): Promise<Cobrand> => {
    const cobrand = await findCobrand(scope, files, id);
    if (!cobrand) throw problem('cobrand_not_found');
    return cobrand;
  };
  /** Acts on a copy under its lock. */
  const act = async (scope: Scope, {id, version}: {readonly id: string; readonly version: number}, work: (row: CobrandRow) => Promise<unknown>): Promise<Cobrand> => {
    const row = await lockCobrand(scope, id);
    if (!row) throw problem('cobrand_not_found');
    await expectVersion(row, version, () => read(scope, id));
    await work(row);
    return read(scope, id);
  };
  /** Material that is open to the reader. */
  const openAsset = async (scope: Scope, assetId: string): Promise<Asset> => {
    const asset = await findAsset(scope, files, assetId);
    if (asset?.status === 'recalled') throw problem('asset_recalled', {detail: asset.recall?.reason ?? ''});
    if (!asset || (scope.caller === 'partner' && asset.status !== 'published')) throw problem('cobrand_template_not_found');
    if (asset.access === 'locked') throw problem('asset_locked');
    return asset;
  };
  const openTemplate = async (scope: Scope, id: string): Promise<{template: TemplateRow; asset: Asset}> => {
    const template = await readTemplate(scope, id);
    if (!template || (scope.caller === 'partner' && template.status !== 'published')) throw problem('cobrand_template_not_found');
    return {template, asset: await openAsset(scope, template.asset_id)};
  };
  const findingsOf = async (scope: Scope, template: TemplateRow, values: ZoneValues, partnerOrgId: string | null) =>
    (await elevated(scope, system => fillCopy(system, {template, values, partnerOrgId, address: sampleCopyAddress(publicUrl)}))).findings;
  const approvalOf = async (scope: Scope, row: CobrandRow): Promise<CobrandApproval> => (await readTemplate(scope, row.cobrand_template_id))?.approval as CobrandApproval;
  const remake = async (scope: Scope, row: CobrandRow): Promise<void> => {
    if (!cobrandCan('remake', row.status)) throw problem('cobrand_status_conflict');
    await openAsset(scope, row.asset_id);
    await askForFile(scope, row, 'remake', await presentTemplate(scope, row), publicUrl);
  };

  return {
    list: ({input, scope}) => listCobrands(scope, files, input),

    get: ({input, scope}) => read(scope, input.id),

    create: async ({input: {templateId, name, values}, scope}) => {
      const {template, asset} = await openTemplate(scope, templateId);
      const partnerOrgId = ownOrg(scope);
      const [id, now] = [newId(scope.context), nowText(scope.context)];
      const findings = await findingsOf(scope, template, values, partnerOrgId);
      const about = {cobrand_id: id, partner_org_id: partnerOrgId, cobrand_template_id: templateId, asset_id: template.asset_id, language: template.language, name: name ?? asset.title};
      await insertCobrand(scope, {...about, values: JSON.stringify(values), status: 'draft', findings: JSON.stringify(findings), created_by: scope.personId, created_at: now, updated_at: now});
      await recordChange(scope, {resource: 'cobrand', id, action: 'create', partnerOrgId});
      return read(scope, id);
    },

    update: ({input: {name, values, ...input}, scope}) =>
      act(scope, input, async row => {
        const event = cobrandCan('update', row.status) ? 'update' : 'revise';
        const present = row.status === 'stale' ? await presentTemplate(scope, row) : await readTemplate(scope, row.cobrand_template_id);
        if (!present) throw problem('cobrand_template_not_found');
        const findings = await findingsOf(scope, present, values ?? row.values, row.partner_org_id);
        // What a worker may be making was of the values before.
        const anew = {due_at: null, next_address: null, goes_on: false, reason: null, findings: JSON.stringify(findings), cobrand_template_id: present.cobrand_template_id};
        await moveCobrand(scope, row, event, {...anew, ...(name === undefined ? {} : {name}), ...(values === undefined ? {} : {values: JSON.stringify(values)})});
      }),

    preview: async ({input: {templateId, values, page, size, partnerOrgId: of}, scope}) => {
      const {template} = await openTemplate(scope, templateId);
      const partnerOrgId = scope.caller === 'partner' ? ownOrg(scope) : (of ?? null);
      if (partnerOrgId !== null && !(await partnerOrgExists(scope, partnerOrgId))) throw problem('partner_org_not_found');
      const findings = await findingsOf(scope, template, values, partnerOrgId);
      const id = newId(scope.context);
      await insertPreview(scope, {cobrand_preview_id: id, cobrand_template_id: templateId, partner_org_id: partnerOrgId, values: JSON.stringify(values), page, size, address: sampleCopyAddress(publicUrl), created_at: nowText(scope.context)});
      return {...(await previewUrl(scope, id)), mediaType: template.format === 'html' ? 'text/html' : 'image/webp', page, findings: [...findings]};
    },

    generate: ({input, scope}) =>
      act(scope, input, async row => {
        if (row.due_at !== null || !cobrandCan('generate', row.status)) throw problem('cobrand_status_conflict');
        await openAsset(scope, row.asset_id);
        const template = await presentTemplate(scope, row);
        refuseErrors(await findingsOf(scope, template, row.values, row.partner_org_id));
        await askForFile(scope, row, 'generate', template, publicUrl);
      }),

    submit: ({input, scope}) => act(scope, input, async row => submitCobrand(scope, row, await approvalOf(scope, row))),

    approve: ({input, scope}) => act(scope, input, row => moveCobrand(scope, row, 'approve', {decided_at: nowText(scope.context), decided_by: scope.personId, reason: null})),

    reject: ({input: {reason, ...input}, scope}) => act(scope, input, row => moveCobrand(scope, row, 'reject', {decided_at: nowText(scope.context), decided_by: scope.personId, reason})),

    publish: ({input, scope}) => act(scope, input, async row => publishCobrand(scope, row, await approvalOf(scope, row))),

    remake: ({input, scope}) => act(scope, input, row => remake(scope, row)),

    remakeAll: async ({input, scope}) => {
      const ids = await findStaleCobrands(scope, ownOrg(scope), input.assetId);
      let remade = 0;
      for (const id of ids) {
        const row = await lockCobrand(scope, id);
        const asset = row && (await findAsset(scope, files, row.asset_id));
        if (row?.status !== 'stale' || asset?.status !== 'published' || asset.access !== 'granted') continue;
        await remake(scope, row);
        remade++;
      }
      return {remade};
    },

    download: async ({input: {id}, scope}) => {
      const cobrand = await read(scope, id);
      if (cobrand.status === 'recalled') throw problem('asset_recalled', {detail: cobrand.reason ?? ''});
      if (!cobrand.output || !cobrand.actions.includes('download')) throw problem('cobrand_status_conflict');
      const {code, storedFile, assetVersionId} = cobrand.output;
      const asset = await elevated(scope, system => lockAsset(system, cobrand.assetId));
      const isSingleUse = asset?.delivery === 'locked';
      const address = await files.download(scope, {storedFileId: storedFile.id, isSingleUse});
      // Whoever has a copy has that version of the material, and hears of it like everybody who downloaded it.
      await recordDownload(scope, {id: assetVersionId, assetId: cobrand.assetId, language: cobrand.language});
      await recordChange(scope, {resource: 'cobrand', id, action: 'download', partnerOrgId: cobrand.partnerOrg.id, changes: {code}});
      return {...address, isSingleUse, fileName: storedFile.fileName, mediaType: storedFile.mediaType, sizeBytes: storedFile.sizeBytes};
    },

    delete: async ({input: {id, version}, scope}) => {
      const row = await lockCobrand(scope, id);
      if (!row) throw problem('cobrand_not_found');
      await expectVersion(row, version, () => read(scope, id));
      if (!cobrandCan('delete', row.status) || row.published_at !== null) throw problem('cobrand_status_conflict');
      await deleteCobrand(scope, id);
      await recordChange(scope, {resource: 'cobrand', id, action: 'delete', partnerOrgId: row.partner_org_id});
    },

    copy: async ({input: {code}, scope}) => {
      const found = await findCopyStatus(scope, code);
      if (!found) throw problem('copy_not_found');
      if (!('status' in found)) throw problem('copy_recalled', {detail: found.reason});
      return found.status;
    },
  };
}

function ownOrg({partnerOrgId}: Scope): string {
  if (partnerOrgId === null) throw problem('forbidden');
  return partnerOrgId;
}

function refuseErrors(findings: readonly ZoneFinding[]): void {
  const errors = findings.filter(({severity}) => severity === 'error').map(({pointer, code, message}) => ({pointer, code, message}));
  if (errors.length > 0) throw problem('input_invalid', {errors});
}
