import {en} from './en/standing-states.ts';
import {defineStrings} from './strings.ts';

/** The table of words that the widgets about points and levels share, for whoever draws more than its states later: in English it has the words of those alone. */
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
