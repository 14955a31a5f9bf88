import {collateralDeskStrings} from './collateral-desk.strings.ts';
import {en} from './en/collateral-desk-folders.ts';
import {addStrings, defineStrings} from './strings.ts';

const foldersStrings = defineStrings('collateral-desk-folders', en, {
  fi: () => import('./fi/collateral-desk-folders.ts'),
  'zh-Hans': () => import('./zh-Hans/collateral-desk-folders.ts'),
  'zh-Hant': () => import('./zh-Hant/collateral-desk-folders.ts'),
  vi: () => import('./vi/collateral-desk-folders.ts'),
  de: () => import('./de/collateral-desk-folders.ts'),
  fr: () => import('./fr/collateral-desk-folders.ts'),
  es: () => import('./es/collateral-desk-folders.ts'),
  'pt-BR': () => import('./pt-BR/collateral-desk-folders.ts'),
  ja: () => import('./ja/collateral-desk-folders.ts'),
  ko: () => import('./ko/collateral-desk-folders.ts'),
  ar: () => import('./ar/collateral-desk-folders.ts'),
});

/** Adds the words of the folders to those of the desk. */
export function addFoldersStrings(): void {
  addStrings(collateralDeskStrings, foldersStrings);
}
