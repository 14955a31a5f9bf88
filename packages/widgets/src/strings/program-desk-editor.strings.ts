import {en} from './en/program-desk-editor.ts';
import {type StandingStrings, standingStrings} from './standing.strings.ts';
import {addStrings, defineStrings, type StringsOf, type StringTable} from './strings.ts';

/** The shape that every translation of the dialogs in which the programme is changed has. */
export type EditorStrings = StringsOf<typeof en>;

/** All words of the dialogs in which the programme is changed. */
export type AllEditorStrings = EditorStrings & StandingStrings;

const own = defineStrings('program-desk-editor', en, {
  fi: () => import('./fi/program-desk-editor.ts'),
  'zh-Hans': () => import('./zh-Hans/program-desk-editor.ts'),
  'zh-Hant': () => import('./zh-Hant/program-desk-editor.ts'),
  vi: () => import('./vi/program-desk-editor.ts'),
  de: () => import('./de/program-desk-editor.ts'),
  fr: () => import('./fr/program-desk-editor.ts'),
  es: () => import('./es/program-desk-editor.ts'),
  'pt-BR': () => import('./pt-BR/program-desk-editor.ts'),
  ja: () => import('./ja/program-desk-editor.ts'),
  ko: () => import('./ko/program-desk-editor.ts'),
  ar: () => import('./ar/program-desk-editor.ts'),
});

/** Words of the dialogs in which the programme is changed. */
export const editorStrings = own as unknown as StringTable<AllEditorStrings>;

addStrings(editorStrings, standingStrings);
