import {findAsset} from './asset-views.ts';
import {accessFor, versionsOf} from './asset-flow.ts';
import type {Scope} from './handlers.ts';
import type {AssetRow, VersionRow} from './library.ts';
import {problem} from './problem.ts';
import type {EventRow} from './reach-rows.ts';
import type {Store} from './store.ts';

/** Where addresses of the files' origin begin. */
export const mockFilesUrl = 'https://files.mock.portico.example';

/** Whether an asset may leave the portal under a partner's name, or why not. */
export function reachOf(store: Store, asset: AssetRow, partnerOrgId: string | null): 'public' | 'link' | 'recalled' | 'replaced' | 'withdrawn' {
  if (asset.status === 'recalled') return 'recalled';
  if (asset.status === 'superseded' || asset.status === 'expired') return 'replaced';
  if (asset.status !== 'published' || asset.classification === 'confidential') return 'withdrawn';
  if (partnerOrgId !== null && accessFor(store, asset, store.data.partnerOrgs.get(partnerOrgId)).access !== 'granted') return 'withdrawn';
  if (asset.delivery === 'open') return 'public';
  return asset.delivery === 'portal' && asset.shareable ? 'link' : 'withdrawn';
}

/** The version that a stranger gets: in this language, in English, or any. */
export function presentVersion(store: Store, assetId: string, language: string | null): VersionRow | undefined {
  const present = versionsOf(store, assetId).filter(({status}) => status === 'current');
  return present.find(version => version.language === language) ?? present.find(version => version.language === 'en') ?? present[0];
}

/** Writes down what was done. */
export function track({store, viewer}: Scope, event: Pick<EventRow, 'kind' | 'assetId'> & Partial<EventRow>): void {
  const {collateral} = store.data;
  collateral.events.set({
    versionId: null, campaign: null, shareLinkId: null, collateralEmbedId: null, pageOrigin: null, leadId: null, at: store.now(),
    partnerOrgId: viewer.partnerOrgId, personId: viewer.person?.id ?? null, ...event, id: store.newId('assetEvent'),
  });
}

/** An asset that is not locked for whoever asks. @throws MockProblem */
export function openAsset(scope: Scope, id: string) {
  const asset = findAsset(scope, id);
  if (asset.status === 'recalled') throw problem('asset_recalled', {detail: asset.recall?.reason ?? ''});
  if (asset.access === 'locked') throw problem('asset_locked');
  return asset;
}

/** Whether a row is its organisation's, or the reader is of the vendor. */
export function isOwn({viewer}: Scope, {partnerOrgId}: {partnerOrgId: string | null}): boolean {
  return viewer.side === 'vendor' || partnerOrgId === viewer.partnerOrgId;
}

/** An asset by its name, also when it is not to be seen any more. */
export function assetRef({data}: Store, id: string) {
  const asset = data.collateral.assets.get(id);
  if (!asset) throw problem('asset_not_found');
  return {id, title: asset.title, type: asset.type};
}

export function personRef({data}: Store, id: string | null) {
  const person = id === null ? undefined : data.people.get(id);
  return person ? {id: person.id, name: person.name} : null;
}

/** 22 letters and digits that follow from a number. */
export function tokenOf(id: string): string {
  return id.replaceAll('-', '').slice(-22).padStart(22, 'm');
}
