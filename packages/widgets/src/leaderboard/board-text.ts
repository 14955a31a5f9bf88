import type {BoardMetric, BoardStandings} from '@portico/contract';
import type {Localize} from '../strings/localize.ts';
import type {AllLeaderboardStrings} from '../strings/leaderboard.strings.ts';

/** The words of the leaderboard in the reader's language. */
export type Text = Localize<AllLeaderboardStrings>;

type Measure = Pick<BoardStandings['board'], 'metric' | 'currency'> & {readonly isNormalised?: boolean};

/** A value of a board as people read it: what it measures, or percent of the median. */
export function valueWords(text: Text, measure: Measure, value: number): string {
  return measure.isNormalised ? percentWords(text, value) : measureWords(text, measure, value);
}

function percentWords(text: Text, value: number): string {
  return text.number(value / 10_000, {style: 'percent', maximumFractionDigits: 1});
}

/** What a metric measures as people read it: points, an amount, deals, percent, hours. */
export function measureWords(text: Text, {metric, currency}: Measure, value: number): string {
  if (metric === 'revenue') return text.money({amountMinor: value, currency});
  if (metric === 'win_rate') return percentWords(text, value);
  if (metric === 'revenue_growth') return text.number(value / 10_000, {style: 'percent', maximumFractionDigits: 1, signDisplay: 'exceptZero'});
  if (metric === 'time_to_contact') return text.number(value / 100, {style: 'unit', unit: 'hour', unitDisplay: 'short', maximumFractionDigits: 1});
  return text.number(value);
}

/** Whether a lower value is the better one. */
export function isLessBetter(metric: BoardMetric): boolean {
  return metric === 'time_to_contact';
}

/** What is missing to the rank above, in words. */
export function toNextWords(text: Text, measure: Measure, {rank, difference}: {readonly rank: number; readonly difference: number}): string {
  // A difference of growth has no sign of its own.
  const value = measure.isNormalised ? percentWords(text, difference) : measureWords(text, measure.metric === 'revenue_growth' ? {...measure, metric: 'win_rate'} : measure, difference);
  return text.term(isLessBetter(measure.metric) && !measure.isNormalised ? 'toNextLess' : 'toNext', value, text.number(rank));
}

/** A period by its key: Q4 2026, Week 47, 2026, November 2026. */
export function periodWords(text: Text, key: string): string {
  const [, year = '', unit = '', number = ''] = /^(\d{4})(?:-(Q|W)?(\d+))?$/.exec(key) ?? [];
  if (unit === 'Q') return text.term('quarter', number, year);
  if (unit === 'W') return text.term('week', String(Number(number)), year);
  if (number) return text.date(Date.UTC(Number(year), Number(number) - 1, 15), {month: 'long', year: 'numeric', timeZone: 'UTC'});
  return year || text.term('allTime');
}
