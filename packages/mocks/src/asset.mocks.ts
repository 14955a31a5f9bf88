import {assetCan, Entitlement, type Api, type Asset, type AssetFields} from '@portico/contract';
import {changeVersion, moveAsset, versionsOf} from './asset-flow.ts';
import {countAssets, filterAssets, relevance} from './asset-filter.ts';
import {findAsset} from './asset-views.ts';
import type {MockHandlers, Scope} from './handlers.ts';
import type {AssetRow} from './library.ts';
import {newestBy, pageOf, sortRows, type Order} from './paging.ts';
import {definedOf} from './partner-org.mocks.ts';
import {problem} from './problem.ts';

const newest = newestBy<Asset>(({newsAt, createdAt}) => newsAt ?? createdAt);
const byTitle: Order<Asset> = {keyOf: ({title}) => title.toLowerCase(), ids: 'up'};
const byExpiry: Order<Asset> = {keyOf: ({expiresAt}) => (expiresAt === null ? Number.MAX_SAFE_INTEGER : Date.parse(expiresAt)), ids: 'up'};

/** Lets the vendor act on an asset of the version they saw. */
function act(scope: Scope, {id, version}: {id: string; version: number}, work: (row: AssetRow) => unknown): Asset {
  const row = scope.store.data.collateral.assets.get(id);
  if (!row) throw problem('asset_not_found');
  if (!scope.store.isCurrent(row, version)) throw problem('version_conflict', {current: findAsset(scope, id)});
  work(row);
  return findAsset(scope, id);
}

export const assetMocks: MockHandlers<Api['assets']> = {
  list(input, scope) {
    const {q, sort} = input;
    const found = filterAssets(scope, input);
    const byRelevance: Order<Asset> = {keyOf: asset => -relevance(scope, asset, q ?? ''), ids: 'down'};
    const order = sort === 'title' ? byTitle : sort === 'expiring' ? byExpiry : sort === 'relevance' && q ? byRelevance : newest;
    return pageOf(sortRows(found, order), order, input, input);
  },
  counts: (input, scope) => countAssets(scope, input),
  get: ({id}, scope) => findAsset(scope, id),
  create({ownerId, ...fields}, scope) {
    const {store, viewer} = scope;
    checkReferences(scope, {...fields, ownerId});
    const now = store.now();
    const owner = ownerOf(scope, ownerId ?? viewer.person?.id);
    const row = store.data.collateral.assets.set({
      ...fields, owner, id: store.newId('asset'), status: 'draft', recall: null, replacedById: null, publishedAt: null, newsAt: null, changesWanted: null, version: 1, createdAt: now, updatedAt: now,
    });
    store.change('asset', row.id, {partnerOrgIds: []});
    return findAsset(scope, row.id);
  },
  update: ({id, version, ownerId, entitlement, ...fields}, scope) =>
    act(scope, {id, version}, row => {
      checkReferences(scope, {...fields, ownerId, entitlement});
      const changes = {...definedOf(fields), ...(ownerId === undefined ? {} : {owner: ownerOf(scope, ownerId)}), entitlement: Entitlement.parse({...row.entitlement, ...definedOf(entitlement ?? {})})};
      moveAsset(scope.store, row, row.status === 'changes_requested' || row.status === 'approved' ? 'revise' : 'update', changes);
    }),
  submit: (input, scope) => act(scope, input, row => moveAsset(scope.store, row, 'submit', {changesWanted: null})),
  requestChanges: ({comment, ...input}, scope) => act(scope, input, row => moveAsset(scope.store, row, 'request_changes', {changesWanted: comment})),
  approve: (input, scope) => act(scope, input, row => moveAsset(scope.store, row, 'approve')),
  publish: (input, scope) =>
    act(scope, input, row => {
      const {store} = scope;
      const {until} = row.entitlement;
      if (until !== null && Date.parse(until) <= store.clock.now()) throw problem('asset_status_conflict', {detail: 'Its time is over. Move entitlement.until first.'});
      if (!versionsOf(store, row.id).some(({status}) => status === 'current') && !(row.type === 'link' && row.linkUrl !== null)) throw problem('asset_empty');
      moveAsset(store, row, 'publish', {publishedAt: row.publishedAt ?? store.now(), newsAt: store.now(), replacedById: null});
    }),
  supersede: ({replacedById, ...input}, scope) =>
    act(scope, input, row => {
      if (replacedById === row.id) throw problem('input_invalid', {errors: [{pointer: '/replacedById', code: 'itself', message: 'An asset cannot take its own place.'}]});
      const next = scope.store.data.collateral.assets.get(replacedById);
      if (!next) throw problem('asset_not_found');
      if (!assetCan('supersede', row.status)) throw problem('asset_status_conflict');
      if (next.status !== 'published') throw problem('input_invalid', {errors: [{pointer: '/replacedById', code: 'not_published', message: 'Only what is published can take its place.'}]});
      moveAsset(scope.store, row, 'supersede', {replacedById});
    }),
  archive: (input, scope) => act(scope, input, row => moveAsset(scope.store, row, 'archive')),
  recall: ({reason, ...input}, scope) =>
    act(scope, input, row => {
      const {store} = scope;
      moveAsset(store, row, 'recall', {recall: {reason, at: store.now()}});
      for (const version of versionsOf(store, row.id)) if (version.status !== 'draft') changeVersion(store, version, {status: 'recalled', recallReason: reason});
    }),
  favourite({id}, scope) {
    findAsset(scope, id);
    scope.store.data.collateral.favourites.add(`${scope.viewer.person?.id} ${id}`);
    return findAsset(scope, id);
  },
  unfavourite({id}, scope) {
    findAsset(scope, id);
    scope.store.data.collateral.favourites.delete(`${scope.viewer.person?.id} ${id}`);
    return findAsset(scope, id);
  },
  visited(_, {store, viewer}) {
    const visitedAt = store.now();
    store.data.collateral.visits.set(viewer.person?.id ?? '', visitedAt);
    return {visitedAt};
  },
};

function ownerOf({store}: Scope, id: string | null | undefined): Asset['owner'] {
  const person = store.data.people.get(id ?? '');
  return person ? {id: person.id, name: person.name} : null;
}

interface References {
  readonly folderId?: AssetFields['folderId'] | undefined;
  readonly ownerId?: string | null | undefined;
  readonly entitlement?: {readonly minLevelId?: string | null | undefined} | undefined;
}

function checkReferences({store}: Scope, {folderId, ownerId, entitlement}: References): void {
  if (folderId && !store.data.collateral.folders.get(folderId)) throw problem('asset_folder_not_found');
  if (ownerId && !store.data.people.get(ownerId)?.memberships.some(({partnerOrgId}) => partnerOrgId === null)) throw problem('person_not_found');
  if (entitlement?.minLevelId && !store.data.program.levels.some(({id}) => id === entitlement.minLevelId)) throw problem('input_invalid', {errors: [{pointer: '/entitlement/minLevelId', code: 'unknown_level', message: 'The programme has no such level.'}]});
}
