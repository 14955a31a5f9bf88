import {ApiError} from '@portico/client';
import type {Lead} from '@portico/contract';
import type {Localize} from '../strings/localize.ts';
import type {leadDeskStrings} from '../strings/lead-desk.strings.ts';
import type {Deadline} from './lead-desk.model.ts';

/** The words of the desk, as its parts receive them. */
export type Words = Localize<typeof leadDeskStrings.source>;

/** Those of them that acts need, which know no element. */
export type Terms = Pick<Words, 'term'>;

/**
 * The word for a code of the API, such as `status_` and `working`. Only for prefixes whose words take no values.
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

/** The deadline of a row in a few words: 3 hr to respond. */
export function toDeadlineWords({kind, dueAt}: Deadline, now: number, text: Words): string {
  const left = dueAt - now;
  const span = text.duration(left);
  if (left <= 0) return text.term('overdue', span);
  return text.term(kind === 'accept' ? 'toAccept' : 'toAct', span);
}

/** What a lead is worth: the amount, else the range, else nothing. */
export function toValue({estimatedValue, valueBand}: Pick<Lead, 'estimatedValue' | 'valueBand'>, text: Words): string | undefined {
  if (estimatedValue) return text.money(estimatedValue, {compact: true});
  if (!valueBand) return undefined;
  const {minMinor, maxMinor, currency} = valueBand;
  return text.moneyRange({amountMinor: minMinor, currency}, {amountMinor: maxMinor, currency}, {compact: true});
}
