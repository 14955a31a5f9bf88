import {en} from './en/program-desk-board.ts';
import {type EditorStrings, editorStrings} from './program-desk-editor.strings.ts';
import {type StandingStrings, standingStrings} from './standing.strings.ts';
import {addStrings, defineStrings, type StringsOf, type StringTable} from './strings.ts';

/** The shape that every translation of the editor of leaderboards has. */
export type BoardEditorStrings = StringsOf<typeof en>;

/** All words of the editor of leaderboards. */
export type AllBoardEditorStrings = BoardEditorStrings & EditorStrings & StandingStrings;

const own = defineStrings('program-desk-board', en, {
  fi: () => import('./fi/program-desk-board.ts'),
  'zh-Hans': () => import('./zh-Hans/program-desk-board.ts'),
  'zh-Hant': () => import('./zh-Hant/program-desk-board.ts'),
  vi: () => import('./vi/program-desk-board.ts'),
  de: () => import('./de/program-desk-board.ts'),
  fr: () => import('./fr/program-desk-board.ts'),
  es: () => import('./es/program-desk-board.ts'),
  'pt-BR': () => import('./pt-BR/program-desk-board.ts'),
  ja: () => import('./ja/program-desk-board.ts'),
  ko: () => import('./ko/program-desk-board.ts'),
  ar: () => import('./ar/program-desk-board.ts'),
});

/** Words of the editor of leaderboards. */
export const boardEditorStrings = own as unknown as StringTable<AllBoardEditorStrings>;

addStrings(boardEditorStrings, standingStrings);
addStrings(boardEditorStrings, editorStrings);
