import type {TierCriterion, TierTerms} from '@portico/contract';
import {periodAt} from '@portico/contract/period';
import type {Localize} from '../strings/localize.ts';
import type {AllTierProgressStrings} from '../strings/tier-progress.strings.ts';

export {measureWords, metricWords, percentWords, windowWords} from '../base/tier-words.ts';

/** The words of the progress in the reader's language. */
export type Text = Localize<AllTierProgressStrings>;

/** The last day of a criterion's calendar window, in the programme's time zone; empty where none ends. */
export function lastDay(text: Text, {metric, window}: Pick<TierCriterion, 'metric' | 'window'>, asOf: string, {timeZone}: Pick<TierTerms, 'timeZone'>): string {
  if (metric === 'certifications' || window === 'trailing_12_months') return '';
  const {until} = periodAt(asOf, window === 'calendar_year' ? 'year' : 'quarter', timeZone);
  return until === null ? '' : text.date(Date.parse(until) - 1, {day: 'numeric', month: 'short', year: 'numeric', timeZone});
}
