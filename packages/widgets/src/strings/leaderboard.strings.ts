import type {en} from './en/leaderboard.ts';
import type {en as later} from './en/leaderboard-later.ts';
import type {StandingStrings} from './standing.strings.ts';
import {standingStates} from './standing-states.strings.ts';
import {addStrings, defineStrings, type StringsOf, type StringTable} from './strings.ts';

/** The shape that every translation of the leaderboard has. */
export type LeaderboardStrings = StringsOf<typeof en>;

/** All words of the leaderboard. */
export type AllLeaderboardStrings = LeaderboardStrings & StringsOf<typeof later> & StandingStrings;

// English comes with what shows the standings.
const own = defineStrings<Record<never, never>>('leaderboard', {}, {
  fi: () => import('./fi/leaderboard.ts'),
  'zh-Hans': () => import('./zh-Hans/leaderboard.ts'),
  'zh-Hant': () => import('./zh-Hant/leaderboard.ts'),
  vi: () => import('./vi/leaderboard.ts'),
  de: () => import('./de/leaderboard.ts'),
  fr: () => import('./fr/leaderboard.ts'),
  es: () => import('./es/leaderboard.ts'),
  'pt-BR': () => import('./pt-BR/leaderboard.ts'),
  ja: () => import('./ja/leaderboard.ts'),
  ko: () => import('./ko/leaderboard.ts'),
  ar: () => import('./ar/leaderboard.ts'),
});

/** Words of `<portico-leaderboard>`. */
export const leaderboardStrings = own as unknown as StringTable<AllLeaderboardStrings>;

addStrings(leaderboardStrings, standingStates);
