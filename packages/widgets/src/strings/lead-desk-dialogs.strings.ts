import {en} from './en/lead-desk-dialogs.ts';
import {defineStrings, type StringsOf} from './strings.ts';

/** The shape that every translation of the lead desk's dialogs has. */
export type LeadDeskDialogsStrings = StringsOf<typeof en>;

/** Words of the dialogs of `<portico-lead-desk>`. */
export const leadDeskDialogsStrings = defineStrings('lead-desk-dialogs', en, {
  fi: () => import('./fi/lead-desk-dialogs.ts'),
  'zh-Hans': () => import('./zh-Hans/lead-desk-dialogs.ts'),
  'zh-Hant': () => import('./zh-Hant/lead-desk-dialogs.ts'),
  vi: () => import('./vi/lead-desk-dialogs.ts'),
  de: () => import('./de/lead-desk-dialogs.ts'),
  fr: () => import('./fr/lead-desk-dialogs.ts'),
  es: () => import('./es/lead-desk-dialogs.ts'),
  'pt-BR': () => import('./pt-BR/lead-desk-dialogs.ts'),
  ja: () => import('./ja/lead-desk-dialogs.ts'),
  ko: () => import('./ko/lead-desk-dialogs.ts'),
  ar: () => import('./ar/lead-desk-dialogs.ts'),
});
