import {en} from './en/lead-inbox.ts';
import {defineStrings, type StringsOf} from './strings.ts';

/** The shape that every translation of the lead inbox has. */
export type LeadInboxStrings = StringsOf<typeof en>;

/** Words of `<portico-lead-inbox>`. */
export const leadInboxStrings = defineStrings('lead-inbox', en, {
  fi: () => import('./fi/lead-inbox.ts'),
  'zh-Hans': () => import('./zh-Hans/lead-inbox.ts'),
  vi: () => import('./vi/lead-inbox.ts'),
  de: () => import('./de/lead-inbox.ts'),
  ar: () => import('./ar/lead-inbox.ts'),
});
