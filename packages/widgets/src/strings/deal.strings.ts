import {en} from './en/deal.ts';
import {defineStrings, type StringsOf} from './strings.ts';

/** The shape that every translation of these words has. */
export type DealStrings = StringsOf<typeof en>;

/** Statuses, kinds, reasons and answers, as all widgets of deals call them. A widget makes them words of its own table: `addStrings(dealListStrings, dealStrings)`. */
export const dealStrings = defineStrings('deal', en, {
  fi: () => import('./fi/deal.ts'),
  'zh-Hans': () => import('./zh-Hans/deal.ts'),
  'zh-Hant': () => import('./zh-Hant/deal.ts'),
  vi: () => import('./vi/deal.ts'),
  de: () => import('./de/deal.ts'),
  fr: () => import('./fr/deal.ts'),
  es: () => import('./es/deal.ts'),
  'pt-BR': () => import('./pt-BR/deal.ts'),
  ja: () => import('./ja/deal.ts'),
  ko: () => import('./ko/deal.ts'),
  ar: () => import('./ar/deal.ts'),
});
