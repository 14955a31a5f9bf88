import type {Api, Board, BoardMetric, BoardPeriod, BoardVisibility, RouteInput} from '@portico/contract';
import {isOn, listOf, numberOf, textOf, toListValue, type Values} from './values.ts';

export const boardMetrics = ['points', 'revenue', 'deals_won', 'win_rate', 'revenue_growth', 'time_to_contact'] as const satisfies readonly BoardMetric[];
export const boardPeriods = ['week', 'month', 'quarter', 'year', 'all'] as const satisfies readonly BoardPeriod[];
export const boardFields = ['all', 'level', 'country', 'cohort'] as const satisfies readonly Board['within'][];
export const boardVisibilities = ['full', 'alias', 'top'] as const satisfies readonly BoardVisibility['kind'][];

type NewBoard = RouteInput<Api['boards']['create']>;

/** Whether a metric is an amount. */
export function hasCurrency(metric: string): boolean {
  return metric === 'revenue' || metric === 'revenue_growth';
}

/** Whether a metric is a mean or a rate, which takes so many to be one. */
export function hasLeastCount(metric: string): boolean {
  return metric === 'win_rate' || metric === 'time_to_contact';
}

/** Whether partners may be measured beside the median of those they are compared with. */
export function mayNormalise(metric: string, within: string): boolean {
  return within !== 'all' && metric !== 'revenue_growth';
}

/** What stands in the form. */
export function toBoardValues(board: Board | null, {currency, timeZone}: {readonly currency: string; readonly timeZone: string}): Values {
  const visibility = board?.visibility ?? {kind: 'full'};
  return {
    name: board?.name ?? '',
    metric: board?.metric ?? 'points',
    currency: board?.currency ?? currency,
    period: board?.period ?? 'quarter',
    timeZone: board?.timeZone ?? timeZone,
    levelIds: toListValue(board?.levelIds ?? []),
    countries: toListValue(board?.countries ?? []),
    within: board?.within ?? 'all',
    isNormalised: board?.isNormalised ?? false,
    'visibility/kind': visibility.kind,
    'visibility/top': String(visibility.kind === 'top' ? visibility.top : 10),
    'visibility/around': String(visibility.kind === 'top' ? visibility.around : 2),
    minParticipants: String(board?.minParticipants ?? 5),
    minCount: String(board?.minCount ?? 3),
  };
}

/** The board that a form says. */
export function toBoard(values: Values): NewBoard {
  const metric = textOf(values, 'metric') as BoardMetric;
  const within = textOf(values, 'within') as Board['within'];
  const kind = textOf(values, 'visibility/kind') as BoardVisibility['kind'];
  return {
    name: textOf(values, 'name'),
    metric,
    currency: textOf(values, 'currency'),
    period: textOf(values, 'period') as BoardPeriod,
    timeZone: textOf(values, 'timeZone'),
    levelIds: listOf(values, 'levelIds'),
    countries: listOf(values, 'countries'),
    within,
    isNormalised: mayNormalise(metric, within) && isOn(values, 'isNormalised'),
    visibility: kind === 'top' ? {kind, top: numberOf(values, 'visibility/top') ?? 0, around: numberOf(values, 'visibility/around') ?? 0} : {kind},
    minParticipants: numberOf(values, 'minParticipants') ?? 0,
    minCount: numberOf(values, 'minCount') ?? 0,
  };
}

/** What of it can still be changed when there is such a board. */
export function toBoardChanges(values: Values): Omit<NewBoard, 'metric' | 'currency' | 'period' | 'timeZone'> {
  const {metric: _metric, currency: _currency, period: _period, timeZone: _timeZone, ...changes} = toBoard(values);
  return changes;
}
