import type {TierLevel, TierOutcome, TierValues} from './tier.rules.ts';
import type {TierTerms} from './tier-policy.schema.ts';

// What the engine has to say, as plain data: the same cases run on servers and in browsers. No schema library here.

const [gold, silver, registered] = ['0193a0c0-0000-7000-8000-000000000011', '0193a0c0-0000-7000-8000-000000000012', '0193a0c0-0000-7000-8000-000000000013'] as const;
const criterion = {event: null, operator: 'at_least', window: 'trailing_12_months', weight: 1, mandatory: false} as const;

export const goldenLevels: readonly TierLevel[] = [{id: gold, rank: 1}, {id: silver, rank: 2}, {id: registered, rank: 3}];

export const goldenTerms: Pick<TierTerms, 'requirements' | 'timeZone'> = {
  timeZone: 'Europe/Helsinki',
  requirements: [
    {levelId: registered, criteria: [], minScore: 100},
    {levelId: silver, minScore: 60, criteria: [{...criterion, metric: 'revenue', target: 5_000_000, weight: 3, mandatory: true}, {...criterion, metric: 'closed_deals', target: 3, window: 'calendar_year', weight: 2}]},
    {
      levelId: gold,
      minScore: 67,
      criteria: [
        {...criterion, metric: 'revenue', target: 20_000_000, mandatory: true},
        {...criterion, metric: 'certifications', target: 4},
        {...criterion, metric: 'custom', event: 'complaint', operator: 'at_most', target: 2, window: 'calendar_quarter'},
      ],
    },
  ],
};

/** About five eighths of 2026, and half of its third quarter, are over. */
export const goldenNow = '2026-08-15T21:00:00.000Z';

export interface GoldenCase {
  readonly name: string;
  readonly values: TierValues;
  readonly changes: readonly {readonly metric: 'revenue' | 'closed_deals' | 'certifications' | 'custom'; readonly event?: string; readonly add: number}[];
  readonly expected: {readonly reachedLevelId: TierOutcome['reachedLevelId']; /** Highest level first: met, score, gaps. */ readonly levels: readonly (readonly [boolean, number, readonly number[]])[]};
}

const silverYear = {'revenue trailing_12_months': 16_000_000, 'closed_deals calendar_year': 5, certifications: 2, 'custom:complaint calendar_quarter': 1};

export const goldenCases: readonly GoldenCase[] = [
  {name: 'nothing reaches what asks for nothing', values: {}, changes: [], expected: {reachedLevelId: registered, levels: [[false, 33, [20_000_000, 4, 0]], [false, 0, [5_000_000, 3]], [true, 100, []]]}},
  {name: 'a target that is just met is met', values: {'revenue trailing_12_months': 5_000_000}, changes: [], expected: {reachedLevelId: silver, levels: [[false, 33, [15_000_000, 4, 0]], [true, 60, [0, 3]], [true, 100, []]]}},
  {name: 'a mandatory criterion is not made up for', values: {'revenue trailing_12_months': 4_999_999, 'closed_deals calendar_year': 30}, changes: [], expected: {reachedLevelId: registered, levels: [[false, 33, [15_000_001, 4, 0]], [false, 40, [1, 0]], [true, 100, []]]}},
  {name: 'a year of silver', values: silverYear, changes: [], expected: {reachedLevelId: silver, levels: [[false, 33, [4_000_000, 2, 0]], [true, 100, [0, 0]], [true, 100, []]]}},
  {name: 'two more certifications and 40,000 more revenue reach gold', values: silverYear, changes: [{metric: 'certifications', add: 2}, {metric: 'revenue', add: 4_000_000}], expected: {reachedLevelId: gold, levels: [[true, 100, [0, 0, 0]], [true, 100, [0, 0]], [true, 100, []]]}},
  {name: 'two of three criteria are 66.67 percent, which is less than 67', values: silverYear, changes: [{metric: 'revenue', add: 4_000_000}], expected: {reachedLevelId: silver, levels: [[false, 66, [0, 2, 0]], [true, 100, [0, 0]], [true, 100, []]]}},
  {name: 'too much of what may be at most', values: silverYear, changes: [{metric: 'certifications', add: 2}, {metric: 'revenue', add: 4_000_000}, {metric: 'custom', event: 'complaint', add: 4}], expected: {reachedLevelId: silver, levels: [[false, 66, [0, 0, 3]], [true, 100, [0, 0]], [true, 100, []]]}},
  {name: 'nobody falls below nothing', values: {certifications: 1}, changes: [{metric: 'certifications', add: -5}], expected: {reachedLevelId: registered, levels: [[false, 33, [20_000_000, 4, 0]], [false, 0, [5_000_000, 3]], [true, 100, []]]}},
];
