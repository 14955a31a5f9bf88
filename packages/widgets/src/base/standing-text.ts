import {findWord} from './explain.ts';
import type {Localize} from '../strings/localize.ts';
import type {StandingStrings} from '../strings/standing.strings.ts';

export {explainProblem as explain, findWord as wordOf} from './explain.ts';

/** Words that all widgets about points and levels have. */
export type StandingText = Localize<StandingStrings>;

/** What an event is called: in our words, or by the host's own name of it. */
export function eventWords(text: StandingText, event: string): string {
  const known = findWord(text, `event_${event}`);
  if (known) return known;
  const words = event.replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
