import {dealRegistrationStrings} from './deal-registration.strings.ts';
import {dealStrings} from './deal.strings.ts';
import {en as evidence} from './en/deal-registration-evidence.ts';
import {en} from './en/deal-registration-later.ts';
import {addStrings, defineStrings} from './strings.ts';

const laterStrings = defineStrings('deal-registration-later', en, {
  fi: () => import('./fi/deal-registration-later.ts'),
  'zh-Hans': () => import('./zh-Hans/deal-registration-later.ts'),
  'zh-Hant': () => import('./zh-Hant/deal-registration-later.ts'),
  vi: () => import('./vi/deal-registration-later.ts'),
  de: () => import('./de/deal-registration-later.ts'),
  fr: () => import('./fr/deal-registration-later.ts'),
  es: () => import('./es/deal-registration-later.ts'),
  'pt-BR': () => import('./pt-BR/deal-registration-later.ts'),
  ja: () => import('./ja/deal-registration-later.ts'),
  ko: () => import('./ko/deal-registration-later.ts'),
  ar: () => import('./ar/deal-registration-later.ts'),
});

const evidenceStrings = defineStrings('deal-registration-evidence', evidence, {
  fi: () => import('./fi/deal-registration-evidence.ts'),
  'zh-Hans': () => import('./zh-Hans/deal-registration-evidence.ts'),
  'zh-Hant': () => import('./zh-Hant/deal-registration-evidence.ts'),
  vi: () => import('./vi/deal-registration-evidence.ts'),
  de: () => import('./de/deal-registration-evidence.ts'),
  fr: () => import('./fr/deal-registration-evidence.ts'),
  es: () => import('./es/deal-registration-evidence.ts'),
  'pt-BR': () => import('./pt-BR/deal-registration-evidence.ts'),
  ja: () => import('./ja/deal-registration-evidence.ts'),
  ko: () => import('./ko/deal-registration-evidence.ts'),
  ar: () => import('./ar/deal-registration-evidence.ts'),
});

/** Adds the words of later steps, and those that all widgets of deals share, to those of the form. */
export function addLaterStrings(): void {
  addStrings(dealRegistrationStrings, laterStrings);
  addStrings(dealRegistrationStrings, evidenceStrings);
  addStrings(dealRegistrationStrings, dealStrings);
}
