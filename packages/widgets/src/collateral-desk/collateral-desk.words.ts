import {ApiError} from '@portico/client';
import type {AllCollateralDeskStrings} from '../strings/collateral-desk.strings.ts';
import type {Localize} from '../strings/localize.ts';
import type {Tone} from '../ui/badge/badge.ts';
import type {AssetStatus} from '@portico/contract/asset-transitions';

/** The words of the desk, as its parts receive them. Those of what is open and of the dialogs are there once their code is. */
export type Words = Localize<AllCollateralDeskStrings>;

/** Those of them that acts need, which know no element. */
export type Terms = Pick<Words, 'term'>;

/** What a status means to the reader. */
export const statusTones: Readonly<Record<AssetStatus, Tone>> = {
  draft: 'neutral', in_review: 'waiting', changes_requested: 'warning', approved: 'info', published: 'success', superseded: 'neutral', expired: 'neutral', archived: 'neutral', recalled: 'danger',
};

/** The word for a code of the API, such as `status_` and `draft`, or `undefined` for one that this version does not know. */
export function wordFor<T>(text: Pick<Localize<T>, 'term'>, prefix: string, code: string, ...values: string[]): string | undefined {
  return (text as unknown as {term(key: string, ...values: string[]): string | undefined}).term(`${prefix}${code}`, ...values);
}

/** Why something did not take effect, in the reader's language; the server's own sentence for codes that have none. */
export function explainProblem(error: unknown, text: Terms): string {
  if (!(error instanceof ApiError)) return text.term('problem_unknown');
  return wordFor(text, 'problem_', error.code) ?? error.problem.title;
}

/** A language's name in the reader's language. */
export function toLanguageName(code: string, lang: string): string {
  return nameOf('language', code, lang);
}

/** The name of a language or country in the reader's language. */
export function nameOf(type: 'language' | 'region', code: string, lang: string): string {
  try {
    return new Intl.DisplayNames(lang, {type}).of(code) ?? code;
  } catch {
    return code;
  }
}
