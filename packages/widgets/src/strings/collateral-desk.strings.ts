import {assetStrings, type AssetStrings} from './asset.strings.ts';
import type {en as cobrand} from './en/collateral-desk-cobrand.ts';
import type {en as detail} from './en/collateral-desk-detail.ts';
import type {en as dialogs} from './en/collateral-desk-dialogs.ts';
import type {en as folders} from './en/collateral-desk-folders.ts';
import type {en as print} from './en/collateral-desk-print.ts';
import type {en as report} from './en/collateral-desk-report.ts';
import type {en as version} from './en/collateral-desk-version.ts';
import type {en as zones} from './en/collateral-desk-zones.ts';
import {en} from './en/collateral-desk.ts';
import {addStrings, defineStrings, type StringsOf, type StringTable} from './strings.ts';

/** The shape that every translation of the desk at first sight has. */
export type CollateralDeskStrings = StringsOf<typeof en>;

/** The shape that every translation of an open piece of material has. */
export type CollateralDeskDetailStrings = StringsOf<typeof detail>;

/** The shape that every translation of the dialogs has. */
export type CollateralDeskDialogsStrings = StringsOf<typeof dialogs>;

/** The shape that every translation of templates and findings of co-branding has. */
export type CollateralDeskCobrandStrings = StringsOf<typeof cobrand>;

/** The shape that every translation of the editor of zones has. */
export type CollateralDeskZonesStrings = StringsOf<typeof zones>;

/** The shape that every translation of the folders has. */
export type CollateralDeskFoldersStrings = StringsOf<typeof folders>;

/** The shape that every translation of printed copies has. */
export type CollateralDeskPrintStrings = StringsOf<typeof print>;

/** The shape that every translation of the report has. */
export type CollateralDeskReportStrings = StringsOf<typeof report>;

/** The shape that every translation of the dialog for a version has. */
export type CollateralDeskVersionStrings = StringsOf<typeof version>;

/** All words of the desk. Those of an open piece and of the dialogs come with their code. */
export type AllCollateralDeskStrings = CollateralDeskStrings & AssetStrings & CollateralDeskDetailStrings & CollateralDeskDialogsStrings & CollateralDeskVersionStrings & CollateralDeskCobrandStrings & CollateralDeskZonesStrings &
  CollateralDeskFoldersStrings & CollateralDeskPrintStrings & CollateralDeskReportStrings;

/** Words of `<portico-collateral-desk>`. */
export const collateralDeskStrings = defineStrings('collateral-desk', en, {
  fi: () => import('./fi/collateral-desk.ts'),
  'zh-Hans': () => import('./zh-Hans/collateral-desk.ts'),
  'zh-Hant': () => import('./zh-Hant/collateral-desk.ts'),
  vi: () => import('./vi/collateral-desk.ts'),
  de: () => import('./de/collateral-desk.ts'),
  fr: () => import('./fr/collateral-desk.ts'),
  es: () => import('./es/collateral-desk.ts'),
  'pt-BR': () => import('./pt-BR/collateral-desk.ts'),
  ja: () => import('./ja/collateral-desk.ts'),
  ko: () => import('./ko/collateral-desk.ts'),
  ar: () => import('./ar/collateral-desk.ts'),
}) as unknown as StringTable<AllCollateralDeskStrings>;

addStrings(collateralDeskStrings, assetStrings);
