import {en} from './en/collateral.ts';

/** Words of `<portico-collateral>`, by name. */
export type CollateralWords = typeof en;

/** English, which is there at once. */
export const collateralWords: CollateralWords = en;

// Not a table of `defineStrings`: what that needs weighs as much as this whole element may.
/** The other languages, each a chunk that comes when it is read. */
export const collateralLocales: Readonly<Record<string, () => Promise<{readonly strings: CollateralWords}>>> = {
  fi: () => import('./fi/collateral.ts'),
  zh: () => import('./zh-Hans/collateral.ts'),
  vi: () => import('./vi/collateral.ts'),
  de: () => import('./de/collateral.ts'),
  ar: () => import('./ar/collateral.ts'),
};
