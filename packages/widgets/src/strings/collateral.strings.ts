import {en} from './en/collateral.ts';

/** Words of `<portico-collateral>`, by name. */
export type CollateralWords = typeof en;

/** English, which is there at once. */
export const collateralWords: CollateralWords = en;

// Not a table of `defineStrings`: what that needs weighs as much as this whole element may.
/** The other languages, each a chunk that comes when it is read. By language; Chinese in traditional letters has its own name. */
export const collateralLocales: Readonly<Record<string, () => Promise<{readonly strings: CollateralWords}>>> = {
  fi: () => import('./fi/collateral.ts'),
  zh: () => import('./zh-Hans/collateral.ts'),
  'zh-Hant': () => import('./zh-Hant/collateral.ts'),
  vi: () => import('./vi/collateral.ts'),
  de: () => import('./de/collateral.ts'),
  fr: () => import('./fr/collateral.ts'),
  es: () => import('./es/collateral.ts'),
  pt: () => import('./pt-BR/collateral.ts'),
  ja: () => import('./ja/collateral.ts'),
  ko: () => import('./ko/collateral.ts'),
  ar: () => import('./ar/collateral.ts'),
};

/** The name in `collateralLocales` of a language: `de-AT` → `de`, `pt-PT` → `pt`, `zh-HK` → `zh-Hant`. */
export function collateralLanguage(tag: string): string {
  return /^zh(?!.*hans).*[-_](hant|tw|hk|mo)\b/i.test(tag) ? 'zh-Hant' : (tag.toLowerCase().split(/[-_]/)[0] ?? '');
}
