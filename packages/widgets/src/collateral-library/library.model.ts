import type {Asset, AssetCounts} from '@portico/contract';

/** All material, what is new since the last visit, favourites, and copies that are out of date. */
export type LibraryTab = 'all' | 'new' | 'favourites' | 'outdated';

export type LibrarySort = 'relevance' | 'newest' | 'title' | 'expiring';

/** What material can be narrowed by. */
export type LibraryFacet = 'type' | 'product' | 'language' | 'salesStage' | 'industry' | 'persona' | 'tag';

/** Tab, order, search and filters: what is listed. Values of a facet as one text, see {@link joinValues}. */
export interface LibraryQuery extends Readonly<Record<LibraryFacet, string>> {
  readonly tab: LibraryTab;
  /** Empty: the best match while there are words, else the newest. */
  readonly sort: LibrarySort | '';
  readonly q: string;
}

/** What a reading of the list depends on, as values that compare. */
export type LibraryArgs = readonly [tab: LibraryTab, sort: LibrarySort, q: string, ...facets: string[]];

/** Where a piece stands that left the list while somebody looked on. */
export type GoneReason = 'recalled' | 'superseded' | 'expired' | 'archived';

/** Cards of a chunk of the grid. Rows of one to six cards are whole in it, so that no chunk ends in the middle of a row. */
export const chunkSize = 60;

export const libraryTabs = ['all', 'new', 'favourites', 'outdated'] as const satisfies readonly LibraryTab[];

/** Those that are shown first. */
export const mainFacets = ['type', 'product', 'language', 'salesStage'] as const satisfies readonly LibraryFacet[];
export const moreFacets = ['industry', 'persona', 'tag'] as const satisfies readonly LibraryFacet[];
export const facets: readonly LibraryFacet[] = [...mainFacets, ...moreFacets];

export const noFilters = {q: '', type: '', product: '', language: '', salesStage: '', industry: '', persona: '', tag: ''} as const;

/** Values of a facet as one text for an attribute: `deck,datasheet`. A comma inside of one is written `%2C`. */
export function joinValues(values: readonly string[]): string {
  return values.map(value => value.replaceAll('%', '%25').replaceAll(',', '%2C')).join(',');
}

/** The values in a text that {@link joinValues} or a person wrote. */
export function splitValues(text: string): string[] {
  return text
    .split(',')
    .map(value => value.trim().replaceAll(/%2c/gi, ',').replaceAll('%25', '%'))
    .filter(Boolean);
}

/** The text with a value added, or taken away when it is in it. */
export function toggleValue(text: string, value: string): string {
  const values = splitValues(text);
  return joinValues(values.includes(value) ? values.filter(each => each !== value) : [...values, value]);
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

const valuesOf = {
  type: ({type}) => [type],
  product: ({products}) => products,
  language: ({languages}) => languages,
  salesStage: ({salesStages}) => salesStages,
  industry: ({industries}) => industries,
  persona: ({personas}) => personas,
  tag: ({tags}) => tags,
} satisfies Record<LibraryFacet, (asset: Asset) => readonly string[]>;

/** Whether a piece that has just come belongs under these filters. For the words of a search a guess: the server's search knows more. */
export function matches(asset: Asset, query: LibraryQuery): boolean {
  const words = query.q.toLowerCase().split(/\s+/);
  const seen = [asset.title, asset.summary, ...asset.products, ...asset.tags].join(' ').toLowerCase();
  return asset.status === 'published' && words.every(word => seen.includes(word)) && facets.every(facet => !query[facet] || splitValues(query[facet]).some(value => valuesOf[facet](asset).includes(value)));
}

/** Why a piece is not for use any more; `undefined` while it is. */
export function goneBy({status}: Pick<Asset, 'status'>): GoneReason | undefined {
  return status === 'published' ? undefined : status === 'recalled' || status === 'superseded' || status === 'expired' ? status : 'archived';
}

/** What is left of a piece that this reader may not see any more. */
export function withdrawn(known: Asset): Asset {
  return {...known, status: 'archived', preview: null, current: [], languages: [], linkUrl: null, transcript: null, unlocks: [], recall: null};
}

/**
 * The version to offer first: of a language that was filtered for, else the reader's, else English, else the first.
 *
 * @param locale - BCP 47 tag of the reader's language.
 */
export function versionFor({current}: Pick<Asset, 'current'>, language: string, locale: string): Asset['current'][number] | undefined {
  const of = (wanted: string) => current.find(each => each.language === wanted) ?? current.find(each => each.language.split('-')[0] === wanted.split('-')[0]);
  return splitValues(language).map(of).find(Boolean) ?? of(locale) ?? of('en') ?? current[0];
}
