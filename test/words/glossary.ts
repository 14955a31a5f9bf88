/** The words that a glossary's table has in its third column: those that are not to be used. Between commas, in backticks or without; `–` where there is none. */
export function avoidedWords(glossary: string): string[] {
  const rows = glossary.split('\n').filter(line => line.startsWith('|')).slice(2);
  const cells = rows.flatMap(row => (row.split('|')[3] ?? '').split(/[,،、]/));
  return cells.map(word => word.replaceAll('`', '').trim()).filter(word => word !== '' && word !== '–' && word !== '-');
}

/** Finds a word in texts: a whole word, without caring for case; anywhere in scripts without spaces, and in Korean, which appends to words. */
export function toFinder(word: string): RegExp {
  const literal = word.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u.test(word) ? new RegExp(literal, 'u') : new RegExp(`(?<![\\p{L}\\p{M}-])${literal}(?![\\p{L}\\p{M}-])`, 'iu');
}
