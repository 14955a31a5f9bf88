import {en} from './en/standing-points.ts';
import {standingStates, type StandingStatesStrings} from './standing-states.strings.ts';
import {addStrings, defineStrings, type StringsOf, type StringTable} from './strings.ts';

/** The shape that every translation of how points are made has. */
export type StandingPointsStrings = StringsOf<typeof en>;

/** All words that the widgets about points and levels share. */
export type StandingStrings = StandingStatesStrings & StandingPointsStrings;

/** Words that the widgets about points and levels share: states, problems, `event_…`. */
export const standingStrings = defineStrings('standing-points', en, {
  fi: () => import('./fi/standing-points.ts'),
  'zh-Hans': () => import('./zh-Hans/standing-points.ts'),
  'zh-Hant': () => import('./zh-Hant/standing-points.ts'),
  vi: () => import('./vi/standing-points.ts'),
  de: () => import('./de/standing-points.ts'),
  fr: () => import('./fr/standing-points.ts'),
  es: () => import('./es/standing-points.ts'),
  'pt-BR': () => import('./pt-BR/standing-points.ts'),
  ja: () => import('./ja/standing-points.ts'),
  ko: () => import('./ko/standing-points.ts'),
  ar: () => import('./ar/standing-points.ts'),
}) as unknown as StringTable<StandingStrings>;

addStrings(standingStrings, standingStates);
