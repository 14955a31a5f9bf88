import type {Asset, AssetCounts} from '@portico/contract';

/** All material, what is new since the last visit, favourites, and copies that are out of date. */
export type LibraryTab = 'all' | 'new' | 'favourites' | 'outdated';

export type LibrarySort = 'relevance' | 'newest' | 'title' | 'expiring';

/** What material can be narrowed by. */
export type LibraryFacet = 'type' | 'product' | 'language' | 'salesStage' | 'industry' | 'persona' | 'tag';

/** Tab, order, search and filters: what is listed. Values of a facet as one text, see `joinValues`. */
export interface LibraryQuery extends Readonly<Record<LibraryFacet, string>> {
  readonly tab: LibraryTab;
  /** Empty: the best match while there are words, else the newest. */
  readonly sort: LibrarySort | '';
  readonly q: string;
}

/** What a reading of the list depends on, as values that compare. */
export type LibraryArgs = readonly [tab: LibraryTab, sort: LibrarySort, q: string, ...facets: string[]];

export const libraryTabs = ['all', 'new', 'favourites', 'outdated'] as const satisfies readonly LibraryTab[];

/** Those that are shown first. */
export const mainFacets = ['type', 'product', 'language', 'salesStage'] as const satisfies readonly LibraryFacet[];
export const moreFacets = ['industry', 'persona', 'tag'] as const satisfies readonly LibraryFacet[];
export const facets: readonly LibraryFacet[] = [...mainFacets, ...moreFacets];

export const noFilters = {q: '', type: '', product: '', language: '', salesStage: '', industry: '', persona: '', tag: ''} as const;

/** The values in a text that `joinValues` or a person wrote. */
export function splitValues(text: string): string[] {
  return text
    .split(',')
    .map(value => value.trim().replaceAll(/%2c/gi, ',').replaceAll('%25', '%'))
    .filter(Boolean);
}

/** The order that is in force. */
export function sortOf({sort, q}: Pick<LibraryQuery, 'sort' | 'q'>): LibrarySort {
  return sort === 'relevance' && !q ? 'newest' : sort || (q ? 'relevance' : 'newest');
}

export function toArgs(query: LibraryQuery): LibraryArgs {
  return [query.tab, sortOf(query), query.q, ...facets.map(facet => query[facet])];
}

/** The filters as the API takes them: what is empty is left out. */
export function toFilters([, , q = '', ...values]: readonly string[]) {
  const chosen = Object.fromEntries(facets.flatMap((facet, at) => (values[at] ? [[facet, splitValues(values[at])]] : []))) as Partial<Record<Exclude<LibraryFacet, 'type'>, string[]>> & {type?: Asset['type'][]};
  return {...(q && {q}), ...chosen};
}

/** What a tab asks for. */
export const tabFilters = {all: {}, new: {new: true}, favourites: {favourites: true}, outdated: {stale: true}} as const satisfies Record<LibraryTab, object>;

/** How many there are under a tab. */
export function countOf(counts: AssetCounts, tab: LibraryTab): number {
  return counts[({all: 'total', new: 'new', favourites: 'favourites', outdated: 'stale'} as const)[tab]];
}

/** How many facets narrow the list. */
export function countFilters(query: LibraryQuery, of = facets): number {
  return of.filter(facet => query[facet]).length;
}
