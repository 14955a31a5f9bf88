import type {TierCriterion, TierTerms} from '@portico/contract';
import {periodAt} from '@portico/contract/period';
import {eventWords, wordOf} from '../base/standing-text.ts';
import type {Localize} from '../strings/localize.ts';
import type {AllTierProgressStrings} from '../strings/tier-progress.strings.ts';

/** The words of the progress in the reader's language. */
export type Text = Localize<AllTierProgressStrings>;

/** What a criterion measures, without the time. */
export function metricWords(text: Text, {metric, event}: Pick<TierCriterion, 'metric' | 'event'>): string {
  return event === null ? (wordOf(text, `metric_${metric}`) ?? metric) : eventWords(text, event);
}

/** A value of a metric: an amount, or a number. */
export function measureWords(text: Text, {metric}: Pick<TierCriterion, 'metric'>, {currency}: Pick<TierTerms, 'currency'>, value: number): string {
  return metric === 'revenue' ? text.money({amountMinor: value, currency}) : text.number(value);
}

/** Over which time; empty for what is held now. */
export function windowWords(text: Text, {metric, window}: Pick<TierCriterion, 'metric' | 'window'>): string {
  return metric === 'certifications' ? '' : text.term(`window_${window}`);
}

/** The last day of a criterion's calendar window, in the programme's time zone; empty where none ends. */
export function lastDay(text: Text, {metric, window}: Pick<TierCriterion, 'metric' | 'window'>, asOf: string, {timeZone}: Pick<TierTerms, 'timeZone'>): string {
  if (metric === 'certifications' || window === 'trailing_12_months') return '';
  const {until} = periodAt(asOf, window === 'calendar_year' ? 'year' : 'quarter', timeZone);
  return until === null ? '' : text.date(Date.parse(until) - 1, {day: 'numeric', month: 'short', year: 'numeric', timeZone});
}

/** A share in whole percent. */
export function percentWords(text: Text, percent: number): string {
  return text.number(percent / 100, {style: 'percent', maximumFractionDigits: 1});
}
