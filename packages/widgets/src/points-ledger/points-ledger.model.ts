import type {PointsEntry, PointsRule} from '@portico/contract';

/** What the reader wants to see of the ledger. */
export type LedgerPeriod = 'all' | 'month' | 'quarter' | 'year';

/** Entries of one month, in the reader's time zone. */
export interface Month {
  /** `2026-11` */
  readonly key: string;
  readonly entries: readonly PointsEntry[];
  readonly points: number;
  /** Whether no further entry of it can come. */
  readonly isWhole: boolean;
}

/**
 * Groups entries by the month in which they happened.
 *
 * @param entries - The latest first.
 * @param monthOf - The month of an instant.
 * @param hasMore - Whether earlier entries were not read yet.
 */
export function monthsOf(entries: readonly PointsEntry[], monthOf: (instant: string) => string, hasMore: boolean): Month[] {
  const groups = Map.groupBy(entries, ({occurredAt}) => monthOf(occurredAt));
  return [...groups].map(([key, rows], index) => ({key, entries: rows, points: sumOf(rows), isWhole: !hasMore || index < groups.size - 1}));
}

/** What entries add up to. */
export function sumOf(entries: readonly PointsEntry[]): number {
  return entries.reduce((sum, {points}) => sum + points, 0);
}

/** What a rule would have given without its limit; `undefined` where this page does not know the version that decided. */
export function worthOf({rule, event, points}: PointsEntry, rules: readonly PointsRule[]): {readonly worth: number; readonly isCapped: boolean; readonly terms: NonNullable<PointsRule['published']>['terms']} | undefined {
  const published = rules.find(({id}) => id === rule?.id)?.published;
  if (!published || !event || published.number !== rule?.number) return undefined;
  const {formula} = published.terms;
  const isOther = formula.kind === 'per_amount' && event.amount?.currency !== formula.currency;
  if (isOther) return undefined;
  const worth = formula.kind === 'fixed' ? formula.points : Math.floor((event.amount?.amountMinor ?? 0) / formula.perMinor) * formula.points;
  return {worth, isCapped: Math.abs(points) < worth, terms: published.terms};
}
