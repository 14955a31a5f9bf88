import {en} from './en/program-desk.ts';
import {type StandingStrings, standingStrings} from './standing.strings.ts';
import {addStrings, defineStrings, type StringsOf, type StringTable} from './strings.ts';

/** The shape that every translation of the programme’s desk has. */
export type ProgramDeskStrings = StringsOf<typeof en>;

/** All words of the programme’s desk. */
export type AllProgramDeskStrings = ProgramDeskStrings & StandingStrings;

const own = defineStrings('program-desk', en, {
  fi: () => import('./fi/program-desk.ts'),
  'zh-Hans': () => import('./zh-Hans/program-desk.ts'),
  'zh-Hant': () => import('./zh-Hant/program-desk.ts'),
  vi: () => import('./vi/program-desk.ts'),
  de: () => import('./de/program-desk.ts'),
  fr: () => import('./fr/program-desk.ts'),
  es: () => import('./es/program-desk.ts'),
  'pt-BR': () => import('./pt-BR/program-desk.ts'),
  ja: () => import('./ja/program-desk.ts'),
  ko: () => import('./ko/program-desk.ts'),
  ar: () => import('./ar/program-desk.ts'),
});

/** Words of `<portico-program-desk>`. */
export const programDeskStrings = own as unknown as StringTable<AllProgramDeskStrings>;

addStrings(programDeskStrings, standingStrings);
