import {en} from './en/lead-desk-detail.ts';
import {defineStrings, type StringsOf} from './strings.ts';

/** The shape that every translation of the open lead has. */
export type LeadDeskDetailStrings = StringsOf<typeof en>;

/** Words of the open lead in `<portico-lead-desk>`; apart from the desk's own, because the table comes first. */
export const leadDeskDetailStrings = defineStrings('lead-desk-detail', en, {
  fi: () => import('./fi/lead-desk-detail.ts'),
  'zh-Hans': () => import('./zh-Hans/lead-desk-detail.ts'),
  'zh-Hant': () => import('./zh-Hant/lead-desk-detail.ts'),
  vi: () => import('./vi/lead-desk-detail.ts'),
  de: () => import('./de/lead-desk-detail.ts'),
  fr: () => import('./fr/lead-desk-detail.ts'),
  es: () => import('./es/lead-desk-detail.ts'),
  'pt-BR': () => import('./pt-BR/lead-desk-detail.ts'),
  ja: () => import('./ja/lead-desk-detail.ts'),
  ko: () => import('./ko/lead-desk-detail.ts'),
  ar: () => import('./ar/lead-desk-detail.ts'),
});
