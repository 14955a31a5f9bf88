import type {AssetFields} from '@portico/contract';
import {withoutSpaces, wordsOf} from '../lead/search.rules.ts';

/** What an asset is found by. */
export interface SearchableAsset extends Pick<AssetFields, 'title' | 'summary' | 'type' | 'products' | 'industries' | 'salesStages' | 'personas' | 'tags' | 'folderId' | 'altText' | 'transcript'> {
  readonly languages: readonly string[];
  /** Of its present versions. */
  readonly fileNames: readonly string[];
}

/** What lists are narrowed to by values; the names are those of the contract's filter. */
export const facetNames = ['type', 'product', 'industry', 'salesStage', 'persona', 'language', 'tag', 'folderId'] as const;
export type FacetName = (typeof facetNames)[number];
export type FacetFilter = {readonly [Name in FacetName]?: readonly string[] | undefined};

/** The values of an asset by facet. */
export function facetsOf(asset: Omit<SearchableAsset, 'title' | 'summary' | 'altText' | 'transcript' | 'fileNames'>): Record<FacetName, readonly string[]> {
  const {type, products, industries, salesStages, personas, languages, tags, folderId} = asset;
  return {type: [type], product: products, industry: industries, salesStage: salesStages, persona: personas, language: languages, tag: tags, folderId: folderId === null ? [] : [folderId]};
}

// A tsvector holds a megabyte, and who searches for a word remembers the beginning of a film.
const mostWords = 8000;

/** Words with their weights, and facets with their marks, as the text of a `tsvector`. */
export function assetSearchWords(asset: SearchableAsset): string {
  const weights = new Map<string, string>();
  const add = (weight: string, texts: readonly (string | null)[]) => {
    for (const text of texts) for (const word of text === null ? [] : indexedWords(text)) if (!weights.has(word) && weights.size < mostWords) weights.set(word, weight);
  };
  add('A', [asset.title]);
  add('B', [...asset.products, ...asset.tags]);
  add('C', [asset.summary, ...asset.industries, ...asset.personas, ...asset.salesStages, asset.type]);
  add('D', [asset.altText, ...asset.fileNames, asset.transcript]);
  const words = [...weights].map(([word, weight]) => `'${word}':1${weight}`);
  const facets = Object.entries(facetsOf(asset)).flatMap(([name, values]) => [...new Set(values)].map(value => lexeme(name, value)));
  return [...words, ...facets].join(' ');
}

/** What was typed, as text for a cast to `tsquery`: every word is the beginning of one of the asset's; `null` when there is no word in it. */
export function typedQuery(typed: string): string | null {
  const words = [...new Set(wordsOf(fold(typed)).map(withoutArticle))].slice(0, 12);
  // Words hold letters and digits only, so nothing in them needs escaping.
  return words.length === 0 ? null : words.map(word => `'${word}':*`).join(' & ');
}

/** One of the values of each facet that is asked for, as text for a cast to `tsquery`; `null` when none is. */
export function facetQuery(filter: FacetFilter): string | null {
  const parts = facetNames.flatMap(name => {
    const values = filter[name];
    if (values === undefined) return [];
    // Asked for one of no values, nothing is found.
    return [values.length === 0 ? lexeme(name, '') : `(${values.map(value => lexeme(name, value)).join(' | ')})`];
  });
  return parts.length === 0 ? null : parts.join(' & ');
}

// No word begins with it.
function lexeme(facet: string, value: string): string {
  return `'~${facet}:${value.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`;
}

/** Of scripts without spaces pairs of letters and the last letter of each run: so whatever is looked for, be it one letter, is the beginning of one of them. */
function indexedWords(text: string): string[] {
  const folded = fold(text);
  const words = wordsOf(folded);
  for (const [run] of folded.matchAll(withoutSpaces)) words.push([...run].at(-1) ?? '');
  return words.flatMap(word => (withoutArticle(word) === word ? [word] : [word, withoutArticle(word)]));
}

const letters: Readonly<Record<string, string>> = {đ: 'd', ø: 'o', ł: 'l', ß: 'ss', æ: 'ae', œ: 'oe', ı: 'i', ħ: 'h', ð: 'd', þ: 'th', ى: 'ي', ة: 'ه', ـ: ''};
const letter = new RegExp(`[${Object.keys(letters).join('')}]`, 'gu');

/** Letters that are no letter and an accent to Unicode, but are typed without theirs by people: `đèn` is found by `den`. */
function fold(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(letter, each => letters[each] ?? each);
}

/** Arabic writes its article together with the word. */
function withoutArticle(word: string): string {
  return word.startsWith('ال') && word.length > 4 ? word.slice(2) : word;
}
