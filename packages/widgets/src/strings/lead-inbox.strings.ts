import type {en as detail} from './en/lead-inbox-detail.ts';
import type {en as dialogs} from './en/lead-inbox-dialogs.ts';
import {en} from './en/lead-inbox.ts';
import {defineStrings, type StringsOf, type StringTable} from './strings.ts';

/** The shape that every translation of the lead inbox at first sight has. */
export type LeadInboxStrings = StringsOf<typeof en>;

/** The shape that every translation of the filters and of an open lead has. */
export type LeadInboxDetailStrings = StringsOf<typeof detail>;

/** The shape that every translation of the inbox's selection and dialogs has. */
export type LeadInboxDialogsStrings = StringsOf<typeof dialogs>;

/** All words of the lead inbox. Those of the open lead and of the dialogs come with their code. */
export type AllLeadInboxStrings = LeadInboxStrings & LeadInboxDetailStrings & LeadInboxDialogsStrings;

const atFirst = defineStrings('lead-inbox', en, {
  fi: () => import('./fi/lead-inbox.ts'),
  'zh-Hans': () => import('./zh-Hans/lead-inbox.ts'),
  'zh-Hant': () => import('./zh-Hant/lead-inbox.ts'),
  vi: () => import('./vi/lead-inbox.ts'),
  de: () => import('./de/lead-inbox.ts'),
  fr: () => import('./fr/lead-inbox.ts'),
  es: () => import('./es/lead-inbox.ts'),
  'pt-BR': () => import('./pt-BR/lead-inbox.ts'),
  ja: () => import('./ja/lead-inbox.ts'),
  ko: () => import('./ko/lead-inbox.ts'),
  ar: () => import('./ar/lead-inbox.ts'),
});

/** Words of `<portico-lead-inbox>`. */
export const leadInboxStrings = atFirst as unknown as StringTable<AllLeadInboxStrings>;
