import {collateralDeskStrings} from './collateral-desk.strings.ts';
import {en} from './en/collateral-desk-zones.ts';
import {addStrings, defineStrings} from './strings.ts';

const zonesStrings = defineStrings('collateral-desk-zones', en, {
  fi: () => import('./fi/collateral-desk-zones.ts'),
  'zh-Hans': () => import('./zh-Hans/collateral-desk-zones.ts'),
  'zh-Hant': () => import('./zh-Hant/collateral-desk-zones.ts'),
  vi: () => import('./vi/collateral-desk-zones.ts'),
  de: () => import('./de/collateral-desk-zones.ts'),
  fr: () => import('./fr/collateral-desk-zones.ts'),
  es: () => import('./es/collateral-desk-zones.ts'),
  'pt-BR': () => import('./pt-BR/collateral-desk-zones.ts'),
  ja: () => import('./ja/collateral-desk-zones.ts'),
  ko: () => import('./ko/collateral-desk-zones.ts'),
  ar: () => import('./ar/collateral-desk-zones.ts'),
});

/** Adds the words of the editor of zones to those of the desk. */
export function addZonesStrings(): void {
  addStrings(collateralDeskStrings, zonesStrings);
}
