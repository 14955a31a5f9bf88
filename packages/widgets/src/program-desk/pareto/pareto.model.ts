import type {ParetoReport} from '@portico/contract';
import {monthsBefore, periodAt} from '@portico/contract/period';

/** Over which time turnover is added up. */
export const paretoPeriods = ['12_months', 'year', 'last_year', 'all'] as const;
export type ParetoPeriod = (typeof paretoPeriods)[number];

/** What the core brings at least, in percent; 80 unless somebody chooses. */
export const coreShares = [50, 80, 90, 95] as const;

/**
 * The time that a choice means.
 *
 * @param now - ISO text.
 * @param timeZone - In which years begin.
 */
export function spanOf(period: ParetoPeriod, now: string, timeZone: string): {readonly from?: string; readonly until?: string} {
  if (period === 'all') return {};
  if (period === '12_months') return {from: monthsBefore(now, 12)};
  const year = periodAt(now, 'year', timeZone).from ?? now;
  if (period === 'year') return {from: year};
  return {from: periodAt(new Date(Date.parse(year) - 1).toISOString(), 'year', timeZone).from ?? year, until: year};
}

/** A point of the drawing, 100 wide and 100 high, y going down. */
interface Point {
  readonly x: number;
  readonly y: number;
}

/** The curve as a drawing: the line, the area under the core, and the point where the core ends. */
export interface CurveDrawing {
  readonly line: string;
  readonly core: string;
  readonly mark: Point;
}

/** Draws the curve of a report with turnover. */
export function drawCurve({curve, core, rows}: Pick<ParetoReport, 'curve' | 'core' | 'rows'>): CurveDrawing {
  const points = curve.map(({partners, turnover}) => ({x: partners / 100, y: 100 - turnover / 100}));
  const mark = {x: core.shareOfPartners / 100, y: 100 - (rows[core.partners - 1]?.cumulativeShare ?? core.sharePercent * 100) / 100};
  const before = points.filter(({x}) => x < mark.x);
  return {line: lineOf(points), core: `${lineOf([...before, mark])}V100H0Z`, mark};
}

function lineOf(points: readonly Point[]): string {
  return points.map(({x, y}, index) => `${index === 0 ? 'M' : 'L'}${x} ${Math.round(y * 100) / 100}`).join('');
}
