import {dealStrings, type DealStrings} from './deal.strings.ts';
import type {DealFieldStrings} from './deal-fields.strings.ts';
import type {en as detail} from './en/deal-review-detail.ts';
import type {en as dialogs} from './en/deal-review-dialogs.ts';
import type {en as story} from './en/deal-review-story.ts';
import {en} from './en/deal-review.ts';
import {addStrings, defineStrings, type StringsOf, type StringTable} from './strings.ts';

/** The shape that every translation of the desk at first sight has. */
export type DealReviewStrings = StringsOf<typeof en>;

/** The shape that every translation of an open registration has. */
export type DealReviewDetailStrings = StringsOf<typeof detail>;

/** The shape that every translation of the dialogs has. */
export type DealReviewDialogsStrings = StringsOf<typeof dialogs>;

/** The shape that every translation of the story of a registration has. */
export type DealReviewStoryStrings = StringsOf<typeof story>;

/** All words of the desk. Those of an open registration, of its fields and of the dialogs come with their code. */
export type AllDealReviewStrings = DealReviewStrings & DealStrings & DealReviewDetailStrings & DealReviewStoryStrings & DealReviewDialogsStrings & DealFieldStrings;

/** Words of `<portico-deal-review>`. */
export const dealReviewStrings = defineStrings('deal-review', en, {
  fi: () => import('./fi/deal-review.ts'),
  'zh-Hans': () => import('./zh-Hans/deal-review.ts'),
  'zh-Hant': () => import('./zh-Hant/deal-review.ts'),
  vi: () => import('./vi/deal-review.ts'),
  de: () => import('./de/deal-review.ts'),
  fr: () => import('./fr/deal-review.ts'),
  es: () => import('./es/deal-review.ts'),
  'pt-BR': () => import('./pt-BR/deal-review.ts'),
  ja: () => import('./ja/deal-review.ts'),
  ko: () => import('./ko/deal-review.ts'),
  ar: () => import('./ar/deal-review.ts'),
}) as unknown as StringTable<AllDealReviewStrings>;

addStrings(dealReviewStrings, dealStrings);
