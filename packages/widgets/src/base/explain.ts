import {problemOf} from './problem-of.ts';

/** The words of a widget, which say at least that something went wrong. */
interface Words {
  term(key: 'problem_other'): string;
}

/** Codes that mean the same to a person: the key of their sentence. */
const shared: Readonly<Record<string, string>> = {
  timeout: 'problem_network_error',
  unavailable: 'problem_network_error',
  session_expired: 'problem_session_unavailable',
  session_invalid: 'problem_session_unavailable',
  session_missing: 'problem_session_unavailable',
  scope_missing: 'problem_forbidden',
};

/** A word that may not be there, `undefined` then: a newer server knows codes that this page does not. */
export function findWord(text: Words, key: string, ...values: unknown[]): string | undefined {
  const term = text.term as (key: string, ...values: unknown[]) => string | undefined;
  return term.call(text, key, ...values);
}

/**
 * Says why something did not take effect, or could not be read.
 *
 * @param own - Codes of the widget that share a sentence, or have it under another key than `problem_` and the code.
 */
export function explainProblem(text: Words, error: unknown, own?: Readonly<Record<string, string>>): string {
  const {code} = problemOf(error);
  return findWord(text, own?.[code] ?? shared[code] ?? `problem_${code}`) ?? text.term('problem_other');
}
