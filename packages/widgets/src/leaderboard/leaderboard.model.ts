import type {BoardRow, BoardStandings} from '@portico/contract';

/** Who a row is, in one board and period: ids of those with a name, else the alias. */
export function keyOf({partnerOrg, alias}: Pick<BoardRow, 'partnerOrg' | 'alias'>): string {
  return partnerOrg?.id ?? alias ?? '';
}

/** Whether two readings are of the same board and period. */
export function isSameSubject(a: BoardStandings, b: BoardStandings): boolean {
  return a.board.id === b.board.id && a.period.key === b.period.key;
}

/** Whether rows stand in another order, so that something on the page would move. */
export function hasMoved(a: BoardStandings, b: BoardStandings): boolean {
  return a.rows.length !== b.rows.length || a.rows.some((row, index) => keyOf(row) !== keyOf(b.rows[index] as BoardRow));
}

/** Rows above the others: the first three, unless a tie would leave somebody out who stands as high. */
export function podiumOf(rows: readonly BoardRow[]): readonly BoardRow[] {
  const three = rows.slice(0, 3);
  const isWhole = three.length === 3 && three.every(({rank}, index) => rank <= index + 1) && (rows[3]?.rank ?? 4) > 3;
  return isWhole ? three : [];
}

/** How many places lie between a row and the one before it that are not shown; 0 when it follows. */
export function gapBefore(rows: readonly BoardRow[], index: number): number {
  const row = rows[index];
  const before = rows[index - 1];
  if (!row || !before || row.rank === before.rank) return 0;
  const tied = rows.slice(0, index).filter(({rank}) => rank === before.rank).length;
  return Math.max(0, row.rank - before.rank - tied);
}

/** Places won since the period before, negative when lost; `null` without a rank there. */
export function placesWon({rank, previousRank}: Pick<BoardRow, 'rank' | 'previousRank'>): number | null {
  return previousRank === null ? null : previousRank - rank;
}
