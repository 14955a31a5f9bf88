import {challengesStrings} from './challenges.strings.ts';
import {en} from './en/challenges-later.ts';
import {addStrings, defineStrings} from './strings.ts';

const laterStrings = defineStrings('challenges-later', en, {
  fi: () => import('./fi/challenges-later.ts'),
  'zh-Hans': () => import('./zh-Hans/challenges-later.ts'),
  'zh-Hant': () => import('./zh-Hant/challenges-later.ts'),
  vi: () => import('./vi/challenges-later.ts'),
  de: () => import('./de/challenges-later.ts'),
  fr: () => import('./fr/challenges-later.ts'),
  es: () => import('./es/challenges-later.ts'),
  'pt-BR': () => import('./pt-BR/challenges-later.ts'),
  ja: () => import('./ja/challenges-later.ts'),
  ko: () => import('./ko/challenges-later.ts'),
  ar: () => import('./ar/challenges-later.ts'),
});

/** Adds the words of badges, rewards and dialogs to those of the widget. */
export function addLaterStrings(): void {
  addStrings(challengesStrings, laterStrings);
}
