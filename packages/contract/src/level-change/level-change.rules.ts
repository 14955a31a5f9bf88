import {periodAt} from '../period.ts';
import {isAbove, type TierLevel, type TierOutcome} from '../tier-policy/tier.rules.ts';
import type {TierTerms} from '../tier-policy/tier-policy.schema.ts';
import type {LevelChange, LevelChangeStatus} from './level-change.schema.ts';

// How partners move between levels. Servers and mocks run it every day for every partner. No schema library here.

const dayMs = 86_400_000;

/** Statuses in which a change is under way; a partner has one such change at most. */
export const openStatuses = ['eligible', 'proposed', 'approved', 'at_risk'] as const satisfies readonly LevelChangeStatus[];

/** From which statuses people can bring a promotion to which. */
export const levelChangeTransitions = {
  propose: {from: ['eligible'], to: 'proposed'},
  approve: {from: ['eligible', 'proposed'], to: 'approved'},
  reject: {from: ['eligible', 'proposed'], to: 'rejected'},
} as const satisfies Record<string, {readonly from: readonly LevelChangeStatus[]; readonly to: LevelChangeStatus}>;

export type OpenChange = Pick<LevelChange, 'kind' | 'status' | 'toLevelId' | 'effectiveFrom' | 'graceUntil'>;

/** A partner's standing, as far as moving between levels asks. */
export interface LevelStanding {
  readonly levelId: string | null;
  /** When it reached this level, or joined. */
  readonly since: string;
  readonly open: OpenChange | null;
  /** The last promotion that was rejected. */
  readonly rejected: {readonly toLevelId: string | null; readonly decidedAt: string} | null;
}

/** What happens next. Applied one after another until nothing does. */
export type LevelStep =
  | {readonly do: 'open'; readonly change: OpenChange}
  /** To the open change; with `effective` the partner's level becomes `toLevelId`. */
  | {readonly do: 'move'; readonly status: LevelChangeStatus; readonly toLevelId: string | null; readonly effectiveFrom: string | null};

type Terms = Pick<TierTerms, 'requirements' | 'promotion' | 'promotionOn' | 'graceDays' | 'holdForYear' | 'retryAfterDays' | 'timeZone'>;

/**
 * Decides what happens to a partner's level.
 *
 * @param outcome - Of the evaluation by the same terms.
 * @param now - ISO text in UTC with milliseconds.
 */
export function nextLevelStep(terms: Terms, levels: readonly TierLevel[], outcome: TierOutcome, standing: LevelStanding, now: string): LevelStep | null {
  const {open} = standing;
  if (open?.kind === 'promotion') return stepOfPromotion(terms, levels, outcome, standing, open, now);
  if (open?.kind === 'demotion') return stepOfDemotion(levels, outcome, standing, open, now);
  const {reachedLevelId} = outcome;
  if (isAbove(levels, reachedLevelId, standing.levelId)) return openPromotion(terms, standing, reachedLevelId, now);
  if (isLost(levels, outcome, standing.levelId)) return {do: 'open', change: {kind: 'demotion', status: 'at_risk', toLevelId: reachedLevelId, effectiveFrom: null, graceUntil: graceUntilOf(terms, standing, now)}};
  return null;
}

/** When a promotion that is approved now takes effect. */
export function effectiveFromOf({promotionOn, timeZone}: Pick<Terms, 'promotionOn' | 'timeZone'>, now: string): string {
  return promotionOn === 'any_day' ? now : (periodAt(now, 'quarter', timeZone).until ?? now);
}

function openPromotion(terms: Terms, {rejected}: LevelStanding, toLevelId: string | null, now: string): LevelStep | null {
  const isTooSoon = rejected !== null && rejected.toLevelId === toLevelId && Date.parse(now) < Date.parse(rejected.decidedAt) + terms.retryAfterDays * dayMs;
  if (isTooSoon) return null;
  const status = terms.promotion === 'automatic' ? 'approved' : terms.promotion === 'propose' ? 'proposed' : 'eligible';
  return {do: 'open', change: {kind: 'promotion', status, toLevelId, effectiveFrom: status === 'approved' ? effectiveFromOf(terms, now) : null, graceUntil: null}};
}

function stepOfPromotion(terms: Terms, levels: readonly TierLevel[], {reachedLevelId}: TierOutcome, {levelId}: LevelStanding, {status, toLevelId, effectiveFrom}: OpenChange, now: string): LevelStep | null {
  // Somebody gave it by hand, or more.
  if (!isAbove(levels, toLevelId, levelId)) return {do: 'move', status: 'withdrawn', toLevelId, effectiveFrom: null};
  // What was approved is a promise.
  if (status === 'approved') return effectiveFrom !== null && effectiveFrom <= now ? {do: 'move', status: 'effective', toLevelId, effectiveFrom} : null;
  if (!isAbove(levels, reachedLevelId, levelId)) return {do: 'move', status: 'withdrawn', toLevelId, effectiveFrom: null};
  if (reachedLevelId !== toLevelId) return {do: 'move', status, toLevelId: reachedLevelId, effectiveFrom: null};
  return terms.promotion === 'automatic' ? {do: 'move', status: 'approved', toLevelId, effectiveFrom: effectiveFromOf(terms, now)} : null;
}

function stepOfDemotion(levels: readonly TierLevel[], outcome: TierOutcome, {levelId}: LevelStanding, {toLevelId, graceUntil}: OpenChange, now: string): LevelStep | null {
  const {reachedLevelId} = outcome;
  if (!isLost(levels, outcome, levelId)) return {do: 'move', status: 'recovered', toLevelId, effectiveFrom: null};
  if (graceUntil !== null && graceUntil <= now) return {do: 'move', status: 'effective', toLevelId: reachedLevelId, effectiveFrom: null};
  return reachedLevelId === toLevelId ? null : {do: 'move', status: 'at_risk', toLevelId: reachedLevelId, effectiveFrom: null};
}

/** Levels without requirements are given by hand and not lost by counting. */
function isLost(levels: readonly TierLevel[], outcome: TierOutcome, levelId: string | null): boolean {
  return outcome.levels.some(level => level.levelId === levelId) && isAbove(levels, levelId, outcome.reachedLevelId);
}

/** Never without notice, and never within the year in which the level was reached where the programme promises that. */
function graceUntilOf({graceDays, holdForYear, timeZone}: Terms, {since}: LevelStanding, now: string): string {
  const grace = new Date(Date.parse(now) + graceDays * dayMs).toISOString();
  const held = holdForYear ? (periodAt(since, 'year', timeZone).until ?? grace) : grace;
  return held > grace ? held : grace;
}
