import {collateralDeskStrings} from './collateral-desk.strings.ts';
import {en} from './en/collateral-desk-cobrand.ts';
import {addStrings, defineStrings} from './strings.ts';

const cobrandStrings = defineStrings('collateral-desk-cobrand', en, {
  fi: () => import('./fi/collateral-desk-cobrand.ts'),
  'zh-Hans': () => import('./zh-Hans/collateral-desk-cobrand.ts'),
  'zh-Hant': () => import('./zh-Hant/collateral-desk-cobrand.ts'),
  vi: () => import('./vi/collateral-desk-cobrand.ts'),
  de: () => import('./de/collateral-desk-cobrand.ts'),
  fr: () => import('./fr/collateral-desk-cobrand.ts'),
  es: () => import('./es/collateral-desk-cobrand.ts'),
  'pt-BR': () => import('./pt-BR/collateral-desk-cobrand.ts'),
  ja: () => import('./ja/collateral-desk-cobrand.ts'),
  ko: () => import('./ko/collateral-desk-cobrand.ts'),
  ar: () => import('./ar/collateral-desk-cobrand.ts'),
});

/** Adds the words of templates and findings of co-branding to those of the desk. */
export function addCobrandStrings(): void {
  addStrings(collateralDeskStrings, cobrandStrings);
}
