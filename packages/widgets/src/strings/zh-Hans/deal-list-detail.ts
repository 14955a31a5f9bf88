import {en} from '../en/deal-list-detail.ts';
import type {DealListDetailStrings} from '../deal-list.strings.ts';

export const strings: DealListDetailStrings = en;
