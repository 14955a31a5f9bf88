import {monthsBefore, periodAt, type Period} from '../period.ts';
import type {TierCriterion, TierMetric, TierPreview, TierRequirement, TierTerms, TierWindow} from './tier-policy.schema.ts';

// The one engine of levels; the server's daily evaluation, mocks and a partner's what-if in the browser run it. No schema library here.

/** A level of the programme; rank 1 is the highest. */
export interface TierLevel {
  readonly id: string;
  readonly rank: number;
}

/** What a partner achieved, by `valueKey`; what is not there is 0. */
export type TierValues = Readonly<Record<string, number>>;

export interface CriterionOutcome extends TierCriterion {
  readonly value: number;
  readonly met: boolean;
  /** How much more, or less with `at_most`, it takes; 0 when it is met. */
  readonly gap: number;
  /** The value at the end of the window if it goes on as until now. */
  readonly projected: number;
}

export interface LevelOutcome {
  readonly levelId: string;
  readonly met: boolean;
  /** Share of the weights of criteria that are met, in whole percent, rounded down; 100 without weights. */
  readonly score: number;
  readonly minScore: number;
  readonly criteria: readonly CriterionOutcome[];
}

export interface TierOutcome {
  /** Those with requirements, the highest first. */
  readonly levels: readonly LevelOutcome[];
  /** The highest level that is met, or `null`. */
  readonly reachedLevelId: string | null;
}

/** Under which name a criterion's value is kept. */
export function valueKey({metric, event, window}: Pick<TierCriterion, 'metric' | 'event' | 'window'>): string {
  return metric === 'certifications' ? metric : `${event === null ? metric : `custom:${event}`} ${window}`;
}

/** All values that requirements ask for, each once. */
export function measured(requirements: readonly TierRequirement[]): Pick<TierCriterion, 'metric' | 'event' | 'window'>[] {
  const all = requirements.flatMap(({criteria}) => criteria).map(criterion => [valueKey(criterion), criterion] as const);
  return [...new Map(all).values()].map(({metric, event, window}) => ({metric, event, window}));
}

/** The time that a window covers, until now. */
export function windowAt(window: TierWindow, now: string, timeZone: string): {readonly from: string; readonly until: string} {
  if (window === 'trailing_12_months') return {from: monthsBefore(now, 12), until: now};
  const {from} = calendarOf(window, now, timeZone);
  return {from: from ?? now, until: now};
}

/**
 * Measures a partner by every level.
 *
 * @param now - ISO text; only projections depend on it.
 */
export function evaluateTiers({requirements, timeZone}: Pick<TierTerms, 'requirements' | 'timeZone'>, levels: readonly TierLevel[], values: TierValues, now: string): TierOutcome {
  const ranks = new Map(levels.map(({id, rank}) => [id, rank]));
  const rankOf = ({levelId}: {readonly levelId: string}) => ranks.get(levelId) ?? Number.POSITIVE_INFINITY;
  const outcomes = requirements
    .filter(({levelId}) => ranks.has(levelId))
    .toSorted((a, b) => rankOf(a) - rankOf(b))
    .map(requirement => evaluateLevel(requirement, values, now, timeZone));
  return {levels: outcomes, reachedLevelId: outcomes.find(({met}) => met)?.levelId ?? null};
}

/** What would be if the partner did more: each change is added to its metric in all windows. */
export function whatIf(requirements: readonly TierRequirement[], values: TierValues, changes: readonly {readonly metric: TierMetric; readonly event?: string | null; readonly add: number}[]): TierValues {
  const after: Record<string, number> = {...values};
  for (const {metric, event = null, add} of changes) {
    for (const criterion of measured(requirements)) {
      if (criterion.metric !== metric || criterion.event !== event) continue;
      const key = valueKey(criterion);
      after[key] = Math.max(0, (after[key] ?? 0) + add);
    }
  }
  return after;
}

/** Whether the first level is above the second; `null` is below all. */
export function isAbove(levels: readonly TierLevel[], a: string | null, b: string | null): boolean {
  const rankOf = (id: string | null) => levels.find(level => level.id === id)?.rank ?? Number.POSITIVE_INFINITY;
  return rankOf(a) < rankOf(b);
}

/** The level above one, of those that can be reached; `null` at the top. */
export function nextAbove(outcome: TierOutcome, levels: readonly TierLevel[], levelId: string | null): LevelOutcome | null {
  return outcome.levels.filter(level => isAbove(levels, level.levelId, levelId)).at(-1) ?? null;
}

const mostPreviewed = 500;

/** Adds up what other terms would change. */
export function toTierPreview(levels: readonly TierLevel[], measured: readonly TierPreview['rows'][number][]): TierPreview {
  const ids = [...levels.toSorted((a, b) => a.rank - b.rank).map(({id}) => id), null];
  const changed = measured.filter(({before, after}) => before !== after);
  const rows = changed.toSorted((a, b) => (a.partnerOrg.name < b.partnerOrg.name ? -1 : 1)).slice(0, mostPreviewed);
  return {
    partners: measured.length,
    changed: changed.length,
    levels: ids.map(levelId => ({levelId, before: measured.filter(({before}) => before === levelId).length, after: measured.filter(({after}) => after === levelId).length})),
    rows,
  };
}

function evaluateLevel({levelId, criteria, minScore}: TierRequirement, values: TierValues, now: string, timeZone: string): LevelOutcome {
  const outcomes = criteria.map(criterion => evaluateCriterion(criterion, values, now, timeZone));
  const weightOf = (some: readonly CriterionOutcome[]) => some.reduce((sum, {weight}) => sum + weight, 0);
  const all = weightOf(outcomes);
  const reached = weightOf(outcomes.filter(({met}) => met));
  // In whole numbers: 2 of 3 is not 66 or 67 but exactly that.
  const hasScore = all === 0 || reached * 100 >= minScore * all;
  return {levelId, met: hasScore && outcomes.every(({met, mandatory}) => met || !mandatory), score: all === 0 ? 100 : Math.floor((reached * 100) / all), minScore, criteria: outcomes};
}

function evaluateCriterion(criterion: TierCriterion, values: TierValues, now: string, timeZone: string): CriterionOutcome {
  const {operator, target, window, metric} = criterion;
  const value = values[valueKey(criterion)] ?? 0;
  const missing = operator === 'at_least' ? target - value : value - target;
  const projected = metric === 'certifications' || window === 'trailing_12_months' ? value : projectedAt(value, calendarOf(window, now, timeZone), now);
  return {...criterion, value, met: missing <= 0, gap: Math.max(0, missing), projected};
}

function calendarOf(window: Exclude<TierWindow, 'trailing_12_months'>, now: string, timeZone: string): Period {
  return periodAt(now, window === 'calendar_year' ? 'year' : 'quarter', timeZone);
}

/** Never below what is there; at the very beginning nothing is foretold. */
function projectedAt(value: number, {from, until}: Period, now: string): number {
  if (from === null || until === null) return value;
  const [start, end, at] = [Date.parse(from), Date.parse(until), Date.parse(now)];
  return at <= start ? value : Math.max(value, Math.round((value * (end - start)) / (at - start)));
}
