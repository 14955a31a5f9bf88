import {en} from './en/deal-fields.ts';
import {defineStrings, type StringsOf} from './strings.ts';

/** The shape that every translation of these words has. */
export type DealFieldStrings = StringsOf<typeof en>;

/** Names of fields, for widgets that show, ask for or ask back for them. Added to a widget’s own table by `addStrings`. */
export const dealFieldStrings = defineStrings('deal-fields', en, {
  fi: () => import('./fi/deal-fields.ts'),
  'zh-Hans': () => import('./zh-Hans/deal-fields.ts'),
  'zh-Hant': () => import('./zh-Hant/deal-fields.ts'),
  vi: () => import('./vi/deal-fields.ts'),
  de: () => import('./de/deal-fields.ts'),
  fr: () => import('./fr/deal-fields.ts'),
  es: () => import('./es/deal-fields.ts'),
  'pt-BR': () => import('./pt-BR/deal-fields.ts'),
  ja: () => import('./ja/deal-fields.ts'),
  ko: () => import('./ko/deal-fields.ts'),
  ar: () => import('./ar/deal-fields.ts'),
});
