import {en} from './en/tier-progress.ts';
import {type StandingStrings, standingStrings} from './standing.strings.ts';
import {addStrings, defineStrings, type StringsOf, type StringTable} from './strings.ts';

/** The shape that every translation of the progress between levels has. */
export type TierProgressStrings = StringsOf<typeof en>;

/** All words of the progress between levels. */
export type AllTierProgressStrings = TierProgressStrings & StandingStrings;

const own = defineStrings('tier-progress', en, {
  fi: () => import('./fi/tier-progress.ts'),
  'zh-Hans': () => import('./zh-Hans/tier-progress.ts'),
  'zh-Hant': () => import('./zh-Hant/tier-progress.ts'),
  vi: () => import('./vi/tier-progress.ts'),
  de: () => import('./de/tier-progress.ts'),
  fr: () => import('./fr/tier-progress.ts'),
  es: () => import('./es/tier-progress.ts'),
  'pt-BR': () => import('./pt-BR/tier-progress.ts'),
  ja: () => import('./ja/tier-progress.ts'),
  ko: () => import('./ko/tier-progress.ts'),
  ar: () => import('./ar/tier-progress.ts'),
});

/** Words of `<portico-tier-progress>`. */
export const tierProgressStrings = own as unknown as StringTable<AllTierProgressStrings>;

addStrings(tierProgressStrings, standingStrings);
