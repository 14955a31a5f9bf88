import {dealFieldStrings} from './deal-fields.strings.ts';
import {dealReviewStrings} from './deal-review.strings.ts';
import {en as detail} from './en/deal-review-detail.ts';
import {en as dialogs} from './en/deal-review-dialogs.ts';
import {addStrings, defineStrings} from './strings.ts';

const detailStrings = defineStrings('deal-review-detail', detail, {
  fi: () => import('./fi/deal-review-detail.ts'),
  'zh-Hans': () => import('./zh-Hans/deal-review-detail.ts'),
  vi: () => import('./vi/deal-review-detail.ts'),
  de: () => import('./de/deal-review-detail.ts'),
  ar: () => import('./ar/deal-review-detail.ts'),
});

const dialogsStrings = defineStrings('deal-review-dialogs', dialogs, {
  fi: () => import('./fi/deal-review-dialogs.ts'),
  'zh-Hans': () => import('./zh-Hans/deal-review-dialogs.ts'),
  vi: () => import('./vi/deal-review-dialogs.ts'),
  de: () => import('./de/deal-review-dialogs.ts'),
  ar: () => import('./ar/deal-review-dialogs.ts'),
});

/** Adds the words of an open registration, of its fields and of the dialogs to those of the desk. */
export function addReviewStrings(): void {
  addStrings(dealReviewStrings, detailStrings);
  addStrings(dealReviewStrings, dialogsStrings);
  addStrings(dealReviewStrings, dealFieldStrings);
}
