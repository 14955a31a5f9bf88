import type {en} from './en/asset.ts';
import {defineStrings, type StringsOf, type StringTable} from './strings.ts';

/** The shape that every translation of the words about material has. */
export type AssetStrings = StringsOf<typeof en>;

/** Words about material in every other language, which are asked for with the widget; the English comes with what says them. */
export const assetLocales = defineStrings<Record<never, never>>('asset', {}, {
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
}) as unknown as StringTable<Partial<AssetStrings>>;
