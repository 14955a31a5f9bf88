import type {en as later} from './en/lead-desk-later.ts';
import {en} from './en/lead-desk.ts';
import {defineStrings, type StringsOf, type StringTable} from './strings.ts';

/** The shape that every translation of the lead desk has. */
export type LeadDeskStrings = StringsOf<typeof en & typeof later>;

// English for acts comes with what carries them out.
const atFirst = defineStrings<typeof en>('lead-desk', en, {
  fi: () => import('./fi/lead-desk.ts'),
  'zh-Hans': () => import('./zh-Hans/lead-desk.ts'),
  'zh-Hant': () => import('./zh-Hant/lead-desk.ts'),
  vi: () => import('./vi/lead-desk.ts'),
  de: () => import('./de/lead-desk.ts'),
  fr: () => import('./fr/lead-desk.ts'),
  es: () => import('./es/lead-desk.ts'),
  'pt-BR': () => import('./pt-BR/lead-desk.ts'),
  ja: () => import('./ja/lead-desk.ts'),
  ko: () => import('./ko/lead-desk.ts'),
  ar: () => import('./ar/lead-desk.ts'),
});

/** Words of `<portico-lead-desk>`. */
export const leadDeskStrings = atFirst as unknown as StringTable<typeof en & typeof later>;
