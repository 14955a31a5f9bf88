import {en} from './en/lead-import.ts';
import {defineStrings, type StringsOf} from './strings.ts';

/** The shape that every translation of the import has. */
export type LeadImportStrings = StringsOf<typeof en>;

/** Words of the lead desk's import; apart from the desk's own, because most visits import nothing. */
export const leadImportStrings = defineStrings('lead-import', en, {
  fi: () => import('./fi/lead-import.ts'),
  'zh-Hans': () => import('./zh-Hans/lead-import.ts'),
  'zh-Hant': () => import('./zh-Hant/lead-import.ts'),
  vi: () => import('./vi/lead-import.ts'),
  de: () => import('./de/lead-import.ts'),
  fr: () => import('./fr/lead-import.ts'),
  es: () => import('./es/lead-import.ts'),
  'pt-BR': () => import('./pt-BR/lead-import.ts'),
  ja: () => import('./ja/lead-import.ts'),
  ko: () => import('./ko/lead-import.ts'),
  ar: () => import('./ar/lead-import.ts'),
});
