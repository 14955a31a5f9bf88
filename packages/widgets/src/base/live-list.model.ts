/** What a list holds: something with an identity and a row version. */
export interface Versioned {
  readonly id: string;
  readonly version: number;
}

/** Whether a reading is for the same arguments as another; `null` is for none. */
export function sameArgs(some: readonly unknown[] | null, others: readonly unknown[] | null): boolean {
  return some === others || (some?.length === others?.length && (some?.every((arg, index) => Object.is(arg, others?.[index])) ?? false));
}

/** Rows and more rows, each id once: the first one counts. */
export function joinRows<Item extends Versioned>(rows: readonly Item[], more: readonly Item[]): readonly Item[] {
  if (more.length === 0) return rows;
  const known = new Set(rows.map(({id}) => id));
  return [...rows, ...more.filter(({id}) => !known.has(id))];
}

/** Which rows a new reading may not take out of the person's hands. */
export interface RowsInHand<Item> {
  /** An act on it is under way: it is shown as the act will leave it. */
  readonly acting: (item: Item) => boolean;
  /** It stays in its place although it may no longer belong. */
  readonly held: (item: Item) => boolean;
}

/**
 * Rows that were read anew, with those in hand as they were and where they stood.
 *
 * @param before - The rows on screen.
 * @param now - The rows as read.
 */
export function keepRows<Item extends Versioned>(before: readonly Item[], now: readonly Item[], {acting, held}: RowsInHand<Item>): readonly Item[] {
  let rows = now;
  before.forEach((item, index) => {
    if (!acting(item) && !held(item)) return;
    const at = rows.findIndex(({id}) => id === item.id);
    if (at >= 0 && acting(item)) rows = rows.with(at, item);
    if (at >= 0 || !held(item)) return;
    const above = rows.findIndex(({id}) => id === before[index - 1]?.id);
    rows = rows.toSpliced(above < 0 ? Math.min(index, rows.length) : above + 1, 0, item);
  });
  return rows;
}

/** Whether the answer says that the object is not there for this reader. */
export function isGone(error: unknown): boolean {
  const status = (error as {problem?: {status?: number}} | null)?.problem?.status;
  return status === 404 || status === 403 || status === 410;
}
