import MiniSearch from 'minisearch';
import type {SearchEntry} from '../search-entries.ts';

/** Finds sections of pages. */
export interface Finder {
  /** The best first; at most 12. */
  find(text: string): SearchEntry[];
}

/** `portico-lead-inbox` and `fetchSession` are found by their parts too. */
function wordsOf(text: string): string[] {
  const words = text.split(/[^\p{L}\p{N}_]+/u).filter(Boolean);
  return words.flatMap(word => {
    const parts = word.split(/_|(?<=\p{Ll})(?=\p{Lu})/u).filter(Boolean);
    return parts.length > 1 ? [word, ...parts] : [word];
  });
}

/** Loads the text of all pages and makes an index of it, in pieces so that typing stays quick. */
export async function createFinder(address: string): Promise<Finder> {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${answer.status}`);
  const entries = (await answer.json()) as SearchEntry[];
  const index = new MiniSearch<SearchEntry & {id: number}>({
    fields: ['heading', 'page', 'text'],
    tokenize: wordsOf,
    searchOptions: {
      boost: {heading: 5, page: 3},
      prefix: word => word.length > 1,
      fuzzy: word => (word.length > 4 ? 0.2 : false),
      boostDocument: id => weightOf(entries[id as number]),
    },
  });
  await index.addAllAsync(entries.map((entry, id) => ({...entry, id})), {chunkSize: 100});
  return {
    find(text) {
      const query = text.replaceAll(/\bcsp\b/gi, 'content security policy');
      // Sections with every word first; those with some of them where there are few.
      const ids = [...index.search(query, {combineWith: 'AND'}), ...index.search(query)].map(({id}) => id as number);
      return [...new Set(ids)].slice(0, 12).flatMap(id => entries[id] ?? []);
    },
  };
}

/** What explains comes before what lists and what gives reasons, a page before its sections. */
function weightOf(entry: SearchEntry | undefined): number {
  const group = entry?.group === 'Decisions' || entry?.group === 'Reference' || entry?.url.startsWith('reference/') === true ? 0.6 : 1;
  return entry?.url.includes('#') === true ? group : group * 1.4;
}
