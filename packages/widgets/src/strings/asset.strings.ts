import {en} from './en/asset.ts';
import {defineStrings, type StringsOf} from './strings.ts';

/** The shape that every translation of the words about material has. */
export type AssetStrings = StringsOf<typeof en>;

/** Words about material that the library and the desk share: `type_…` and `partnerType_…`. */
export const assetStrings = defineStrings('asset', en, {
  fi: () => import('./fi/asset.ts'),
  'zh-Hans': () => import('./zh-Hans/asset.ts'),
  'zh-Hant': () => import('./zh-Hant/asset.ts'),
  vi: () => import('./vi/asset.ts'),
  de: () => import('./de/asset.ts'),
  fr: () => import('./fr/asset.ts'),
  es: () => import('./es/asset.ts'),
  'pt-BR': () => import('./pt-BR/asset.ts'),
  ja: () => import('./ja/asset.ts'),
  ko: () => import('./ko/asset.ts'),
  ar: () => import('./ar/asset.ts'),
});
