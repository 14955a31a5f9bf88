import {ApiError} from '@portico/client';
import type {DealRegistration} from '@portico/contract';
import type {AllDealReviewStrings} from '../strings/deal-review.strings.ts';
import type {Localize} from '../strings/localize.ts';
import type {Deadline} from './deal-review.model.ts';

/** The words of the desk, as its parts receive them. Those of an open registration and of the dialogs are there once their code is. */
export type Words = Localize<AllDealReviewStrings>;

/** Those of them that acts need, which know no element. */
export type Terms = Pick<Words, 'term'>;

/**
 * The word for a code of the API, such as `status_` and `won`. Only for prefixes whose words take no values.
 *
 * @returns The word, or `undefined` for a code that this version does not know.
 */
export function wordFor<T>(text: Pick<Localize<T>, 'term'>, prefix: string, code: string): string | undefined {
  // The table of an area answers nothing for a key that it does not have.
  return (text as unknown as {term(key: string): string | undefined}).term(`${prefix}${code}`);
}

/** Why something did not take effect, in the reader's language; the server's own sentence for codes that have none. */
export function explainProblem(error: unknown, text: Terms): string {
  if (!(error instanceof ApiError)) return text.term('problem_unknown');
  return wordFor(text, 'problem_', error.code) ?? error.problem.title;
}

/** The deadline of a row in a few words: 3 hr left, 2 days overdue. */
export function toDeadlineWords({kind, dueAt}: Deadline, now: number, text: Words): string {
  const left = dueAt - now;
  const span = text.duration(left);
  if (left <= 0) return text.term(kind === 'review' ? 'overdue' : 'over', span);
  return text.term(`left_${kind}`, span);
}

/** Names a registration: the customer, else the deal, else its number. */
export function toTitle({customer, name, number}: Pick<DealRegistration, 'customer' | 'name' | 'number'>, text: Words): string {
  return customer.name ?? name ?? number ?? text.term('unnamed');
}

/** A country's name in the reader's language. */
export function toCountryName(code: string, lang: string): string {
  try {
    return new Intl.DisplayNames(lang, {type: 'region'}).of(code) ?? code;
  } catch {
    return code;
  }
}

/** A person's full name, or nothing. */
export function toPersonName({firstName, lastName}: {firstName: string | null; lastName: string | null}): string | undefined {
  return [firstName, lastName].filter(Boolean).join(' ') || undefined;
}
