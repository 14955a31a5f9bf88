import type {Asset} from '@portico/contract';
import {facets, type LibraryFacet, type LibraryQuery, splitValues} from './library.model.ts';

/** Where a piece stands that left the list while somebody looked on. */
export type GoneReason = 'recalled' | 'superseded' | 'expired' | 'archived';

/** Cards of a chunk of the grid. Rows of one to six cards are whole in it, so that no chunk ends in the middle of a row. */
export const chunkSize = 60;

/** Values of a facet as one text for an attribute: `deck,datasheet`. A comma inside of one is written `%2C`. */
export function joinValues(values: readonly string[]): string {
  return values.map(value => value.replaceAll('%', '%25').replaceAll(',', '%2C')).join(',');
}

/** The text with a value added, or taken away when it is in it. */
export function toggleValue(text: string, value: string): string {
  const values = splitValues(text);
  return joinValues(values.includes(value) ? values.filter(each => each !== value) : [...values, value]);
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
