/**
 * The pseudo-locale, for tests: every word of the tables in brackets, with accents, and a third longer. What shows
 * without brackets stands outside the tables; what does not fit will not fit in Finnish either.
 */
import {setFormatMark} from './localize.ts';
import {type Message, refreshLanguage, registerStrings, tables} from './strings.ts';

/** The `lang` that shows the pseudo-locale. */
export const pseudoLocale = 'en-XA';

const accents = new Map([...'aàbƀcçdðeéfƒgĝhĥiîjĵkķlļmɱnñoôpþqǫrŕsštţuûvṽwŵxẋyýzž'].flatMap((c, at, all) => {
  const next = all[at + 1];
  return at % 2 === 0 && next ? [[c, next] as const, [c.toUpperCase(), next.toUpperCase()] as const] : [];
}));

/** A text of a table as the pseudo-locale shows it: ⟦Ŕéţŕý ···⟧. */
export function toPseudo(text: string): string {
  const accented = [...text].map(c => accents.get(c) ?? c).join('');
  return `⟦${accented} ${'·'.repeat(Math.ceil(text.length / 3))}⟧`;
}

/**
 * Gives every table defined so far its pseudo-locale, and marks formatted dates and numbers ⟨…⟩. Show it with
 * `lang="en-XA"`.
 *
 * @returns Undoes the marking.
 */
export function usePseudoLocale(): () => void {
  for (const {area, source} of tables) {
    const pseudo: Record<string, Message> = {};
    for (const [key, message] of Object.entries(source)) {
      pseudo[key] = typeof message === 'function' ? (...values) => toPseudo(message(...values)) : toPseudo(message);
    }
    registerStrings(area, pseudoLocale, pseudo);
  }
  setFormatMark(text => `⟨${text}⟩`);
  refreshLanguage();
  return () => {
    setFormatMark(text => text);
    refreshLanguage();
  };
}
