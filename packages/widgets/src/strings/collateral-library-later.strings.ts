import {collateralLibraryStrings} from './collateral-library.strings.ts';
import {en as detail} from './en/collateral-library-detail.ts';
import {addStrings, defineStrings} from './strings.ts';

const detailStrings = defineStrings('collateral-library-detail', detail, {
  fi: () => import('./fi/collateral-library-detail.ts'),
  'zh-Hans': () => import('./zh-Hans/collateral-library-detail.ts'),
  'zh-Hant': () => import('./zh-Hant/collateral-library-detail.ts'),
  vi: () => import('./vi/collateral-library-detail.ts'),
  de: () => import('./de/collateral-library-detail.ts'),
  fr: () => import('./fr/collateral-library-detail.ts'),
  es: () => import('./es/collateral-library-detail.ts'),
  'pt-BR': () => import('./pt-BR/collateral-library-detail.ts'),
  ja: () => import('./ja/collateral-library-detail.ts'),
  ko: () => import('./ko/collateral-library-detail.ts'),
  ar: () => import('./ar/collateral-library-detail.ts'),
});

/** Adds the words of an open piece to those of the library. */
export function addLaterStrings(): void {
  addStrings(collateralLibraryStrings, detailStrings);
}
