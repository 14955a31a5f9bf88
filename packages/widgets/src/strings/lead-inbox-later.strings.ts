import {en as detail} from './en/lead-inbox-detail.ts';
import {en as dialogs} from './en/lead-inbox-dialogs.ts';
import {leadInboxStrings} from './lead-inbox.strings.ts';
import {addStrings, defineStrings} from './strings.ts';

const detailStrings = defineStrings('lead-inbox-detail', detail, {
  fi: () => import('./fi/lead-inbox-detail.ts'),
  'zh-Hans': () => import('./zh-Hans/lead-inbox-detail.ts'),
  'zh-Hant': () => import('./zh-Hant/lead-inbox-detail.ts'),
  vi: () => import('./vi/lead-inbox-detail.ts'),
  de: () => import('./de/lead-inbox-detail.ts'),
  fr: () => import('./fr/lead-inbox-detail.ts'),
  es: () => import('./es/lead-inbox-detail.ts'),
  'pt-BR': () => import('./pt-BR/lead-inbox-detail.ts'),
  ja: () => import('./ja/lead-inbox-detail.ts'),
  ko: () => import('./ko/lead-inbox-detail.ts'),
  ar: () => import('./ar/lead-inbox-detail.ts'),
});

const dialogsStrings = defineStrings('lead-inbox-dialogs', dialogs, {
  fi: () => import('./fi/lead-inbox-dialogs.ts'),
  'zh-Hans': () => import('./zh-Hans/lead-inbox-dialogs.ts'),
  'zh-Hant': () => import('./zh-Hant/lead-inbox-dialogs.ts'),
  vi: () => import('./vi/lead-inbox-dialogs.ts'),
  de: () => import('./de/lead-inbox-dialogs.ts'),
  fr: () => import('./fr/lead-inbox-dialogs.ts'),
  es: () => import('./es/lead-inbox-dialogs.ts'),
  'pt-BR': () => import('./pt-BR/lead-inbox-dialogs.ts'),
  ja: () => import('./ja/lead-inbox-dialogs.ts'),
  ko: () => import('./ko/lead-inbox-dialogs.ts'),
  ar: () => import('./ar/lead-inbox-dialogs.ts'),
});

/** Adds the words of the open lead and of the dialogs to those of the inbox. */
export function addLaterStrings(): void {
  addStrings(leadInboxStrings, detailStrings);
  addStrings(leadInboxStrings, dialogsStrings);
}
