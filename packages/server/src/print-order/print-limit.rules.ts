import type {PrintLevelLimit} from '@portico/contract';
import type {Level} from '@portico/contract/asset-access-rules';

/** What limits an order of printed copies. */
export interface PrintLimits {
  readonly perOrder: number | null;
  readonly perLevel: readonly PrintLevelLimit[];
  readonly periodDays: number;
}

/** Copies that a partner ordered of an asset, when; cancelled orders do not count. */
export interface PastOrder {
  readonly quantity: number;
  /** ISO text. */
  readonly at: string;
}

/** How much may be ordered now. */
export interface PrintRoom {
  /** `null`: no limit. */
  readonly most: number | null;
  /** When more may be ordered, if the limit of the level leaves nothing; ISO text. */
  readonly moreAt: string | null;
}

const dayMs = 86_400_000;

/**
 * The limit of a partner's level: its own, else that of the nearest lower level that has one (who stands higher gets at least as much), else that for everybody else.
 *
 * @returns Copies within the period; `null`: no limit.
 */
export function levelLimit(perLevel: readonly PrintLevelLimit[], levels: readonly Level[], levelId: string | null): number | null {
  const rank = levels.find(({id}) => id === levelId)?.rank;
  // Rank 1 is the highest.
  const below = rank === undefined ? [] : levels.filter(level => level.rank >= rank).toSorted((a, b) => a.rank - b.rank);
  for (const {id} of below) {
    const limit = perLevel.find(each => each.levelId === id);
    if (limit) return limit.quantity;
  }
  return perLevel.find(each => each.levelId === null)?.quantity ?? null;
}

/**
 * How much a partner may order now.
 *
 * @param past - Orders within the period or longer ago, in any order.
 * @param now - Milliseconds since 1970.
 */
export function printRoom(limits: PrintLimits, ofLevel: number | null, past: readonly PastOrder[], now: number): PrintRoom {
  if (ofLevel === null) return {most: limits.perOrder, moreAt: null};
  const periodMs = limits.periodDays * dayMs;
  const counted = past.filter(({at}) => Date.parse(at) > now - periodMs).toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at));
  let used = counted.reduce((sum, {quantity}) => sum + quantity, 0);
  const left = Math.max(0, ofLevel - used);
  if (left > 0) return {most: limits.perOrder === null ? left : Math.min(left, limits.perOrder), moreAt: null};
  for (const {quantity, at} of counted) {
    used -= quantity;
    if (used < ofLevel) return {most: 0, moreAt: new Date(Date.parse(at) + periodMs).toISOString()};
  }
  return {most: 0, moreAt: null};
}
