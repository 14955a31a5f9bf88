import type {DealRegistrationStrings} from '../deal-registration.strings.ts';
import {en} from '../en/deal-registration.ts';

export const strings: DealRegistrationStrings = en;
