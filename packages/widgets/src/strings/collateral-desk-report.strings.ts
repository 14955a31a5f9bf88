import {collateralDeskStrings} from './collateral-desk.strings.ts';
import {en} from './en/collateral-desk-report.ts';
import {addStrings, defineStrings} from './strings.ts';

const reportStrings = defineStrings('collateral-desk-report', en, {
  fi: () => import('./fi/collateral-desk-report.ts'),
  'zh-Hans': () => import('./zh-Hans/collateral-desk-report.ts'),
  'zh-Hant': () => import('./zh-Hant/collateral-desk-report.ts'),
  vi: () => import('./vi/collateral-desk-report.ts'),
  de: () => import('./de/collateral-desk-report.ts'),
  fr: () => import('./fr/collateral-desk-report.ts'),
  es: () => import('./es/collateral-desk-report.ts'),
  'pt-BR': () => import('./pt-BR/collateral-desk-report.ts'),
  ja: () => import('./ja/collateral-desk-report.ts'),
  ko: () => import('./ko/collateral-desk-report.ts'),
  ar: () => import('./ar/collateral-desk-report.ts'),
});

/** Adds the words of the report to those of the desk. */
export function addReportStrings(): void {
  addStrings(collateralDeskStrings, reportStrings);
}
