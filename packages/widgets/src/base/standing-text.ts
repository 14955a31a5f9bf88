import {problemOf} from './problem-of.ts';
import type {Localize} from '../strings/localize.ts';
import type {StandingStrings} from '../strings/standing.strings.ts';

/** Words that all widgets about points and levels have. */
export type StandingText = Localize<StandingStrings>;

/** Codes that mean the same to a person: the key of their sentence. */
const sentences: Readonly<Record<string, string>> = {
  timeout: 'problem_network_error',
  unavailable: 'problem_network_error',
  session_expired: 'problem_session_unavailable',
  session_invalid: 'problem_session_unavailable',
  session_missing: 'problem_session_unavailable',
  scope_missing: 'problem_forbidden',
};

/** A word of a code of the API, `undefined` for one that a newer server knows and this page does not. */
export function wordOf(text: StandingText, key: string, ...values: unknown[]): string | undefined {
  const term = text.term as unknown as (key: string, ...values: unknown[]) => string | undefined;
  return term.call(text, key, ...values);
}

/** Says why something could not be read. */
export function explain(text: StandingText, error: unknown): string {
  const {code} = problemOf(error);
  return wordOf(text, sentences[code] ?? `problem_${code}`) ?? text.term('problem_other');
}

/** What an event is called: in our words, or by the host's own name of it. */
export function eventWords(text: StandingText, event: string): string {
  const known = wordOf(text, `event_${event}`);
  if (known) return known;
  const words = event.replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
