import {en} from './en/standing.ts';
import {defineStrings, type StringsOf} from './strings.ts';

/** The shape that every translation of the states has. */
export type StandingStatesStrings = StringsOf<typeof en>;

/** Words that the widgets about points and levels share while there is nothing to show, for whoever draws more later. */
export const standingStates = defineStrings('standing', en, {
  fi: () => import('./fi/standing.ts'),
  'zh-Hans': () => import('./zh-Hans/standing.ts'),
  'zh-Hant': () => import('./zh-Hant/standing.ts'),
  vi: () => import('./vi/standing.ts'),
  de: () => import('./de/standing.ts'),
  fr: () => import('./fr/standing.ts'),
  es: () => import('./es/standing.ts'),
  'pt-BR': () => import('./pt-BR/standing.ts'),
  ja: () => import('./ja/standing.ts'),
  ko: () => import('./ko/standing.ts'),
  ar: () => import('./ar/standing.ts'),
});
