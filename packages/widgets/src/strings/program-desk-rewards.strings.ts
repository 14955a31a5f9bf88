import {en} from './en/program-desk-rewards.ts';
import {type EditorStrings, editorStrings} from './program-desk-editor.strings.ts';
import {type StandingStrings, standingStrings} from './standing.strings.ts';
import {addStrings, defineStrings, type StringsOf, type StringTable} from './strings.ts';

/** The shape that every translation of rewards on the desk has. */
export type DeskRewardsStrings = StringsOf<typeof en>;

/** All words of rewards on the desk. */
export type AllDeskRewardsStrings = DeskRewardsStrings & Omit<EditorStrings, keyof DeskRewardsStrings> & StandingStrings;

const own = defineStrings('program-desk-rewards', en, {
  fi: () => import('./fi/program-desk-rewards.ts'),
  'zh-Hans': () => import('./zh-Hans/program-desk-rewards.ts'),
  'zh-Hant': () => import('./zh-Hant/program-desk-rewards.ts'),
  vi: () => import('./vi/program-desk-rewards.ts'),
  de: () => import('./de/program-desk-rewards.ts'),
  fr: () => import('./fr/program-desk-rewards.ts'),
  es: () => import('./es/program-desk-rewards.ts'),
  'pt-BR': () => import('./pt-BR/program-desk-rewards.ts'),
  ja: () => import('./ja/program-desk-rewards.ts'),
  ko: () => import('./ko/program-desk-rewards.ts'),
  ar: () => import('./ar/program-desk-rewards.ts'),
});

/** Words of rewards on the desk. */
export const deskRewardsStrings = own as unknown as StringTable<AllDeskRewardsStrings>;

for (const part of [standingStrings, editorStrings]) addStrings(deskRewardsStrings, part as unknown as StringTable<object>);
