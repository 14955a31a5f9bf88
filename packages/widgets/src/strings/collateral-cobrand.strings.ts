import {collateralLibraryStrings} from './collateral-library.strings.ts';
import {en} from './en/collateral-cobrand.ts';
import {addStrings, defineStrings, type StringsOf} from './strings.ts';

/** The shape that every translation of the dialog of co-branding has. */
export type CollateralCobrandStrings = StringsOf<typeof en>;

const cobrandStrings = defineStrings('collateral-cobrand', en, {
  fi: () => import('./fi/collateral-cobrand.ts'),
  'zh-Hans': () => import('./zh-Hans/collateral-cobrand.ts'),
  'zh-Hant': () => import('./zh-Hant/collateral-cobrand.ts'),
  vi: () => import('./vi/collateral-cobrand.ts'),
  de: () => import('./de/collateral-cobrand.ts'),
  fr: () => import('./fr/collateral-cobrand.ts'),
  es: () => import('./es/collateral-cobrand.ts'),
  'pt-BR': () => import('./pt-BR/collateral-cobrand.ts'),
  ja: () => import('./ja/collateral-cobrand.ts'),
  ko: () => import('./ko/collateral-cobrand.ts'),
  ar: () => import('./ar/collateral-cobrand.ts'),
});

/** Adds the words of co-branding to those of the library. */
export function addCobrandStrings(): void {
  addStrings(collateralLibraryStrings, cobrandStrings);
}
