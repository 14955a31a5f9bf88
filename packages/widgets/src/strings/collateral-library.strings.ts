import {assetLocales} from './asset-locales.strings.ts';
import type {AssetStrings} from './asset.strings.ts';
import type {en as cobrand} from './en/collateral-cobrand.ts';
import type {en as detail} from './en/collateral-library-detail.ts';
import type {en as grid} from './en/collateral-library-grid.ts';
import type {en as mine} from './en/collateral-mine.ts';
import type {en as reach} from './en/collateral-reach.ts';
import {en} from './en/collateral-library.ts';
import {addStrings, defineStrings, type StringsOf, type StringTable} from './strings.ts';

/** The shape that every translation of the library at first sight has. */
export type CollateralLibraryStrings = StringsOf<typeof en> & StringsOf<typeof grid>;

/** The shape that every translation of an open piece has. */
export type CollateralLibraryDetailStrings = StringsOf<typeof detail>;

/** All words of the library. Those of an open piece and of the dialogs come with their code, and so does the English of the grid. */
export type AllCollateralLibraryStrings = CollateralLibraryStrings & AssetStrings & CollateralLibraryDetailStrings & StringsOf<typeof reach> & StringsOf<typeof cobrand> & StringsOf<typeof mine>;

const atFirst = defineStrings<typeof en>('collateral-library', en, {
  fi: () => import('./fi/collateral-library.ts'),
  'zh-Hans': () => import('./zh-Hans/collateral-library.ts'),
  'zh-Hant': () => import('./zh-Hant/collateral-library.ts'),
  vi: () => import('./vi/collateral-library.ts'),
  de: () => import('./de/collateral-library.ts'),
  fr: () => import('./fr/collateral-library.ts'),
  es: () => import('./es/collateral-library.ts'),
  'pt-BR': () => import('./pt-BR/collateral-library.ts'),
  ja: () => import('./ja/collateral-library.ts'),
  ko: () => import('./ko/collateral-library.ts'),
  ar: () => import('./ar/collateral-library.ts'),
});

/** Words of `<portico-collateral-library>`. */
export const collateralLibraryStrings = atFirst as unknown as StringTable<AllCollateralLibraryStrings>;

addStrings(collateralLibraryStrings, assetLocales);
