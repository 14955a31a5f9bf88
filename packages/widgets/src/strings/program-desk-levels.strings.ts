import {en} from './en/program-desk-levels.ts';
import {type TierProgressStrings, tierProgressStrings} from './tier-progress.strings.ts';
import {type EditorStrings, editorStrings} from './program-desk-editor.strings.ts';
import {type StandingStrings, standingStrings} from './standing.strings.ts';
import {addStrings, defineStrings, type StringsOf, type StringTable} from './strings.ts';

/** The shape that every translation of what levels ask for and bring has. */
export type LevelsStrings = StringsOf<typeof en>;

/** All words of what levels ask for and bring. */
export type AllLevelsStrings = LevelsStrings & EditorStrings & StandingStrings & TierProgressStrings;

const own = defineStrings('program-desk-levels', en, {
  fi: () => import('./fi/program-desk-levels.ts'),
  'zh-Hans': () => import('./zh-Hans/program-desk-levels.ts'),
  'zh-Hant': () => import('./zh-Hant/program-desk-levels.ts'),
  vi: () => import('./vi/program-desk-levels.ts'),
  de: () => import('./de/program-desk-levels.ts'),
  fr: () => import('./fr/program-desk-levels.ts'),
  es: () => import('./es/program-desk-levels.ts'),
  'pt-BR': () => import('./pt-BR/program-desk-levels.ts'),
  ja: () => import('./ja/program-desk-levels.ts'),
  ko: () => import('./ko/program-desk-levels.ts'),
  ar: () => import('./ar/program-desk-levels.ts'),
});

/** Words of what levels ask for and bring. */
export const levelsStrings = own as unknown as StringTable<AllLevelsStrings>;

addStrings(levelsStrings, standingStrings);
addStrings(levelsStrings, editorStrings);
addStrings(levelsStrings, tierProgressStrings);
