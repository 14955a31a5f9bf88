import {en} from './en/program-desk-rule.ts';
import {type AssetStrings, assetStrings} from './asset.strings.ts';
import {type EditorStrings, editorStrings} from './program-desk-editor.strings.ts';
import {type StandingStrings, standingStrings} from './standing.strings.ts';
import {addStrings, defineStrings, type StringsOf, type StringTable} from './strings.ts';

/** The shape that every translation of the editor of rules has. */
export type RuleEditorStrings = StringsOf<typeof en>;

/** All words of the editor of rules. */
export type AllRuleEditorStrings = RuleEditorStrings & EditorStrings & StandingStrings & AssetStrings;

const own = defineStrings('program-desk-rule', en, {
  fi: () => import('./fi/program-desk-rule.ts'),
  'zh-Hans': () => import('./zh-Hans/program-desk-rule.ts'),
  'zh-Hant': () => import('./zh-Hant/program-desk-rule.ts'),
  vi: () => import('./vi/program-desk-rule.ts'),
  de: () => import('./de/program-desk-rule.ts'),
  fr: () => import('./fr/program-desk-rule.ts'),
  es: () => import('./es/program-desk-rule.ts'),
  'pt-BR': () => import('./pt-BR/program-desk-rule.ts'),
  ja: () => import('./ja/program-desk-rule.ts'),
  ko: () => import('./ko/program-desk-rule.ts'),
  ar: () => import('./ar/program-desk-rule.ts'),
});

/** Words of the editor of rules. */
export const ruleEditorStrings = own as unknown as StringTable<AllRuleEditorStrings>;

addStrings(ruleEditorStrings, standingStrings);
addStrings(ruleEditorStrings, editorStrings);
addStrings(ruleEditorStrings, assetStrings);
