import type {DealRegistrationLaterStrings} from '../deal-registration.strings.ts';
import {en} from '../en/deal-registration-later.ts';

export const strings: DealRegistrationLaterStrings = en;
