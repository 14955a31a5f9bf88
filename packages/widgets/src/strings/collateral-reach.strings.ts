import {collateralLibraryStrings} from './collateral-library.strings.ts';
import {en} from './en/collateral-reach.ts';
import {addStrings, defineStrings, type StringsOf} from './strings.ts';

/** The shape that every translation of the dialogs that share and order has. */
export type CollateralReachStrings = StringsOf<typeof en>;

const reachStrings = defineStrings('collateral-reach', en, {
  fi: () => import('./fi/collateral-reach.ts'),
  'zh-Hans': () => import('./zh-Hans/collateral-reach.ts'),
  'zh-Hant': () => import('./zh-Hant/collateral-reach.ts'),
  vi: () => import('./vi/collateral-reach.ts'),
  de: () => import('./de/collateral-reach.ts'),
  fr: () => import('./fr/collateral-reach.ts'),
  es: () => import('./es/collateral-reach.ts'),
  'pt-BR': () => import('./pt-BR/collateral-reach.ts'),
  ja: () => import('./ja/collateral-reach.ts'),
  ko: () => import('./ko/collateral-reach.ts'),
  ar: () => import('./ar/collateral-reach.ts'),
});

/** Adds the words of sharing and ordering to those of the library. */
export function addReachStrings(): void {
  addStrings(collateralLibraryStrings, reachStrings);
}
