import {assetCan, AssetAction, type Asset, type AssetVersion, type HeldCopy, type HolderCount, type StoredFile} from '@portico/contract';
import {accessFor, expiresAtOf, versionsOf} from './asset-flow.ts';
import type {Scope} from './handlers.ts';
import type {AssetRow, VersionRow} from './library.ts';
import {problem} from './problem.ts';

const told: readonly string[] = ['recalled', 'superseded', 'expired'];

/** An asset as its reader may see it, or `undefined`. */
export function viewAsset(scope: Scope, row: AssetRow): Asset | undefined {
  const {store, viewer} = scope;
  const {collateral} = store.data;
  const isPartner = viewer.side === 'partner';
  const isPublished = row.status === 'published';
  const held = isPartner ? heldBy(scope, row, viewer.partnerOrgId) : null;
  const isReplaced = row.status === 'superseded' && accessFor(store, row, store.data.partnerOrgs.get(viewer.partnerOrgId ?? '')).access === 'granted';
  const {access, unlocks} = isPartner && isPublished ? accessFor(store, row, store.data.partnerOrgs.get(viewer.partnerOrgId ?? '')) : ({access: 'granted', unlocks: []} as const);
  if (access === 'hidden' || (isPartner && (row.classification === 'confidential' || (!isPublished && !isReplaced && !(held && told.includes(row.status)))))) return undefined;
  const isOpen = access === 'granted' && (isPublished || !isPartner);
  const may = isOpen && isPublished && row.classification !== 'confidential';
  const present = versionsOf(store, row.id).filter(({status}) => status === 'current').sort((a, b) => (a.language < b.language ? -1 : 1));
  const fileOf = (version: VersionRow) => collateral.files.get(version.storedFileId);
  const locale = viewer.person ? store.data.people.get(viewer.person.id)?.locale : null;
  const shown = isOpen ? (present.find(({language}) => language === locale) ?? present.find(({language}) => language === 'en') ?? present[0]) : undefined;
  const visitedAt = viewer.person ? store.data.collateral.visits.get(viewer.person.id) : undefined;
  return {
    ...row,
    entitlement: isPartner ? null : row.entitlement,
    transcript: isOpen ? row.transcript : null,
    linkUrl: isOpen ? row.linkUrl : null,
    changesWanted: isPartner ? null : row.changesWanted,
    languages: present.map(({language}) => language),
    current: isOpen ? present.flatMap(version => toCurrent(version, fileOf(version))) : [],
    preview: (shown && fileOf(shown)?.previews[0]) ?? null,
    access,
    reach: {link: may && (row.delivery === 'open' || (row.delivery === 'portal' && row.shareable)), embed: may && row.delivery === 'open', print: may && (collateral.prints.get(row.id)?.isOffered ?? false), cobrand: may && collateral.templates.values().some(({assetId, status}) => assetId === row.id && status === 'published')},
    unlocks: [...unlocks],
    isFavourite: collateral.favourites.has(`${viewer.person?.id} ${row.id}`),
    isNew: isPublished && visitedAt !== undefined && row.newsAt !== null && row.newsAt > visitedAt,
    held,
    holders: isPartner ? null : countHolders(scope, row),
    replacedBy: replacementOf(scope, row),
    expiresAt: expiresAtOf(store, row),
    actions: isPartner ? [] : AssetAction.options.filter(action => assetCan(action, row.status)),
  };
}

/** What is to be used now in its place, when it was replaced and the reader may see that. */
function replacementOf(scope: Scope, {replacedById}: AssetRow): Asset['replacedBy'] {
  const {assets} = scope.store.data.collateral;
  let next = assets.get(replacedById ?? '');
  while (next?.status === 'superseded') next = assets.get(next.replacedById ?? '');
  const seen = next?.status === 'published' && viewAsset(scope, next);
  return seen ? {id: seen.id, title: seen.title, type: seen.type} : null;
}

/** One asset for its reader. @throws MockProblem `asset_not_found`. */
export function findAsset(scope: Scope, id: string): Asset {
  const row = scope.store.data.collateral.assets.get(id);
  const asset = row && viewAsset(scope, row);
  if (!asset) throw problem('asset_not_found');
  return asset;
}

/** A version for its reader. */
export function viewVersion({store, viewer}: Scope, {storedFileId, ...version}: VersionRow): AssetVersion {
  const file = store.data.collateral.files.get(storedFileId);
  if (!file) throw problem('asset_version_not_found');
  const current = versionsOf(store, version.assetId).find(({status, language}) => status === 'current' && language === version.language);
  return {...version, storedFile: viewer.side === 'partner' ? {...file, uploadUrl: null, downloadUrl: null} : file, currentId: current?.id ?? null};
}

/** Whether a copy is no more the present version. */
export function isStale({store}: Scope, versionId: string): boolean {
  const version = store.data.collateral.versions.get(versionId);
  return version?.status !== 'current' || store.data.collateral.assets.get(version.assetId)?.status !== 'published';
}

/** The copy that an organisation is told of: of each language its last, one that is out of date before one that is not. */
function heldBy(scope: Scope, {id}: AssetRow, holder: string | null): HeldCopy | null {
  const {collateral} = scope.store.data;
  const last = new Map<string, HeldCopy>();
  for (const {assetId, partnerOrgId, versionId, downloadedAt} of collateral.holdings.values()) {
    const version = collateral.versions.get(versionId);
    if (assetId !== id || partnerOrgId !== holder || !version) continue;
    const {language, number} = version;
    const known = last.get(language);
    if (!known || known.downloadedAt < downloadedAt) last.set(language, {versionId, number, language, downloadedAt, isStale: isStale(scope, versionId)});
  }
  return [...last.values()].sort((a, b) => Number(b.isStale) - Number(a.isStale) || Date.parse(b.downloadedAt) - Date.parse(a.downloadedAt))[0] ?? null;
}

/** Partners with copies, and those whose last copy of a language is out of date. */
function countHolders(scope: Scope, row: AssetRow): HolderCount {
  const {collateral} = scope.store.data;
  const partners = new Set(collateral.holdings.values().flatMap(({assetId, partnerOrgId}) => (assetId === row.id ? [partnerOrgId] : [])));
  return {partnerOrgs: partners.size, stale: [...partners].filter(partner => heldBy(scope, row, partner)?.isStale).length};
}

function toCurrent({id, number, language, validUntil}: VersionRow, file: StoredFile | undefined): Asset['current'] {
  return file ? [{id, number, language, fileName: file.fileName, mediaType: file.mediaType, sizeBytes: file.sizeBytes, validUntil}] : [];
}
