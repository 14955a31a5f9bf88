import type {en as later} from './en/challenges-later.ts';
import {en} from './en/challenges.ts';
import {type StandingStrings, standingStrings} from './standing.strings.ts';
import {addStrings, defineStrings, type StringsOf, type StringTable} from './strings.ts';

/** The shape that every translation of challenges has. */
export type ChallengesStrings = StringsOf<typeof en>;

/** The shape that every translation of badges, rewards and the dialogs of challenges has. */
export type ChallengesLaterStrings = StringsOf<typeof later>;

/** All words of challenges, badges and rewards. */
export type AllChallengesStrings = ChallengesStrings & ChallengesLaterStrings & StandingStrings;

const own = defineStrings('challenges', en, {
  fi: () => import('./fi/challenges.ts'),
  'zh-Hans': () => import('./zh-Hans/challenges.ts'),
  'zh-Hant': () => import('./zh-Hant/challenges.ts'),
  vi: () => import('./vi/challenges.ts'),
  de: () => import('./de/challenges.ts'),
  fr: () => import('./fr/challenges.ts'),
  es: () => import('./es/challenges.ts'),
  'pt-BR': () => import('./pt-BR/challenges.ts'),
  ja: () => import('./ja/challenges.ts'),
  ko: () => import('./ko/challenges.ts'),
  ar: () => import('./ar/challenges.ts'),
});

/** Words of `<portico-challenges>`. */
export const challengesStrings = own as unknown as StringTable<AllChallengesStrings>;

addStrings(challengesStrings, standingStrings);
