import {en} from './en/lead-desk-later.ts';
import {leadDeskStrings} from './lead-desk.strings.ts';
import {addStrings, defineStrings, type StringsOf} from './strings.ts';

/** The shape that every translation of what is done at the desk has. */
export type LeadDeskLaterStrings = StringsOf<typeof en>;

const laterStrings = defineStrings('lead-desk-later', en, {
  fi: () => import('./fi/lead-desk-later.ts'),
  'zh-Hans': () => import('./zh-Hans/lead-desk-later.ts'),
  'zh-Hant': () => import('./zh-Hant/lead-desk-later.ts'),
  vi: () => import('./vi/lead-desk-later.ts'),
  de: () => import('./de/lead-desk-later.ts'),
  fr: () => import('./fr/lead-desk-later.ts'),
  es: () => import('./es/lead-desk-later.ts'),
  'pt-BR': () => import('./pt-BR/lead-desk-later.ts'),
  ja: () => import('./ja/lead-desk-later.ts'),
  ko: () => import('./ko/lead-desk-later.ts'),
  ar: () => import('./ar/lead-desk-later.ts'),
});

/** Adds the words of what is done at the desk to those of its first sight. */
export function addDeskStrings(): void {
  addStrings(leadDeskStrings, laterStrings);
}
