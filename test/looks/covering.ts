/** What may vary, each with its values. */
export type Factors = Readonly<Record<string, readonly (string | number)[]>>;

/** One value of each factor. */
export type Row<F extends Factors> = {readonly [Name in keyof F]: F[Name][number]};

/**
 * Combinations in which every pair of values of any two factors occurs, far fewer than all combinations: the two factors with the most values in full, then one
 * factor after the other, each value where it meets the most pairs that are missing (in-parameter-order, Lei and Tai 1998).
 *
 * @returns The same rows for the same factors.
 */
export function coveringRows<F extends Factors>(factors: F): Row<F>[] {
  const names = Object.keys(factors).sort((a, b) => factors[b]!.length - factors[a]!.length || (a < b ? -1 : 1));
  const sizes = names.map(name => factors[name]!.length);
  let rows: (number | undefined)[][] = [[]];
  for (let column = 0; column < sizes.length; column++) {
    const values = [...Array(sizes[column]).keys()];
    if (column < 2) {
      rows = rows.flatMap(row => values.map(value => [...row, value]));
      continue;
    }
    const missing = new Set(sizes.slice(0, column).flatMap((size, other) => [...Array(size).keys()].flatMap(value => values.map(own => pair(other, value, own)))));
    const meets = (row: readonly (number | undefined)[], own: number) => row.slice(0, column).filter((value, other) => value !== undefined && missing.has(pair(other, value, own))).length;
    const uses = values.map(() => 0);
    for (const row of rows) {
      const best = values.reduce((a, b) => (meets(row, b) - meets(row, a) || uses[a]! - uses[b]!) > 0 ? b : a);
      row[column] = best;
      uses[best]!++;
      for (const [other, value] of row.slice(0, column).entries()) if (value !== undefined) missing.delete(pair(other, value, best));
    }
    for (const key of missing) {
      const [other = 0, value = 0, own = 0] = key.split(' ').map(Number);
      const free = rows.find(row => row[column] === own && row[other] === undefined);
      if (free) free[other] = value;
      else rows.push(Array.from({length: column + 1}, (_, at) => (at === other ? value : at === column ? own : undefined)));
    }
  }
  return rows.map(row => Object.fromEntries(names.map((name, at) => [name, factors[name]![row[at] ?? 0]])) as Row<F>);
}

/** A value of an earlier factor with one of the factor that is being added. */
const pair = (other: number, value: number, own: number) => `${other} ${value} ${own}`;
