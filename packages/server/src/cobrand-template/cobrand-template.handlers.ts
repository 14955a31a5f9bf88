import type {Api, CobrandTemplate} from '@portico/contract';
import {inAsset} from '../asset-flow/asset-case.ts';
import {findVersion} from '../asset-flow/held-asset.queries.ts';
import type {LibraryFiles} from '../asset-flow/library-files.ts';
import {recordChange} from '../changes/record-change.ts';
import {newId} from '../context.ts';
import {elevated} from '../database/elevate.ts';
import type {Scope} from '../database/scope.ts';
import {leaveBehind} from '../cobrand-flow/leave-behind.ts';
import type {Handlers} from '../handlers.ts';
import {expectVersion, problem} from '../problem.ts';
import {findPublishedTemplate, findTemplate, insertTemplate, listTemplates, nextNumber, readTemplate, updateTemplate, type TemplateRow} from './cobrand-template.queries.ts';
import {formatOf, templateErrors, type ZonedMaterial} from './cobrand-template.rules.ts';

/** @param files - Where the library's files are kept. */
export function cobrandTemplateHandlers(files: LibraryFiles): Handlers<Api['cobrandTemplates']> {
  const read = async (scope: Scope, id: string): Promise<CobrandTemplate> => {
    const template = await findTemplate(scope, files, id);
    if (!template) throw problem('cobrand_template_not_found');
    return template;
  };
  /** Acts on a template of one of these statuses, under the lock of its asset. */
  const act = async (scope: Scope, input: {readonly id: string; readonly version: number}, from: readonly string[], work: (system: Scope, row: TemplateRow, now: string) => Promise<void>): Promise<CobrandTemplate> => {
    const place = await readTemplate(scope, input.id);
    if (!place) throw problem('cobrand_template_not_found');
    await inAsset(scope, {id: place.asset_id}, null, async ({scope: system, now}) => {
      const row = await readTemplate(system, input.id);
      if (!row) throw problem('cobrand_template_not_found');
      await expectVersion(row, input.version, () => read(scope, input.id));
      if (!from.includes(row.status)) throw problem('cobrand_template_status_conflict');
      await work(system, row, now);
    });
    return read(scope, input.id);
  };

  return {
    list: ({input, scope}) => listTemplates(scope, files, input),

    get: ({input, scope}) => read(scope, input.id),

    create: async ({input: {assetVersionId, copyOfId, ...said}, scope}) => {
      const id = newId(scope.context);
      const version = await elevated(scope, system => findVersion(system, assetVersionId));
      if (!version) throw problem('asset_version_not_found');
      const model = copyOfId === undefined ? undefined : await readTemplate(scope, copyOfId);
      if (copyOfId !== undefined && !model) throw problem('cobrand_template_not_found');
      const fields = model && said.zones.length === 0 ? {zones: model.zones, logoRules: model.logo_rules, approval: model.approval, smallPrint: model.small_print} : said;
      await inAsset(scope, {id: version.asset_id}, null, async ({scope: system, asset, now}) => {
        if (asset.status === 'recalled' || asset.status === 'archived' || version.status === 'recalled') throw problem('asset_status_conflict');
        const material = await readMaterial(system, files, version.stored_file_id);
        checkZones(fields, material);
        await insertTemplate(system, {
          cobrand_template_id: id,
          asset_id: version.asset_id,
          asset_version_id: assetVersionId,
          language: version.language,
          number: await nextNumber(system, version.asset_id),
          format: material.format,
          zones: JSON.stringify(fields.zones),
          logo_rules: JSON.stringify(fields.logoRules),
          approval: fields.approval,
          small_print: fields.smallPrint && JSON.stringify(fields.smallPrint),
          status: 'draft',
          created_at: now,
          updated_at: now,
        });
        await recordChange(system, {resource: 'cobrand_template', id, action: 'create', changes: {assetId: version.asset_id}});
      });
      return read(scope, id);
    },

    update: ({input: {id, version, zones, logoRules, approval, smallPrint}, scope}) =>
      act(scope, {id, version}, ['draft'], async (system, row, now) => {
        const ofAsset = await findVersion(system, row.asset_version_id);
        const next = {zones: zones ?? row.zones, smallPrint: smallPrint === undefined ? row.small_print : smallPrint};
        checkZones(next, await readMaterial(system, files, ofAsset?.stored_file_id ?? ''));
        await updateTemplate(system, id, {
          zones: JSON.stringify(next.zones),
          small_print: next.smallPrint && JSON.stringify(next.smallPrint),
          logo_rules: JSON.stringify({...row.logo_rules, ...logoRules}),
          ...(approval === undefined ? {} : {approval}),
          updated_at: now,
        });
        await recordChange(system, {resource: 'cobrand_template', id, action: 'update'});
      }),

    publish: ({input, scope}) =>
      act(scope, input, ['draft'], async (system, row, now) => {
        if ((await findVersion(system, row.asset_version_id))?.status !== 'current') throw problem('cobrand_template_status_conflict', {detail: 'Publish the version of the asset that it is for first.'});
        const before = await findPublishedTemplate(system, row.asset_id, row.language);
        if (before) await updateTemplate(system, before.cobrand_template_id, {status: 'superseded', updated_at: now});
        await updateTemplate(system, row.cobrand_template_id, {status: 'published', published_at: now, updated_at: now});
        const partnerOrgIds = await leaveBehind(system, {assetId: row.asset_id, language: row.language, exceptTemplateId: row.cobrand_template_id});
        await recordChange(system, {resource: 'cobrand_template', id: row.cobrand_template_id, action: 'publish', partnerOrgIds, changes: {number: row.number}});
      }),

    retire: ({input, scope}) =>
      act(scope, input, ['published'], async (system, row, now) => {
        await updateTemplate(system, row.cobrand_template_id, {status: 'retired', updated_at: now});
        await recordChange(system, {resource: 'cobrand_template', id: row.cobrand_template_id, action: 'retire'});
      }),
  };
}

async function readMaterial(scope: Scope, files: LibraryFiles, storedFileId: string): Promise<ZonedMaterial> {
  const file = (await files.find(scope, [storedFileId], 'cover')).get(storedFileId);
  if (file?.status !== 'ready') throw problem('file_not_ready');
  const format = formatOf(file);
  if (format === undefined) throw problem('cobrand_format_unsupported');
  return {format, width: file.width, height: file.height, pages: file.pages ?? 1};
}

function checkZones(fields: Parameters<typeof templateErrors>[0], material: ZonedMaterial): void {
  const errors = templateErrors(fields, material);
  if (errors.length > 0) throw problem('input_invalid', {errors});
}
