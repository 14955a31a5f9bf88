import {en} from './en/ui-field.ts';
import {defineStrings, type StringsOf} from './strings.ts';

/** The shape that every translation of a field's words has. */
export type UiFieldStrings = StringsOf<typeof en>;

/** Words of `<portico-ui-field>`; apart from those of the other elements, because a search says none of them. */
export const uiFieldStrings = defineStrings('ui-field', en, {
  fi: () => import('./fi/ui-field.ts'),
  'zh-Hans': () => import('./zh-Hans/ui-field.ts'),
  'zh-Hant': () => import('./zh-Hant/ui-field.ts'),
  vi: () => import('./vi/ui-field.ts'),
  de: () => import('./de/ui-field.ts'),
  fr: () => import('./fr/ui-field.ts'),
  es: () => import('./es/ui-field.ts'),
  'pt-BR': () => import('./pt-BR/ui-field.ts'),
  ja: () => import('./ja/ui-field.ts'),
  ko: () => import('./ko/ui-field.ts'),
  ar: () => import('./ar/ui-field.ts'),
});
