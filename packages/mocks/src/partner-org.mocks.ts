import type {Api, PartnerOrg, Partnership} from '@portico/contract';
import {openLeads} from './eligibility.ts';
import type {MockHandlers, Scope} from './handlers.ts';
import {pageOf, sortRows, type Order} from './paging.ts';
import {brandOf} from './partner-brand.ts';
import {problem} from './problem.ts';

const byName: Order<PartnerOrg> = {keyOf: org => org.name.toLowerCase(), ids: 'up'};
const newPartnership: Partnership = {status: 'active', levelId: null, managerId: null, territories: [], products: [], capacity: null, pausedReason: null, groups: [], certifications: [], acceptedTerms: []};

export const partnerOrgMocks: MockHandlers<Api['partnerOrgs']> = {
  list(input, scope) {
    const words = input.q?.toLowerCase() ?? '';
    const orgs = visibleOrgs(scope).filter(org => org.name.toLowerCase().includes(words) && (input.externalId === undefined || org.externalId === input.externalId));
    return pageOf(sortRows(orgs, byName), byName, input, input);
  },
  get: ({id}, scope) => findOrg(scope, id),
  create(input, scope) {
    const {store} = scope;
    refuseTaken(scope, input.externalId);
    const now = store.now();
    const org = store.data.partnerOrgs.set({
      ...input,
      id: store.newId('partnerOrg'),
      externalId: input.externalId ?? null,
      parentId: input.parentId ?? null,
      country: input.country ?? null,
      website: input.website ?? null,
      partnership: {...newPartnership, ...definedOf(input.partnership)},
      openLeads: 0,
      version: 1,
      createdAt: now,
      updatedAt: now,
    });
    store.change('partner_org', org.id);
    return org;
  },
  update({id, version, partnership, ...input}, scope) {
    const org = findOrg(scope, id);
    if (org.version !== version) throw problem('version_conflict', {current: org});
    if (input.externalId !== org.externalId) refuseTaken(scope, input.externalId);
    const changed = scope.store.update(scope.store.data.partnerOrgs, org, {...definedOf(input), partnership: {...org.partnership, ...definedOf(partnership ?? {})}});
    scope.store.change('partner_org', id);
    return changed;
  },
  getBrand: ({id}, scope) => brandOf(scope.store, findOrg(scope, id).id),
  updateBrand({id, version, ...input}, scope) {
    const {store, viewer} = scope;
    const {collateral} = store.data;
    const before = brandOf(store, findOrg(scope, id).id);
    if (before.version !== version) throw problem('version_conflict', {current: before});
    const changes = definedOf(input);
    if (changes.logoFileId) {
      const file = collateral.files.get(changes.logoFileId);
      if (!file || !(file.partnerOrg?.id === id || (file.partnerOrg === null && viewer.side === 'vendor'))) throw problem('stored_file_not_found');
      if (file.status !== 'ready') throw problem('file_not_ready');
      if (!file.mediaType.startsWith('image/') || file.mediaType === 'image/gif') throw problem('input_invalid', {errors: [{pointer: '/logoFileId', code: 'not_a_picture', message: 'Choose a PNG, JPEG, WebP or SVG picture.'}]});
    }
    const {logo: _, shown: __, partnerOrgId: ___, ...fields} = before;
    collateral.brands.set({...fields, ...changes, id, version: before.version + 1, updatedAt: store.now()});
    store.change('partner_org', id);
    return brandOf(store, id);
  },
};

/** What is there, without the keys that are `undefined`. */
export function definedOf<T extends object>(values: T): {[K in keyof T]?: Exclude<T[K], undefined>} {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as {[K in keyof T]?: Exclude<T[K], undefined>};
}

function visibleOrgs({store, viewer}: Scope): PartnerOrg[] {
  return store.data.partnerOrgs
    .values()
    .filter(org => viewer.side === 'vendor' || org.id === viewer.partnerOrgId)
    .map(org => ({...org, openLeads: openLeads(store, org.id)}));
}

function findOrg(scope: Scope, id: string): PartnerOrg {
  const org = visibleOrgs(scope).find(each => each.id === id);
  if (!org) throw problem('partner_org_not_found');
  return org;
}

function refuseTaken({store}: Scope, externalId: string | undefined): void {
  if (externalId !== undefined && store.data.partnerOrgs.values().some(org => org.externalId === externalId)) throw problem('external_id_taken');
}
