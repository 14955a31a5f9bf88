import type {PointsAccount, PointsLevel, PointsScheme, PointsValue} from './points-account.schema.ts';

// What points are for; servers and mocks run it. No schema library here.

/** Points that expire together: what was given, less what was redeemed of it. */
export interface PointsLot {
  /** ISO text; `null`: never. */
  readonly expiresAt: string | null;
  readonly points: number;
}

/** The level of a partner with so many points, and the one above. */
export function levelsAt(levels: readonly PointsLevel[], earned: number): Pick<PointsAccount, 'level' | 'nextLevel'> {
  const next = levels.find(({minPoints}) => minPoints > earned);
  return {level: levels.findLast(({minPoints}) => minPoints <= earned) ?? null, nextLevel: next ? {...next, remaining: next.minPoints - earned} : null};
}

/** What is wrong with a scheme whose fields are right by themselves. */
export function schemeFaults({levels}: Pick<PointsScheme, 'levels'>): {pointer: string; code: string; message: string}[] {
  return levels.flatMap(({minPoints}, index) => (index > 0 && minPoints <= (levels[index - 1]?.minPoints ?? 0) ? [{pointer: `/levels/${index}/minPoints`, code: 'not_above', message: 'Must be more than the level before asks for.'}] : []));
}

/**
 * Takes points from an account, those that expire first.
 *
 * @param lots - That have not expired. One may be below 0: what it once gave was taken back after it was redeemed.
 * @returns What is taken of which lot, adding up to the price; `null` when the account holds less than that.
 */
export function payFrom(lots: readonly PointsLot[], price: number): PointsLot[] | null {
  if (lots.reduce((sum, {points}) => sum + points, 0) < price) return null;
  const paid: PointsLot[] = [];
  let left = price;
  for (const {expiresAt, points} of lots.toSorted(firstToExpire)) {
    const part = Math.min(points, left);
    if (part > 0) paid.push({expiresAt, points: part});
    left -= Math.max(0, part);
  }
  return paid;
}

/** What points are worth at a rate, in minor units and rounded up. */
export function worthAt({points, amountMinor}: Pick<PointsValue, 'points' | 'amountMinor'>, owned: number): number {
  return Number((BigInt(owned) * BigInt(amountMinor) + BigInt(points) - 1n) / BigInt(points));
}

function firstToExpire(a: PointsLot, b: PointsLot): number {
  if (a.expiresAt === b.expiresAt) return 0;
  if (a.expiresAt === null || b.expiresAt === null) return a.expiresAt === null ? 1 : -1;
  return Date.parse(a.expiresAt) - Date.parse(b.expiresAt);
}
