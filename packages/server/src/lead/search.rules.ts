import type {LeadCompany, LeadContact, TeaserField} from '@portico/contract';

/** The texts of a lead by who may search them. */
export interface SearchableLead {
  readonly title: string;
  readonly company: LeadCompany;
  readonly contact: LeadContact;
  readonly products: readonly string[];
  readonly need: string | null;
  readonly timeline: string | null;
  readonly tags: readonly string[];
  readonly externalId: string | null;
  readonly campaign: string | null;
  /** Of the partner of its latest offer. */
  readonly partnerName: string | null;
}

/** A mark before a word: `d` details (after acceptance), `v` the vendor alone, the others one field of the teaser each. */
export type SearchMark = 'd' | 'v' | 'ti' | 'in' | 'co' | 're' | 'pr' | 'ne' | 'cn' | 'tl';

const teaserMarks: Partial<Record<TeaserField, SearchMark>> = {title: 'ti', industry: 'in', country: 'co', region: 're', products: 'pr', need: 'ne', companyName: 'cn', timeline: 'tl'};

/** What vendor staff search. */
export const vendorMarks: readonly SearchMark[] = ['d', 'v'];
/** What a partner searches in leads they accepted. */
export const revealedMarks: readonly SearchMark[] = ['d'];

/** What a partner searches in leads they have not accepted: the fields of the programme's teaser and nothing else, or what is hidden could be guessed by searching. */
export function teaserMarksOf(fields: readonly TeaserField[]): SearchMark[] {
  return fields.flatMap(field => teaserMarks[field] ?? []);
}

/** The words of a lead with their marks, as the text of a `tsvector`. */
export function searchWordsOf(lead: SearchableLead): string {
  const {title, company, contact, products, need, timeline, tags, externalId, campaign, partnerName} = lead;
  return markedWordsOf({
    d: [title, ...Object.values(company), ...Object.values(contact), ...products, need, timeline, ...tags],
    v: [externalId, campaign, partnerName],
    ti: [title],
    in: [company.industry],
    co: [company.country],
    re: [company.region],
    pr: [...products],
    ne: [need],
    cn: [company.name],
    tl: [timeline],
  });
}

/** Words with marks, as the text of a `tsvector`. */
export function markedWordsOf(texts: Readonly<Partial<Record<SearchMark, readonly (string | null)[]>>>): string {
  const words = Object.entries(texts).flatMap(([mark, values]) => values.flatMap(value => (value ? wordsOf(value).map(word => `${mark}:${word}`) : [])));
  return [...new Set(words)].map(word => `'${word}'`).join(' ');
}

/**
 * Makes a text search query of what a person typed: every word must be the beginning of a word that the marks allow.
 *
 * @returns Text for a cast to `tsquery`, or `null` when nothing can be searched for: then everything matches.
 */
export function searchQueryOf(typed: string, marks: readonly SearchMark[]): string | null {
  const words = [...new Set(wordsOf(typed))].slice(0, 12);
  if (words.length === 0) return null;
  if (marks.length === 0) return matchesNothing;
  // Words hold letters and digits only, so nothing in them needs escaping.
  return words.map(word => `(${marks.map(mark => `'${mark}:${word}':*`).join(' | ')})`).join(' & ');
}

// No lead has it among its words: they all begin with a mark.
const matchesNothing = "'!'";
const longestWord = 60;
/** Runs of scripts that write no spaces. The mark of a long vowel (サーバー) belongs to no script of its own. */
export const withoutSpaces = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}ー]+/gu;

/** Lower case without accents, cut at everything that is no letter or digit; scripts that write no spaces are cut into pairs of letters. */
export function wordsOf(text: string): string[] {
  const plain = text.normalize('NFKD').replace(/\p{M}+/gu, '').toLowerCase().replace(withoutSpaces, run => ` ${pairsOf(run).join(' ')} `);
  return plain.split(/[^\p{L}\p{N}]+/u).filter(Boolean).map(word => [...word].slice(0, longestWord).join(''));
}

function pairsOf(run: string): string[] {
  const letters = [...run];
  return letters.length === 1 ? letters : letters.slice(0, -1).map((letter, index) => letter + (letters[index + 1] ?? ''));
}
