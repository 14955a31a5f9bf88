/** Rows from `start` up to, and without, `end`. */
export interface RowRange {
  readonly start: number;
  readonly end: number;
}

/** What decides which rows stand in the page. Lengths in CSS pixels. */
export interface Viewport {
  readonly scrollTop: number;
  readonly height: number;
  readonly rowHeight: number;
  /** How many rows there are. */
  readonly count: number;
  /** Rows kept ready outside the view. Always the same number, so that scrolling makes no rows and drops none. */
  readonly spare: number;
  /** The way the view moves: 1 down, -1 up, 0 at rest. The spare rows stand where it is going. */
  readonly travel: -1 | 0 | 1;
}

/** Says which rows to draw. */
export function toRowRange({scrollTop, height, rowHeight, count, spare, travel}: Viewport): RowRange {
  const first = Math.floor(Math.max(0, scrollTop) / rowHeight);
  const visible = Math.ceil(height / rowHeight) + 1;
  const length = Math.min(count, visible + spare);
  const behind = travel === 0 ? spare / 2 : travel === 1 ? Math.min(2, spare) : Math.max(0, spare - 2);
  const start = Math.min(Math.max(0, first - Math.floor(behind)), count - length);
  return {start, end: start + length};
}

/**
 * Finds a row by its key, nearest first: a live list moves its rows by a few places, so an index of all of them is not
 * worth its making.
 *
 * @param near - Where it was.
 * @param reach - How many rows away to look.
 * @returns The index, or -1.
 */
export function findRow<T>(
  rows: readonly T[],
  keyOf: (row: T) => string,
  key: string,
  near: number,
  reach = Infinity,
): number {
  const farthest = Math.min(reach, Math.max(near, rows.length - near));
  for (let distance = 0; distance <= farthest; distance++) {
    for (const index of distance === 0 ? [near] : [near - distance, near + distance]) {
      const row = rows[index];
      if (row !== undefined && keyOf(row) === key) return index;
    }
  }
  return -1;
}

/**
 * Gives each drawn row one of as few places in the page as possible: a row keeps its place while it is drawn, and a
 * place that comes free is taken by a row that comes in. So nodes are reused, and the focus stays on its row.
 */
export class Places {
  #places = new Map<string, number>();
  #free: number[] = [];
  #made = 0;

  /** The place of each key, in their order. */
  assign(keys: readonly string[]): number[] {
    const before = this.#places;
    const drawn = new Set(keys);
    const left = [...before].filter(([key]) => !drawn.has(key)).map(([, place]) => place);
    // Rows that leave at one end come in, last first, at the other: so few nodes move. After a jump none need to.
    if (left.length >= before.size - 1) left.reverse();
    this.#free.push(...left);
    this.#places = new Map();
    return keys.map(key => {
      const place = before.get(key) ?? this.#free.pop() ?? this.#made++;
      this.#places.set(key, place);
      return place;
    });
  }
}
