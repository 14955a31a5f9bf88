import {en} from './en/ui.ts';
import {defineStrings, type StringsOf} from './strings.ts';

/** The shape that every translation of the `ui/` words has. */
export type UiStrings = StringsOf<typeof en>;

/** Words of the elements in `ui/`. */
export const uiStrings = defineStrings('ui', en, {
  fi: () => import('./fi/ui.ts'),
  'zh-Hans': () => import('./zh-Hans/ui.ts'),
  'zh-Hant': () => import('./zh-Hant/ui.ts'),
  vi: () => import('./vi/ui.ts'),
  de: () => import('./de/ui.ts'),
  fr: () => import('./fr/ui.ts'),
  es: () => import('./es/ui.ts'),
  'pt-BR': () => import('./pt-BR/ui.ts'),
  ja: () => import('./ja/ui.ts'),
  ko: () => import('./ko/ui.ts'),
  ar: () => import('./ar/ui.ts'),
});
