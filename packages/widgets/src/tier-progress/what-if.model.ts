import type {TierTerms} from '@portico/contract';
import {evaluateTiers, measured, valueKey, whatIf} from '@portico/contract/tier-rules';
import type {TierProgressController} from './tier-progress.controller.ts';
import type {Change, Outcome} from './tier-progress.view.ts';

/** Something of which there could be more. */
export interface Knob extends Change {
  /** What one step adds. */
  readonly step: number;
  /** The most that is worth trying: what the highest level asks for and half of it again. */
  readonly max: number;
}

const steps = 20;

/** What a partner could do more of: every metric of the terms that more is better of, each once. */
export function knobsOf({requirements}: Pick<TierTerms, 'requirements'>, changes: readonly Change[]): Knob[] {
  const all = requirements.flatMap(({criteria}) => criteria).filter(({operator}) => operator === 'at_least');
  const knobs = new Map<string, Knob>();
  for (const {metric, event, target} of all) {
    const key = `${metric} ${event}`;
    const before = knobs.get(key);
    if (before && before.max >= Math.ceil(target * 1.5)) continue;
    const step = metric === 'revenue' || metric === 'points' ? roundStep(target / steps) : 1;
    const max = Math.max(step, Math.ceil((target * 1.5) / step) * step);
    knobs.set(key, {metric, event, step, max, add: changes.find(change => isSame(change, {metric, event}))?.add ?? 0});
  }
  return [...knobs.values()];
}

/** Whether two changes are of the same thing. */
export function isSame(a: Pick<Change, 'metric' | 'event'>, b: Pick<Change, 'metric' | 'event'>): boolean {
  return a.metric === b.metric && a.event === b.event;
}

/** Measures the partner as if it had done more, by the rules that the server uses. */
export function evaluate({policy, standing, program}: TierProgressController, changes: readonly Change[]): Outcome | undefined {
  if (!policy || !standing || !program) return undefined;
  const {levels, reachedLevelId} = evaluateTiers(policy.terms, program.levels, whatIf(policy.terms.requirements, standing.values, changes), standing.asOf);
  return {levels: levels.map(level => ({...level, criteria: [...level.criteria]})), reachedLevelId};
}

/** The largest value that any level measures now of what a knob moves. */
export function valueOf({policy, standing}: TierProgressController, {metric, event}: Pick<Change, 'metric' | 'event'>): number {
  const keys = measured(policy?.terms.requirements ?? []).filter(each => isSame({metric: each.metric, event: each.event}, {metric, event})).map(valueKey);
  return Math.max(0, ...keys.map(key => standing?.values[key] ?? 0));
}

/** 1, 2 or 5 with zeros. */
function roundStep(about: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(1, about)));
  return ([1, 2, 5, 10].find(digit => digit * power >= about) ?? 10) * power;
}
