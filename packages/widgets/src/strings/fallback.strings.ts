import {en} from './en/fallback.ts';
import {defineStrings, type StringsOf} from './strings.ts';

/** The shape that every translation of these words has. */
export type FallbackStrings = StringsOf<typeof en>;

/** Words of what stands in for a widget that the page does not let draw. */
export const fallbackStrings = defineStrings('fallback', en, {
  fi: () => import('./fi/fallback.ts'),
  'zh-Hans': () => import('./zh-Hans/fallback.ts'),
  'zh-Hant': () => import('./zh-Hant/fallback.ts'),
  vi: () => import('./vi/fallback.ts'),
  de: () => import('./de/fallback.ts'),
  fr: () => import('./fr/fallback.ts'),
  es: () => import('./es/fallback.ts'),
  'pt-BR': () => import('./pt-BR/fallback.ts'),
  ja: () => import('./ja/fallback.ts'),
  ko: () => import('./ko/fallback.ts'),
  ar: () => import('./ar/fallback.ts'),
});
