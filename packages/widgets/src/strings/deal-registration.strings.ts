import type {DealFieldStrings} from './deal-fields.strings.ts';
import type {DealStrings} from './deal.strings.ts';
import type {en as evidence} from './en/deal-registration-evidence.ts';
import type {en as later} from './en/deal-registration-later.ts';
import {en} from './en/deal-registration.ts';
import {defineStrings, type StringsOf, type StringTable} from './strings.ts';

/** The shape that every translation of the form at first sight has. */
export type DealRegistrationStrings = StringsOf<typeof en>;

/** The shape that every translation of the rest of the form has. */
export type DealRegistrationLaterStrings = StringsOf<typeof later>;

/** The shape that every translation of the words about evidence has. */
export type DealRegistrationEvidenceStrings = StringsOf<typeof evidence>;

/** All words of the form. Names of fields and words of later steps come with their code. */
export type AllDealRegistrationStrings = DealRegistrationStrings & DealRegistrationLaterStrings & DealRegistrationEvidenceStrings & DealFieldStrings & DealStrings;

/** Words of `<portico-deal-registration>`. */
export const dealRegistrationStrings = defineStrings('deal-registration', en, {
  fi: () => import('./fi/deal-registration.ts'),
  'zh-Hans': () => import('./zh-Hans/deal-registration.ts'),
  'zh-Hant': () => import('./zh-Hant/deal-registration.ts'),
  vi: () => import('./vi/deal-registration.ts'),
  de: () => import('./de/deal-registration.ts'),
  fr: () => import('./fr/deal-registration.ts'),
  es: () => import('./es/deal-registration.ts'),
  'pt-BR': () => import('./pt-BR/deal-registration.ts'),
  ja: () => import('./ja/deal-registration.ts'),
  ko: () => import('./ko/deal-registration.ts'),
  ar: () => import('./ar/deal-registration.ts'),
}) as unknown as StringTable<AllDealRegistrationStrings>;
