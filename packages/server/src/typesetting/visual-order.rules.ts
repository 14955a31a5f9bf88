/**
 * Puts parts of a line into the order in which they are seen from left to right: rule L2 of the Unicode Bidirectional Algorithm (https://unicode.org/reports/tr9/#L2).
 *
 * @param parts - As they are read, each with its embedding level: odd levels run from right to left.
 */
export function toVisualOrder<T extends {readonly level: number}>(parts: readonly T[]): T[] {
  const ordered = [...parts];
  const levels = parts.map(({level}) => level);
  const lowestOdd = Math.min(...levels.filter(level => level % 2 === 1), Infinity);
  for (let level = Math.max(0, ...levels); level >= lowestOdd; level--) {
    for (let from = 0; from < ordered.length; from++) {
      let to = from;
      while ((ordered[to]?.level ?? -1) >= level) to++;
      if (to - from > 1) ordered.splice(from, to - from, ...ordered.slice(from, to).reverse());
      from = Math.max(from, to - 1);
    }
  }
  return ordered;
}
