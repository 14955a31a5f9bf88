import {collateralDeskStrings} from './collateral-desk.strings.ts';
import {en as detail} from './en/collateral-desk-detail.ts';
import {en as dialogs} from './en/collateral-desk-dialogs.ts';
import {en as version} from './en/collateral-desk-version.ts';
import {addStrings, defineStrings} from './strings.ts';

const detailStrings = defineStrings('collateral-desk-detail', detail, {
  fi: () => import('./fi/collateral-desk-detail.ts'),
  'zh-Hans': () => import('./zh-Hans/collateral-desk-detail.ts'),
  'zh-Hant': () => import('./zh-Hant/collateral-desk-detail.ts'),
  vi: () => import('./vi/collateral-desk-detail.ts'),
  de: () => import('./de/collateral-desk-detail.ts'),
  fr: () => import('./fr/collateral-desk-detail.ts'),
  es: () => import('./es/collateral-desk-detail.ts'),
  'pt-BR': () => import('./pt-BR/collateral-desk-detail.ts'),
  ja: () => import('./ja/collateral-desk-detail.ts'),
  ko: () => import('./ko/collateral-desk-detail.ts'),
  ar: () => import('./ar/collateral-desk-detail.ts'),
});

const dialogsStrings = defineStrings('collateral-desk-dialogs', dialogs, {
  fi: () => import('./fi/collateral-desk-dialogs.ts'),
  'zh-Hans': () => import('./zh-Hans/collateral-desk-dialogs.ts'),
  'zh-Hant': () => import('./zh-Hant/collateral-desk-dialogs.ts'),
  vi: () => import('./vi/collateral-desk-dialogs.ts'),
  de: () => import('./de/collateral-desk-dialogs.ts'),
  fr: () => import('./fr/collateral-desk-dialogs.ts'),
  es: () => import('./es/collateral-desk-dialogs.ts'),
  'pt-BR': () => import('./pt-BR/collateral-desk-dialogs.ts'),
  ja: () => import('./ja/collateral-desk-dialogs.ts'),
  ko: () => import('./ko/collateral-desk-dialogs.ts'),
  ar: () => import('./ar/collateral-desk-dialogs.ts'),
});

const versionStrings = defineStrings('collateral-desk-version', version, {
  fi: () => import('./fi/collateral-desk-version.ts'),
  'zh-Hans': () => import('./zh-Hans/collateral-desk-version.ts'),
  'zh-Hant': () => import('./zh-Hant/collateral-desk-version.ts'),
  vi: () => import('./vi/collateral-desk-version.ts'),
  de: () => import('./de/collateral-desk-version.ts'),
  fr: () => import('./fr/collateral-desk-version.ts'),
  es: () => import('./es/collateral-desk-version.ts'),
  'pt-BR': () => import('./pt-BR/collateral-desk-version.ts'),
  ja: () => import('./ja/collateral-desk-version.ts'),
  ko: () => import('./ko/collateral-desk-version.ts'),
  ar: () => import('./ar/collateral-desk-version.ts'),
});

/** Adds the words of an open piece and of the dialogs, which speak of the same things, to those of the desk. */
export function addLaterStrings(): void {
  addStrings(collateralDeskStrings, detailStrings);
  addStrings(collateralDeskStrings, dialogsStrings);
  addStrings(collateralDeskStrings, versionStrings);
}
