import {type AssetStrings, assetStrings} from './asset.strings.ts';
import {en} from './en/program-desk-challenges.ts';
import {type EditorStrings, editorStrings} from './program-desk-editor.strings.ts';
import {type RuleEditorStrings, ruleEditorStrings} from './program-desk-rule.strings.ts';
import {type StandingStrings, standingStrings} from './standing.strings.ts';
import {addStrings, defineStrings, type StringsOf, type StringTable} from './strings.ts';

/** The shape that every translation of challenges and badges on the desk has. */
export type DeskChallengesStrings = StringsOf<typeof en>;

/** All words of challenges and badges on the desk. */
export type AllDeskChallengesStrings = DeskChallengesStrings & Omit<RuleEditorStrings & EditorStrings & AssetStrings, keyof DeskChallengesStrings> & StandingStrings;

const own = defineStrings('program-desk-challenges', en, {
  fi: () => import('./fi/program-desk-challenges.ts'),
  'zh-Hans': () => import('./zh-Hans/program-desk-challenges.ts'),
  'zh-Hant': () => import('./zh-Hant/program-desk-challenges.ts'),
  vi: () => import('./vi/program-desk-challenges.ts'),
  de: () => import('./de/program-desk-challenges.ts'),
  fr: () => import('./fr/program-desk-challenges.ts'),
  es: () => import('./es/program-desk-challenges.ts'),
  'pt-BR': () => import('./pt-BR/program-desk-challenges.ts'),
  ja: () => import('./ja/program-desk-challenges.ts'),
  ko: () => import('./ko/program-desk-challenges.ts'),
  ar: () => import('./ar/program-desk-challenges.ts'),
});

/** Words of challenges and badges on the desk. */
export const deskChallengesStrings = own as unknown as StringTable<AllDeskChallengesStrings>;

for (const part of [standingStrings, editorStrings, ruleEditorStrings, assetStrings]) addStrings(deskChallengesStrings, part as unknown as StringTable<object>);
