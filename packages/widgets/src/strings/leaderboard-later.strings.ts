import {en} from './en/leaderboard-later.ts';
import {leaderboardStrings} from './leaderboard.strings.ts';
import {standingStrings} from './standing.strings.ts';
import {addStrings, defineStrings, type StringsOf} from './strings.ts';

/** The shape that every translation of what is opened seldom on a leaderboard has. */
export type LeaderboardLaterStrings = StringsOf<typeof en>;

const later = defineStrings('leaderboard-later', en, {
  fi: () => import('./fi/leaderboard-later.ts'),
  'zh-Hans': () => import('./zh-Hans/leaderboard-later.ts'),
  'zh-Hant': () => import('./zh-Hant/leaderboard-later.ts'),
  vi: () => import('./vi/leaderboard-later.ts'),
  de: () => import('./de/leaderboard-later.ts'),
  fr: () => import('./fr/leaderboard-later.ts'),
  es: () => import('./es/leaderboard-later.ts'),
  'pt-BR': () => import('./pt-BR/leaderboard-later.ts'),
  ja: () => import('./ja/leaderboard-later.ts'),
  ko: () => import('./ko/leaderboard-later.ts'),
  ar: () => import('./ar/leaderboard-later.ts'),
});

/** Adds the words of what is opened seldom to those of the leaderboard. */
export function addLaterStrings(): void {
  addStrings(leaderboardStrings, standingStrings);
  addStrings(leaderboardStrings, later);
}
