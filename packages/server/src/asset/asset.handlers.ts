import type {Api, Asset, FieldError} from '@portico/contract';
import {Entitlement as EntitlementSchema} from '@portico/contract';
import {expectPossible, inAsset, moveAsset, recallVersions, saveAsset, searchWordsOf, type ActOn, type AssetCase} from '../asset-flow/asset-case.ts';
import {isPast} from '../asset-flow/asset-clock.rules.ts';
import {folderExists, insertAsset, lockAsset} from '../asset-flow/held-asset.queries.ts';
import type {LibraryFiles} from '../asset-flow/library-files.ts';
import {recordChange} from '../changes/record-change.ts';
import {newId, nowText} from '../context.ts';
import type {Scope} from '../database/scope.ts';
import type {Handlers} from '../handlers.ts';
import {getLevelIds, isVendorStaff} from '../partner-org/partner-org.queries.ts';
import {problem} from '../problem.ts';
import {countAssets} from './asset-count.queries.ts';
import {columnsOf, definedOf, requirementColumns} from './asset-columns.ts';
import {putFavourite, putVisit, removeFavourite} from './asset-parts.queries.ts';
import {findAsset, listAssets} from './asset.queries.ts';

/** @param files - Where the library's files are kept. */
export function assetHandlers(files: LibraryFiles): Handlers<Api['assets']> {
  const read = async (scope: Scope, id: string): Promise<Asset> => {
    const asset = await findAsset(scope, files, id);
    if (!asset) throw problem('asset_not_found');
    return asset;
  };
  const act = async (scope: Scope, input: ActOn, work: (held: AssetCase) => Promise<unknown>): Promise<Asset> => {
    await inAsset(scope, input, null, work, () => read(scope, input.id));
    return read(scope, input.id);
  };

  return {
    list: ({input, scope}) => listAssets(scope, files, input),

    counts: ({input, scope}) => countAssets(scope, input),

    get: ({input, scope}) => read(scope, input.id),

    create: async ({scope, input: {ownerId = scope.caller === 'vendor' ? scope.personId : null, ...fields}}) => {
      await checkReferences(scope, {...fields, ownerId});
      const id = newId(scope.context);
      const now = nowText(scope.context);
      const columns = {...columnsOf(fields), title: fields.title, type: fields.type, classification: fields.classification, delivery: fields.delivery, ...requirementColumns(fields.entitlement, fields.products)};
      const made = await insertAsset(scope, {...columns, asset_id: id, owner_id: ownerId, status: 'draft', created_at: now, updated_at: now});
      await saveAsset({scope, now, asset: made, versions: [], audience: []}, {search_words: searchWordsOf(made, [])});
      await recordChange(scope, {resource: 'asset', id, action: 'create', changes: {title: fields.title, classification: fields.classification}});
      return read(scope, id);
    },

    update: ({input: {id, version, ownerId, entitlement, ...fields}, scope}) =>
      act(scope, {id, version}, async held => {
        await checkReferences(scope, {...fields, entitlement, ownerId});
        const whole = EntitlementSchema.parse({...held.asset.entitlement, ...definedOf(entitlement ?? {})});
        if (whole.from !== null && whole.until !== null && Date.parse(whole.until) <= Date.parse(whole.from)) throw invalid('/entitlement/until', 'not_after', 'Must be after from.');
        const changes = {...columnsOf(fields), ...(ownerId === undefined ? {} : {owner_id: ownerId}), ...requirementColumns(whole, fields.products ?? held.asset.products)};
        await moveAsset(held, held.asset.status === 'changes_requested' || held.asset.status === 'approved' ? 'revise' : 'update', changes);
      }),

    submit: ({input, scope}) => act(scope, input, held => moveAsset(held, 'submit', {changes_wanted: null})),

    requestChanges: ({input: {comment, ...input}, scope}) => act(scope, input, held => moveAsset(held, 'request_changes', {changes_wanted: comment})),

    approve: ({input, scope}) => act(scope, input, held => moveAsset(held, 'approve')),

    publish: ({input, scope}) =>
      act(scope, input, async held => {
        const {asset, now, versions} = held;
        expectPossible(held, 'publish');
        const isShown = versions.some(({status}) => status === 'current') || (asset.type === 'link' && asset.link_url !== null);
        if (asset.entitled_until !== null && isPast(asset.entitled_until, now)) throw problem('asset_status_conflict', {detail: 'Its time is over. Move entitlement.until first.'});
        if (!isShown) throw problem('asset_empty');
        await moveAsset(held, 'publish', {published_at: asset.published_at ?? now, news_at: now, replaced_by_id: null});
      }),

    supersede: ({input: {replacedById, ...input}, scope}) =>
      act(scope, input, async held => {
        if (replacedById === input.id) throw invalid('/replacedById', 'itself', 'An asset cannot take its own place.');
        const next = await lockAsset(held.scope, replacedById);
        if (!next) throw problem('asset_not_found');
        expectPossible(held, 'supersede');
        if (next.status !== 'published') throw invalid('/replacedById', 'not_published', 'Only what is published can take its place.');
        await moveAsset(held, 'supersede', {replaced_by_id: replacedById});
      }),

    archive: ({input, scope}) => act(scope, input, held => moveAsset(held, 'archive')),

    recall: ({input: {reason, ...input}, scope}) =>
      act(scope, input, async held => {
        await recallVersions(held, held.versions.filter(({status}) => status !== 'draft'), reason);
        await moveAsset(held, 'recall', {recall_reason: reason, recalled_at: held.now});
      }),

    favourite: async ({input, scope}) => {
      await read(scope, input.id);
      await putFavourite(scope, input.id);
      return read(scope, input.id);
    },

    unfavourite: async ({input, scope}) => {
      await read(scope, input.id);
      await removeFavourite(scope, input.id);
      return read(scope, input.id);
    },

    visited: async ({scope}) => {
      const visitedAt = nowText(scope.context);
      await putVisit(scope, visitedAt);
      return {visitedAt};
    },
  };
}

/** Makes sure that folder, owner and level exist. */
async function checkReferences(scope: Scope, {folderId, ownerId, entitlement}: {readonly folderId?: string | null | undefined; readonly ownerId?: string | null | undefined; readonly entitlement?: {readonly minLevelId?: string | null | undefined; readonly from?: string | null | undefined; readonly until?: string | null | undefined} | undefined}): Promise<void> {
  if (folderId && !(await folderExists(scope, folderId))) throw problem('asset_folder_not_found');
  if (ownerId && !(await isVendorStaff(scope, ownerId))) throw problem('person_not_found');
  if (entitlement?.minLevelId && !(await getLevelIds(scope)).includes(entitlement.minLevelId)) throw invalid('/entitlement/minLevelId', 'unknown_level', 'The programme has no such level.');
  if (entitlement?.from && entitlement.until && Date.parse(entitlement.until) <= Date.parse(entitlement.from)) throw invalid('/entitlement/until', 'not_after', 'Must be after from.');
}

function invalid(pointer: string, code: string, message: string) {
  const errors: FieldError[] = [{pointer, code, message}];
  return problem('input_invalid', {errors});
}
