import {collateralLibraryStrings} from './collateral-library.strings.ts';
import {en} from './en/collateral-mine.ts';
import {addStrings, defineStrings, type StringsOf} from './strings.ts';

/** The shape that every translation of what an organisation has made has. */
export type CollateralMineStrings = StringsOf<typeof en>;

const mineStrings = defineStrings('collateral-mine', en, {
  fi: () => import('./fi/collateral-mine.ts'),
  'zh-Hans': () => import('./zh-Hans/collateral-mine.ts'),
  'zh-Hant': () => import('./zh-Hant/collateral-mine.ts'),
  vi: () => import('./vi/collateral-mine.ts'),
  de: () => import('./de/collateral-mine.ts'),
  fr: () => import('./fr/collateral-mine.ts'),
  es: () => import('./es/collateral-mine.ts'),
  'pt-BR': () => import('./pt-BR/collateral-mine.ts'),
  ja: () => import('./ja/collateral-mine.ts'),
  ko: () => import('./ko/collateral-mine.ts'),
  ar: () => import('./ar/collateral-mine.ts'),
});

/** Adds the words of what an organisation has made to those of the library. */
export function addMineStrings(): void {
  addStrings(collateralLibraryStrings, mineStrings);
}
