import {levelChangeExamples} from '../level-change/level-change.examples.ts';
import {tierPolicyExamples} from '../tier-policy/tier-policy.examples.ts';
import type {LevelProgress, TierEvaluation, TierStanding} from './tier-evaluation.schema.ts';

const values = {'revenue trailing_12_months': 21_400_000, 'closed_deals trailing_12_months': 6, certifications: 4};
const achieved = [[21_400_000, 6, 4], [21_400_000, 4]] as const;
const levels = tierPolicyExamples.aurora.terms.requirements.map(({levelId, criteria, minScore}, level): LevelProgress => ({
  levelId,
  met: true,
  score: level === 0 ? 75 : 100,
  minScore,
  criteria: criteria.map((criterion, index) => {
    const value = achieved[level]?.[index] ?? 0;
    return {...criterion, value, met: value >= criterion.target, gap: Math.max(0, criterion.target - value), projected: value};
  }),
}));
const evaluation: TierEvaluation = {
  id: '0193a0c0-0000-7000-8000-000000003401',
  partnerOrg: {id: '0193a0c0-0000-7000-8000-000000000101', name: 'Lumen Automation'},
  policyNumber: 1,
  asOf: '2026-11-21T22:00:00.000Z',
  levelId: '0193a0c0-0000-7000-8000-000000000012',
  reachedLevelId: '0193a0c0-0000-7000-8000-000000000011',
  values,
  levels,
};

/** A silver partner that has reached Gold. */
export const tierEvaluationExamples = {promoted: evaluation} satisfies Record<string, TierEvaluation>;

const {id: _, ...measured} = evaluation;
export const tierStandingExample = {...measured, asOf: '2026-11-22T09:00:00.000Z', change: levelChangeExamples.proposed} satisfies TierStanding;
