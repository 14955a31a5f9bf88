import {dealFieldStrings} from './deal-fields.strings.ts';
import {dealListStrings} from './deal-list.strings.ts';
import {en} from './en/deal-list-detail.ts';
import {addStrings, defineStrings} from './strings.ts';

const detailStrings = defineStrings('deal-list-detail', en, {
  fi: () => import('./fi/deal-list-detail.ts'),
  'zh-Hans': () => import('./zh-Hans/deal-list-detail.ts'),
  vi: () => import('./vi/deal-list-detail.ts'),
  de: () => import('./de/deal-list-detail.ts'),
  ar: () => import('./ar/deal-list-detail.ts'),
});

/** Adds the words of the open deal and of the dialogs to those of the list. */
export function addLaterStrings(): void {
  addStrings(dealListStrings, detailStrings);
  addStrings(dealListStrings, dealFieldStrings);
}
