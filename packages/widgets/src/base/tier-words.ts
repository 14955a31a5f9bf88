import type {TierCriterion, TierTerms} from '@portico/contract';
import type {AllTierProgressStrings} from '../strings/tier-progress.strings.ts';
import type {Localize} from '../strings/localize.ts';
import {eventWords, wordOf} from './standing-text.ts';

type Text = Localize<AllTierProgressStrings>;

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

/** A share in whole percent. */
export function percentWords(text: Text, percent: number): string {
  return text.number(percent / 100, {style: 'percent', maximumFractionDigits: 1});
}
