import {attachedForms, bracketedForms, closingForms, joiningWords, openingForms} from './legal-forms.data.ts';

/** Most words of a legal form: `Công ty TNHH một thành viên`, `S. de R.L. de C.V.` */
const longestForm = 7;

/**
 * A company's name as names are compared: without case, accents, punctuation and legal forms at either end.
 *
 * @returns Words with one space between them, or `null` when the name holds no letter or digit.
 */
export function nameKeyOf(name: string | null): string | null {
  const words = name ? wordsOf(name) : [];
  if (words.length === 0) return null;
  for (let before = ''; before !== words.join(' '); ) {
    before = words.join(' ');
    stripClosing(words);
    stripOpening(words);
    stripAttached(words);
  }
  return words.join(' ');
}

function wordsOf(name: string): string[] {
  const plain = name
    .normalize('NFKD')
    .toLowerCase()
    // Accents of alphabets are spelling; marks of other scripts are vowels and voices, which make other words.
    .replace(/([\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}])\p{M}+/gu, '$1')
    .normalize('NFKC')
    .replace(/[đøłßæœıþð]/g, letter => plainLetters[letter] ?? letter)
    .replace(/[.'’‘`´"“”״׳]/g, '');
  return plain.split(/[^\p{L}\p{N}\p{M}]+/u).filter(word => /[\p{L}\p{N}]/u.test(word));
}

const plainLetters: Readonly<Record<string, string>> = {đ: 'd', ø: 'o', ł: 'l', ß: 'ss', æ: 'ae', œ: 'oe', ı: 'i', þ: 'th', ð: 'd'};

/** Takes one legal form from the end, the longest, but never the whole name. */
function stripClosing(words: string[]): void {
  const count = countForm(words.length, count => words.slice(-count), closingForms);
  if (count === 0) return;
  words.length -= count;
  while (words.length > 1 && joiningWords.has(words.at(-1) ?? '')) words.pop();
}

function stripOpening(words: string[]): void {
  words.splice(0, countForm(words.length, count => words.slice(0, count), openingForms));
}

/** How many words at an end are a legal form, in one piece or letter by letter. */
function countForm(length: number, take: (count: number) => readonly string[], forms: ReadonlySet<string>): number {
  for (let count = Math.min(longestForm, length - 1); count > 0; count--) {
    const form = take(count).join('');
    if (forms.has(form) || (count === 1 && bracketedForms.has(form))) return count;
  }
  return 0;
}

function stripAttached(words: string[]): void {
  const [first = '', last = ''] = [words[0], words.at(-1)];
  const opening = attachedForms.find(form => first.startsWith(form));
  if (opening && (first.length > opening.length || words.length > 1)) return replaceWord(words, 0, first.slice(opening.length));
  const closing = attachedForms.find(form => last.endsWith(form));
  if (closing && (last.length > closing.length || words.length > 1)) replaceWord(words, words.length - 1, last.slice(0, -closing.length));
}

function replaceWord(words: string[], index: number, rest: string): void {
  words.splice(index, 1, ...(rest === '' ? [] : [rest]));
}
