import {dealFieldStrings} from './deal-fields.strings.ts';
import {dealListStrings} from './deal-list.strings.ts';
import {en as detail} from './en/deal-list-detail.ts';
import {en as dialogs} from './en/deal-list-dialogs.ts';
import {en as story} from './en/deal-list-story.ts';
import {addStrings, defineStrings} from './strings.ts';

const detailStrings = defineStrings('deal-list-detail', detail, {
  fi: () => import('./fi/deal-list-detail.ts'),
  'zh-Hans': () => import('./zh-Hans/deal-list-detail.ts'),
  'zh-Hant': () => import('./zh-Hant/deal-list-detail.ts'),
  vi: () => import('./vi/deal-list-detail.ts'),
  de: () => import('./de/deal-list-detail.ts'),
  fr: () => import('./fr/deal-list-detail.ts'),
  es: () => import('./es/deal-list-detail.ts'),
  'pt-BR': () => import('./pt-BR/deal-list-detail.ts'),
  ja: () => import('./ja/deal-list-detail.ts'),
  ko: () => import('./ko/deal-list-detail.ts'),
  ar: () => import('./ar/deal-list-detail.ts'),
});

const dialogsStrings = defineStrings('deal-list-dialogs', dialogs, {
  fi: () => import('./fi/deal-list-dialogs.ts'),
  'zh-Hans': () => import('./zh-Hans/deal-list-dialogs.ts'),
  'zh-Hant': () => import('./zh-Hant/deal-list-dialogs.ts'),
  vi: () => import('./vi/deal-list-dialogs.ts'),
  de: () => import('./de/deal-list-dialogs.ts'),
  fr: () => import('./fr/deal-list-dialogs.ts'),
  es: () => import('./es/deal-list-dialogs.ts'),
  'pt-BR': () => import('./pt-BR/deal-list-dialogs.ts'),
  ja: () => import('./ja/deal-list-dialogs.ts'),
  ko: () => import('./ko/deal-list-dialogs.ts'),
  ar: () => import('./ar/deal-list-dialogs.ts'),
});

const storyStrings = defineStrings('deal-list-story', story, {
  fi: () => import('./fi/deal-list-story.ts'),
  'zh-Hans': () => import('./zh-Hans/deal-list-story.ts'),
  'zh-Hant': () => import('./zh-Hant/deal-list-story.ts'),
  vi: () => import('./vi/deal-list-story.ts'),
  de: () => import('./de/deal-list-story.ts'),
  fr: () => import('./fr/deal-list-story.ts'),
  es: () => import('./es/deal-list-story.ts'),
  'pt-BR': () => import('./pt-BR/deal-list-story.ts'),
  ja: () => import('./ja/deal-list-story.ts'),
  ko: () => import('./ko/deal-list-story.ts'),
  ar: () => import('./ar/deal-list-story.ts'),
});

/** Adds the words of the open deal and of the dialogs to those of the list. */
export function addLaterStrings(): void {
  addStrings(dealListStrings, detailStrings);
  addStrings(dealListStrings, storyStrings);
  addStrings(dealListStrings, dialogsStrings);
  addStrings(dealListStrings, dealFieldStrings);
}
