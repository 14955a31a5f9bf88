import type {PageLinks} from '@portico/contract';
import {sql, type Expression, type SelectQueryBuilder} from 'kysely';
import {CursorReader, type Position} from './cursor.ts';
import type {Scope} from './scope.ts';

/** One column of an order. Never NULL: wrap it in `coalesce`. */
export interface SortKey {
  /** `sql.ref('lead.received_at')`, `sql\`coalesce(accept_by, 'infinity')\``: the same text as in the index. */
  readonly expression: Expression<unknown>;
  readonly type: 'timestamptz' | 'text' | 'integer' | 'bigint' | 'uuid';
}

export interface PageOptions {
  /** Name of the list and of its order; a cursor of one list is refused by another. */
  readonly list: string;
  /** What the list is sorted by; the last one is unique (the id). */
  readonly by: readonly SortKey[];
  /** The one direction of all keys. */
  readonly direction: 'asc' | 'desc';
  /** The route's parsed input: `limit` and `cursor`, and filters, to which the cursor is bound. */
  readonly input: {readonly limit: number; readonly cursor?: string | undefined; readonly [filter: string]: unknown};
}

/**
 * Reads one page of a list by keyset: a row that keeps its sort keys during the walk comes exactly once, at any page size and in both directions, whatever is
 * inserted or deleted meanwhile.
 *
 * @param query - Filtered and with its columns selected, without order and limit. Columns named `page_key_…` are added.
 * @throws ProblemError `cursor_invalid` for a cursor of another list, filter, tenant or principal.
 */
export async function readPage<DB, TB extends keyof DB, O>(
  scope: Scope,
  query: SelectQueryBuilder<DB, TB, O>,
  {list, by, direction, input}: PageOptions,
): Promise<{rows: O[]; page: PageLinks}> {
  const {limit, cursor, ...filter} = input;
  const cursors = new CursorReader(scope, {list, direction, filter});
  const from = cursor === undefined ? null : await cursors.read(cursor, by.length);
  const backward = from?.way === 'prev';
  const ascending = (direction === 'asc') !== backward;

  let ordered = query.select(by.map(({expression}, index) => sql<string>`(${expression})::text`.as(keyName(index))));
  if (from) {
    const here = sql.join(by.map(({expression}) => expression));
    // As text, because a JavaScript Date would drop the microseconds and with them rows.
    const there = sql.join(by.map(({type}, index) => sql`${from.values[index]}::${sql.raw(type)}`));
    const operator = sql.raw(`${ascending ? '>' : '<'}${from.inclusive ? '=' : ''}`);
    ordered = ordered.where(sql<boolean>`(${here}) ${operator} (${there})`);
  }
  for (const {expression} of by) ordered = ordered.orderBy(expression, ascending ? 'asc' : 'desc');
  const found = await ordered.limit(limit + 1).execute();

  const more = found.length > limit;
  const rows = found.slice(0, limit);
  if (backward) rows.reverse();
  const positionOf = (row: unknown, way: Position['way']): Position => ({way, inclusive: false, values: by.map((_, index) => String((row as Record<string, unknown>)[keyName(index)]))});
  const beyond = (way: Position['way']): Promise<string | null> => {
    const row = way === 'next' ? rows.at(-1) : rows[0];
    if (from && from.way !== way) return cursors.write(row ? positionOf(row, way) : {way, inclusive: !from.inclusive, values: from.values});
    return more && row ? cursors.write(positionOf(row, way)) : Promise.resolve(null);
  };
  return {rows: rows as O[], page: {next: await beyond('next'), prev: from ? await beyond('prev') : null}};
}

function keyName(index: number): string {
  return `page_key_${index}`;
}
