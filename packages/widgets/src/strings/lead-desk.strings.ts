import type {en as later} from './en/lead-desk-later.ts';
import {en} from './en/lead-desk.ts';
import {defineStrings, type StringsOf, type StringTable} from './strings.ts';

/** The shape that every translation of the lead desk at first sight has. */
export type LeadDeskStrings = StringsOf<typeof en>;

/** All words of the desk. Those of acts come with what carries them out. */
export type AllLeadDeskStrings = LeadDeskStrings & StringsOf<typeof later>;

const atFirst = defineStrings('lead-desk', en, {
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
export const leadDeskStrings = atFirst as unknown as StringTable<AllLeadDeskStrings>;
