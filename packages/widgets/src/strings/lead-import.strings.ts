import {en as columns} from './en/lead-import-columns.ts';
import {en} from './en/lead-import.ts';
import {addStrings, defineStrings, type StringsOf, type StringTable} from './strings.ts';

/** The shape that every translation of the import has. */
export type LeadImportStrings = StringsOf<typeof en>;

/** The shape that every translation of what a column can become has. */
export type LeadImportColumnsStrings = StringsOf<typeof columns>;

/** All words of the import. */
export type AllLeadImportStrings = LeadImportStrings & LeadImportColumnsStrings;

const columnStrings = defineStrings('lead-import-columns', columns, {
  fi: () => import('./fi/lead-import-columns.ts'),
  'zh-Hans': () => import('./zh-Hans/lead-import-columns.ts'),
  'zh-Hant': () => import('./zh-Hant/lead-import-columns.ts'),
  vi: () => import('./vi/lead-import-columns.ts'),
  de: () => import('./de/lead-import-columns.ts'),
  fr: () => import('./fr/lead-import-columns.ts'),
  es: () => import('./es/lead-import-columns.ts'),
  'pt-BR': () => import('./pt-BR/lead-import-columns.ts'),
  ja: () => import('./ja/lead-import-columns.ts'),
  ko: () => import('./ko/lead-import-columns.ts'),
  ar: () => import('./ar/lead-import-columns.ts'),
});

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
}) as unknown as StringTable<AllLeadImportStrings>;

addStrings(leadImportStrings, columnStrings);
