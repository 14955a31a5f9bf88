import {assetCan, assetTransitions, type AssetEvent, type PartnerOrg} from '@portico/contract';
import {accessOf} from '@portico/contract/asset-access-rules';
import {leaveVersionBehind, recallCopies} from './cobrand-flow.ts';
import type {AssetRow, VersionRow} from './library.ts';
import {problem} from './problem.ts';
import type {Store} from './store.ts';

/** Lets an event of the table happen to an asset, and tells it. */
export function moveAsset(store: Store, asset: AssetRow, event: AssetEvent, changes: Partial<AssetRow> = {}): AssetRow {
  if (!assetCan(event, asset.status)) throw problem('asset_status_conflict');
  return changeAsset(store, asset, {...changes, status: assetTransitions[event].to ?? asset.status});
}

/** Changes an asset, and tells whoever sees it or did so before. */
export function changeAsset(store: Store, asset: AssetRow, changes: Partial<AssetRow>): AssetRow {
  const before = audienceOf(store, asset);
  const changed = store.update(store.data.collateral.assets, asset, changes);
  store.change('asset', asset.id, {partnerOrgIds: [...new Set([...before, ...audienceOf(store, changed)])]});
  return changed;
}

export function versionsOf({data}: Store, assetId: string): VersionRow[] {
  return (data.collateral.versionIds.get(assetId) ?? []).flatMap(id => data.collateral.versions.get(id) ?? []);
}

export function changeVersion(store: Store, version: VersionRow, changes: Partial<VersionRow>): VersionRow {
  if (changes.status === 'superseded' || changes.status === 'expired') leaveVersionBehind(store, version.id);
  if (changes.status === 'recalled') recallCopies(store, version.id, changes.recallReason ?? '');
  return store.update(store.data.collateral.versions, version, changes);
}

/** When an asset runs out by itself: when its own time is over, or the last of its versions has run out. */
export function expiresAtOf(store: Store, asset: AssetRow): string | null {
  const ends = versionsOf(store, asset.id)
    .filter(({status}) => status === 'current' || status === 'scheduled')
    .map(({validUntil}) => validUntil);
  const lastEnd = ends.length > 0 && !ends.includes(null) ? ends.reduce((a, b) => (at(a) > at(b) ? a : b)) : null;
  const {until} = asset.entitlement;
  return until === null || (lastEnd !== null && at(lastEnd) < at(until)) ? lastEnd : until;
}

/** Makes a version the present one of its language, in the place of the one before. */
export function startVersion(store: Store, version: VersionRow): void {
  for (const other of versionsOf(store, version.assetId)) if (other.status === 'current' && other.language === version.language) changeVersion(store, other, {status: 'superseded'});
  changeVersion(store, version, {status: 'current', publishedAt: version.publishedAt ?? store.now()});
}

/** Starts and ends what is due. */
export function sweepAssets(store: Store): void {
  const isPast = (instant: string | null): boolean => instant !== null && at(instant) <= store.clock.now();
  for (const asset of store.data.collateral.assets.values()) {
    if (asset.status === 'recalled') continue;
    const end = expiresAtOf(store, asset);
    const started = versionsOf(store, asset.id)
      .filter(({status, validFrom}) => status === 'scheduled' && isPast(validFrom))
      .sort((a, b) => at(a.validFrom) - at(b.validFrom));
    for (const version of started) startVersion(store, version);
    const ended = versionsOf(store, asset.id).filter(({status, validUntil}) => status === 'current' && isPast(validUntil));
    for (const version of ended) changeVersion(store, version, {status: 'expired'});
    if (asset.status === 'published' && isPast(end)) moveAsset(store, asset, 'expire');
    else if (started.length + ended.length > 0) changeAsset(store, asset, started.length > 0 && asset.status === 'published' ? {newsAt: store.now()} : {});
  }
}

/** What a partner gets of a published asset. */
export function accessFor(store: Store, asset: AssetRow, org: PartnerOrg | undefined) {
  if (!org) return {access: 'hidden', unlocks: []} as const;
  return accessOf(asset, {...org.partnership, type: org.type}, store.data.program.levels, store.now());
}

function audienceOf(store: Store, asset: AssetRow): string[] {
  if (asset.publishedAt === null || asset.classification === 'confidential') return [];
  const holders = store.data.collateral.holdings.values().filter(({assetId}) => assetId === asset.id).map(({partnerOrgId}) => partnerOrgId);
  if (asset.status !== 'published') return holders;
  return [...holders, ...store.data.partnerOrgs.values().filter(org => accessFor(store, asset, org).access !== 'hidden').map(({id}) => id)];
}

function at(instant: string | null): number {
  return instant === null ? -Infinity : Date.parse(instant);
}
