import {en} from '../en/deal-list.ts';
import type {DealListStrings} from '../deal-list.strings.ts';

export const strings: DealListStrings = en;
