import {en} from './en/program-desk-pareto.ts';
import {type StandingStrings, standingStrings} from './standing.strings.ts';
import {addStrings, defineStrings, type StringsOf, type StringTable} from './strings.ts';

/** The shape that every translation of the report on who brings the turnover has. */
export type ParetoStrings = StringsOf<typeof en>;

/** All words of the report on who brings the turnover. */
export type AllParetoStrings = ParetoStrings & StandingStrings;

const own = defineStrings('program-desk-pareto', en, {
  fi: () => import('./fi/program-desk-pareto.ts'),
  'zh-Hans': () => import('./zh-Hans/program-desk-pareto.ts'),
  'zh-Hant': () => import('./zh-Hant/program-desk-pareto.ts'),
  vi: () => import('./vi/program-desk-pareto.ts'),
  de: () => import('./de/program-desk-pareto.ts'),
  fr: () => import('./fr/program-desk-pareto.ts'),
  es: () => import('./es/program-desk-pareto.ts'),
  'pt-BR': () => import('./pt-BR/program-desk-pareto.ts'),
  ja: () => import('./ja/program-desk-pareto.ts'),
  ko: () => import('./ko/program-desk-pareto.ts'),
  ar: () => import('./ar/program-desk-pareto.ts'),
});

/** Words of the report on who brings the turnover. */
export const paretoStrings = own as unknown as StringTable<AllParetoStrings>;

addStrings(paretoStrings, standingStrings);
