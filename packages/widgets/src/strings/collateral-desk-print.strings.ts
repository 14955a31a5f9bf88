import {collateralDeskStrings} from './collateral-desk.strings.ts';
import {en} from './en/collateral-desk-print.ts';
import {addStrings, defineStrings} from './strings.ts';

const printStrings = defineStrings('collateral-desk-print', en, {
  fi: () => import('./fi/collateral-desk-print.ts'),
  'zh-Hans': () => import('./zh-Hans/collateral-desk-print.ts'),
  'zh-Hant': () => import('./zh-Hant/collateral-desk-print.ts'),
  vi: () => import('./vi/collateral-desk-print.ts'),
  de: () => import('./de/collateral-desk-print.ts'),
  fr: () => import('./fr/collateral-desk-print.ts'),
  es: () => import('./es/collateral-desk-print.ts'),
  'pt-BR': () => import('./pt-BR/collateral-desk-print.ts'),
  ja: () => import('./ja/collateral-desk-print.ts'),
  ko: () => import('./ko/collateral-desk-print.ts'),
  ar: () => import('./ar/collateral-desk-print.ts'),
});

/** Adds the words of printed copies to those of the desk. */
export function addPrintStrings(): void {
  addStrings(collateralDeskStrings, printStrings);
}
