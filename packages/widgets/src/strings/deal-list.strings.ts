import type {DealFieldStrings} from './deal-fields.strings.ts';
import {type DealStrings, dealStrings} from './deal.strings.ts';
import type {en as detail} from './en/deal-list-detail.ts';
import type {en as dialogs} from './en/deal-list-dialogs.ts';
import type {en as story} from './en/deal-list-story.ts';
import {en} from './en/deal-list.ts';
import {addStrings, defineStrings, type StringsOf, type StringTable} from './strings.ts';

/** The shape that every translation of the list of deals at first sight has. */
export type DealListStrings = StringsOf<typeof en>;

/** The shape that every translation of an open deal has. */
export type DealListDetailStrings = StringsOf<typeof detail>;

/** The shape that every translation of the dialogs has. */
export type DealListDialogsStrings = StringsOf<typeof dialogs>;

/** The shape that every translation of the story of a deal has. */
export type DealListStoryStrings = StringsOf<typeof story>;

/** All words of the list of deals. Those of the open deal and of the dialogs come with their code. */
export type AllDealListStrings = DealListStrings & DealStrings & DealListDetailStrings & DealListStoryStrings & DealListDialogsStrings & DealFieldStrings;

const atFirst = defineStrings('deal-list', en, {
  fi: () => import('./fi/deal-list.ts'),
  'zh-Hans': () => import('./zh-Hans/deal-list.ts'),
  'zh-Hant': () => import('./zh-Hant/deal-list.ts'),
  vi: () => import('./vi/deal-list.ts'),
  de: () => import('./de/deal-list.ts'),
  fr: () => import('./fr/deal-list.ts'),
  es: () => import('./es/deal-list.ts'),
  'pt-BR': () => import('./pt-BR/deal-list.ts'),
  ja: () => import('./ja/deal-list.ts'),
  ko: () => import('./ko/deal-list.ts'),
  ar: () => import('./ar/deal-list.ts'),
});

/** Words of `<portico-deal-list>`. */
export const dealListStrings = atFirst as unknown as StringTable<AllDealListStrings>;

addStrings(dealListStrings, dealStrings);
