import {addDetailStrings} from './deal-review-detail.strings.ts';
import {dealReviewStrings} from './deal-review.strings.ts';
import {en} from './en/deal-review-dialogs.ts';
import {addStrings, defineStrings} from './strings.ts';

const dialogsStrings = defineStrings('deal-review-dialogs', en, {
  fi: () => import('./fi/deal-review-dialogs.ts'),
  'zh-Hans': () => import('./zh-Hans/deal-review-dialogs.ts'),
  'zh-Hant': () => import('./zh-Hant/deal-review-dialogs.ts'),
  vi: () => import('./vi/deal-review-dialogs.ts'),
  de: () => import('./de/deal-review-dialogs.ts'),
  fr: () => import('./fr/deal-review-dialogs.ts'),
  es: () => import('./es/deal-review-dialogs.ts'),
  'pt-BR': () => import('./pt-BR/deal-review-dialogs.ts'),
  ja: () => import('./ja/deal-review-dialogs.ts'),
  ko: () => import('./ko/deal-review-dialogs.ts'),
  ar: () => import('./ar/deal-review-dialogs.ts'),
});

/** Adds the words of the dialogs to those of the desk, and those of an open registration, whose names of fields and roles they use. */
export function addDialogsStrings(): void {
  addDetailStrings();
  addStrings(dealReviewStrings, dialogsStrings);
}
