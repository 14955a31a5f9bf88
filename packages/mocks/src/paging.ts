import type {Page} from '@portico/contract';
import {problem} from './problem.ts';

/** Where a row stands in a list: lower first. */
export type SortKey = number | string;

/** An order of rows: by a key, then by id, which goes down where the newest comes first. */
export interface Order<Row> {
  keyOf(row: Row): SortKey;
  readonly ids: 'up' | 'down';
}

/** The newest first. */
export function newestBy<Row>(instantOf: (row: Row) => string): Order<Row> {
  return {keyOf: row => -Date.parse(instantOf(row)), ids: 'down'};
}

interface Cursor {
  key: SortKey;
  id: string;
  back: boolean;
  /** The filters of the list that it was given out for. */
  of: string;
}

/**
 * One page of a list, by keyset: a row that stays keeps its place whatever comes or goes before it.
 *
 * @param rows - Sorted by `sortRows` in the same order.
 * @param filters - The input without `cursor` and `limit`; a cursor holds for the same filters only.
 * @throws MockProblem `cursor_invalid`.
 */
export function pageOf<Row extends {id: string}>(rows: readonly Row[], order: Order<Row>, input: {limit: number; cursor?: string | undefined}, filters: object): Page<Row> {
  const of = filterHash(filters);
  let start = 0;
  let end = input.limit;
  if (input.cursor !== undefined) {
    const cursor = readCursor(input.cursor, of);
    const place = firstAfter(rows, order, cursor);
    start = cursor.back ? Math.max(0, place - input.limit) : place;
    end = cursor.back ? place : place + input.limit;
  }
  const items = rows.slice(start, end);
  const first = items[0];
  const last = items.at(-1);
  return {
    items,
    page: {
      next: last && end < rows.length ? writeCursor({key: order.keyOf(last), id: last.id, back: false, of}) : null,
      prev: first && start > 0 ? writeCursor({key: order.keyOf(first), id: first.id, back: true, of}) : null,
    },
  };
}

/** Sorts rows for `pageOf`. */
export function sortRows<Row extends {id: string}>(rows: readonly Row[], order: Order<Row>): Row[] {
  return rows
    .map(row => ({row, key: order.keyOf(row)}))
    .sort((a, b) => compare(order, a.key, a.row.id, b.key, b.row.id))
    .map(({row}) => row);
}

/** The number of rows up to the cursor: those before it when it points back, those up to and with it when it points on. */
function firstAfter<Row extends {id: string}>(rows: readonly Row[], order: Order<Row>, {key, id, back}: Cursor): number {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const row = rows[middle];
    const place = row ? compare(order, order.keyOf(row), row.id, key, id) : 1;
    if (place < 0 || (place === 0 && !back)) low = middle + 1;
    else high = middle;
  }
  return low;
}

function compare<Row>({ids}: Order<Row>, a: SortKey, aId: string, b: SortKey, bId: string): number {
  if (a !== b) return a < b ? -1 : 1;
  return aId === bId ? 0 : aId < bId === (ids === 'up') ? -1 : 1;
}

function writeCursor(cursor: Cursor): string {
  return btoa(encodeURIComponent(JSON.stringify(cursor))).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

function readCursor(text: string, of: string): Cursor {
  try {
    const cursor = JSON.parse(decodeURIComponent(atob(text.replaceAll('-', '+').replaceAll('_', '/')))) as Cursor;
    if (cursor.of === of) return cursor;
  } catch {
    // Falls through: whatever it was, it is no cursor.
  }
  throw problem('cursor_invalid');
}

function filterHash(filters: object): string {
  const {limit: _limit, cursor: _cursor, ...rest} = filters as Record<string, unknown>;
  let hash = 0;
  for (const char of JSON.stringify(rest)) hash = (Math.imul(hash, 31) + (char.codePointAt(0) ?? 0)) >>> 0;
  return hash.toString(36);
}
