import type {Api, Asset, AssetCounts, FacetCount, RouteParsed} from '@portico/contract';
import {findAsset, viewAsset} from './asset-views.ts';
import type {Scope} from './handlers.ts';

export type AssetFilter = RouteParsed<Api['assets']['counts']>;

const facets = {
  type: ({type}) => [type],
  product: ({products}) => products,
  industry: ({industries}) => industries,
  salesStage: ({salesStages}) => salesStages,
  persona: ({personas}) => personas,
  language: ({languages}) => languages,
  tag: ({tags}) => tags,
  folderId: ({folderId}) => (folderId === null ? [] : [folderId]),
} satisfies Record<keyof AssetCounts['facets'], (asset: Asset) => readonly string[]>;
type Facet = keyof typeof facets;
const facetNames = Object.keys(facets) as Facet[];
const dayMs = 86_400_000;

/** The assets that the reader may see and asked for. @param without - A facet whose own values are not asked for. */
export function filterAssets(scope: Scope, filter: AssetFilter, without?: Facet): Asset[] {
  const {q, status, access, favourites, new: isNew, expiringWithinDays, stale} = filter;
  const {store, viewer} = scope;
  const statuses = status ?? (viewer.side === 'partner' ? (stale ? ['published', 'recalled', 'superseded', 'expired'] : ['published']) : null);
  const words = wordsOf(q ?? '');
  return store.data.collateral.assets.values().flatMap(row => {
    const asset = statuses === null || statuses.includes(row.status) ? viewAsset(scope, row) : undefined;
    const isWanted =
      asset &&
      (access === undefined || asset.access === access) &&
      (favourites === undefined || asset.isFavourite === favourites) &&
      (isNew === undefined || asset.isNew === isNew) &&
      (expiringWithinDays === undefined || isExpiring(scope, asset, expiringWithinDays)) &&
      (stale === undefined || isHeldStale(scope, asset) === stale) &&
      facetNames.every(name => name === without || filter[name] === undefined || facets[name](asset).some(value => (filter[name] as readonly string[]).includes(value))) &&
      words.every(word => relevanceOf(asset, row.transcript, word) > 0);
    return isWanted ? [{...asset, transcript: null}] : [];
  });
}

/** How well an asset fits: a word of the title counts most. */
export function relevance(scope: Scope, asset: Asset, q: string): number {
  const {transcript} = findAsset(scope, asset.id);
  return wordsOf(q).reduce((sum, word) => sum + relevanceOf(asset, transcript, word), 0);
}

export function countAssets(scope: Scope, filter: AssetFilter): AssetCounts {
  const found = filterAssets(scope, filter);
  return {
    total: found.length,
    isMore: false,
    favourites: found.filter(({isFavourite}) => isFavourite).length,
    new: found.filter(({isNew}) => isNew).length,
    expiring: found.filter(asset => isExpiring(scope, asset, 30)).length,
    stale: filterAssets(scope, {...filter, stale: true}).length,
    facets: Object.fromEntries(facetNames.map(name => [name, countFacet(filter[name] === undefined ? found : filterAssets(scope, filter, name), name)])) as AssetCounts['facets'],
  };
}

function countFacet(assets: readonly Asset[], name: Facet): FacetCount[] {
  const counts = new Map<string, number>();
  for (const asset of assets) for (const value of facets[name](asset)) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].map(([value, count]) => ({value, count})).sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1)).slice(0, 50);
}

function isExpiring({store}: Scope, {status, expiresAt}: Asset, days: number): boolean {
  return status === 'published' && expiresAt !== null && Date.parse(expiresAt) <= store.clock.now() + days * dayMs;
}

/** For partners of their own copies, for the vendor of anybody's. */
function isHeldStale({store, viewer}: Scope, asset: Asset): boolean {
  if (viewer.side === 'partner') return asset.held?.isStale ?? false;
  const {collateral} = store.data;
  const copies = collateral.holdings.values().filter(({assetId}) => assetId === asset.id).map(copy => ({...copy, version: collateral.versions.get(copy.versionId)}));
  return copies.some(copy => (copy.version?.status !== 'current' || asset.status !== 'published') && !copies.some(later => later.partnerOrgId === copy.partnerOrgId && later.version?.language === copy.version?.language && later.downloadedAt > copy.downloadedAt));
}

function relevanceOf(asset: Asset, transcript: string | null, word: string): number {
  const within = (texts: readonly (string | null)[]) => texts.some(text => text !== null && hasWord(text, word));
  if (within([asset.title])) return 8;
  if (within([...asset.products, ...asset.tags])) return 4;
  if (within([asset.summary, ...asset.industries, ...asset.personas, ...asset.salesStages, asset.type])) return 2;
  return within([asset.altText, transcript, ...asset.current.map(({fileName}) => fileName)]) ? 1 : 0;
}

const joined = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;

/** A word begins with it; in scripts without spaces it is anywhere. */
function hasWord(text: string, word: string): boolean {
  return joined.test(word) ? plain(text).includes(word) : wordsOf(text).some(each => each.startsWith(word) || each.startsWith(`ال${word}`));
}

function wordsOf(text: string): string[] {
  return plain(text).split(/[^\p{L}\p{N}]+/u).filter(Boolean);
}

function plain(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}+/gu, '').toLowerCase().replaceAll('đ', 'd').replaceAll('ß', 'ss').replaceAll('ø', 'o');
}
