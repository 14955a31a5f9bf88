import {dealFieldStrings} from './deal-fields.strings.ts';
import {dealReviewStrings} from './deal-review.strings.ts';
import {en} from './en/deal-review-detail.ts';
import {en as story} from './en/deal-review-story.ts';
import {addStrings, defineStrings} from './strings.ts';

const detailStrings = defineStrings('deal-review-detail', en, {
  fi: () => import('./fi/deal-review-detail.ts'),
  'zh-Hans': () => import('./zh-Hans/deal-review-detail.ts'),
  'zh-Hant': () => import('./zh-Hant/deal-review-detail.ts'),
  vi: () => import('./vi/deal-review-detail.ts'),
  de: () => import('./de/deal-review-detail.ts'),
  fr: () => import('./fr/deal-review-detail.ts'),
  es: () => import('./es/deal-review-detail.ts'),
  'pt-BR': () => import('./pt-BR/deal-review-detail.ts'),
  ja: () => import('./ja/deal-review-detail.ts'),
  ko: () => import('./ko/deal-review-detail.ts'),
  ar: () => import('./ar/deal-review-detail.ts'),
});

const storyStrings = defineStrings('deal-review-story', story, {
  fi: () => import('./fi/deal-review-story.ts'),
  'zh-Hans': () => import('./zh-Hans/deal-review-story.ts'),
  'zh-Hant': () => import('./zh-Hant/deal-review-story.ts'),
  vi: () => import('./vi/deal-review-story.ts'),
  de: () => import('./de/deal-review-story.ts'),
  fr: () => import('./fr/deal-review-story.ts'),
  es: () => import('./es/deal-review-story.ts'),
  'pt-BR': () => import('./pt-BR/deal-review-story.ts'),
  ja: () => import('./ja/deal-review-story.ts'),
  ko: () => import('./ko/deal-review-story.ts'),
  ar: () => import('./ar/deal-review-story.ts'),
});

/** Adds the words of an open registration and of its fields to those of the desk. */
export function addDetailStrings(): void {
  addStrings(dealReviewStrings, detailStrings);
  addStrings(dealReviewStrings, storyStrings);
  addStrings(dealReviewStrings, dealFieldStrings);
}
