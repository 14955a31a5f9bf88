import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {goldenLevels, goldenTerms} from '../tier-policy/tier.golden.ts';
import {evaluateTiers, type TierValues} from '../tier-policy/tier.rules.ts';
import {nextLevelStep, type LevelStanding, type LevelStep} from './level-change.rules.ts';

const [gold = '', silver = '', registered = ''] = goldenLevels.map(({id}) => id);
const now = '2026-08-15T21:00:00.000Z';
const terms = {...goldenTerms, promotion: 'propose', promotionOn: 'any_day', graceDays: 30, holdForYear: false, retryAfterDays: 90} as const;
const standing: LevelStanding = {levelId: registered, since: '2025-02-01T00:00:00.000Z', open: null, rejected: null};
const silverValues = {'revenue trailing_12_months': 5_000_000};
const goldValues = {'revenue trailing_12_months': 20_000_000, certifications: 4};
const promotion = {kind: 'promotion', status: 'proposed', toLevelId: silver, effectiveFrom: null, graceUntil: null} as const;
const atRisk = {kind: 'demotion', status: 'at_risk', toLevelId: registered, effectiveFrom: null, graceUntil: '2026-09-01T00:00:00.000Z'} as const;

const cases: readonly [string, Partial<typeof terms> | object, TierValues, Partial<LevelStanding>, LevelStep | null, string?][] = [
  ['leaves a partner alone who is where it belongs', {}, silverValues, {levelId: silver}, null],
  ['proposes the highest level that is reached', {}, goldValues, {}, {do: 'open', change: {...promotion, toLevelId: gold}}],
  ['waits for somebody to propose it', {promotion: 'manual'}, silverValues, {}, {do: 'open', change: {...promotion, status: 'eligible'}}],
  ['approves by itself where the programme says so', {promotion: 'automatic'}, silverValues, {}, {do: 'open', change: {...promotion, status: 'approved', effectiveFrom: now}}],
  ['promotes with the next quarter', {promotion: 'automatic', promotionOn: 'quarter'}, silverValues, {}, {do: 'open', change: {...promotion, status: 'approved', effectiveFrom: '2026-09-30T21:00:00.000Z'}}],
  ['promotes when its time has come', {}, {}, {open: {...promotion, status: 'approved', effectiveFrom: now}}, {do: 'move', status: 'effective', toLevelId: silver, effectiveFrom: now}],
  ['does not promote before', {}, silverValues, {open: {...promotion, status: 'approved', effectiveFrom: '2026-08-15T21:00:00.001Z'}}, null],
  ['withdraws what is no longer reached', {}, {}, {open: promotion}, {do: 'move', status: 'withdrawn', toLevelId: silver, effectiveFrom: null}],
  ['withdraws what was given by hand', {}, silverValues, {levelId: silver, open: {...promotion, status: 'approved', effectiveFrom: '2026-10-01T00:00:00.000Z'}}, {do: 'move', status: 'withdrawn', toLevelId: silver, effectiveFrom: null}],
  ['raises a proposal when more is reached', {}, goldValues, {open: promotion}, {do: 'move', status: 'proposed', toLevelId: gold, effectiveFrom: null}],
  ['does not put the same forward soon after it was rejected', {}, silverValues, {rejected: {toLevelId: silver, decidedAt: '2026-07-01T00:00:00.000Z'}}, null],
  ['puts a higher one forward though', {}, goldValues, {rejected: {toLevelId: silver, decidedAt: '2026-07-01T00:00:00.000Z'}}, {do: 'open', change: {...promotion, toLevelId: gold}}],
  ['puts the same forward when the time is over', {}, silverValues, {rejected: {toLevelId: silver, decidedAt: '2026-05-17T21:00:00.000Z'}}, {do: 'open', change: promotion}],
  ['gives notice before a level is lost', {}, {}, {levelId: silver}, {do: 'open', change: {...atRisk, graceUntil: '2026-09-14T21:00:00.000Z'}}],
  ['keeps a level for the year in which it was reached', {holdForYear: true}, {}, {levelId: silver, since: '2026-03-01T00:00:00.000Z'}, {do: 'open', change: {...atRisk, graceUntil: '2026-12-31T22:00:00.000Z'}}],
  ['waits while there is time', {}, {}, {levelId: silver, open: atRisk}, null],
  ['demotes when it is over', {}, {}, {levelId: silver, open: atRisk}, {do: 'move', status: 'effective', toLevelId: registered, effectiveFrom: null}, '2026-09-01T00:00:00.000Z'],
  ['lets a level recover, even on the last day', {}, silverValues, {levelId: silver, open: atRisk}, {do: 'move', status: 'recovered', toLevelId: registered, effectiveFrom: null}, '2026-09-01T00:00:00.000Z'],
  ['says what would be left', {}, silverValues, {levelId: gold, open: atRisk}, {do: 'move', status: 'at_risk', toLevelId: silver, effectiveFrom: null}],
];

describe('moving between levels', () => {
  for (const [name, changed, values, stands, expected, at = now] of cases) {
    it(name, () => {
      const asked = {...terms, ...changed};
      assert.deepEqual(nextLevelStep(asked, goldenLevels, evaluateTiers(asked, goldenLevels, values, at), {...standing, ...stands}, at), expected);
    });
  }

  it('leaves a level that is given by hand', () => {
    const asked = {...terms, requirements: terms.requirements.filter(({levelId}) => levelId !== gold)};
    assert.equal(nextLevelStep(asked, goldenLevels, evaluateTiers(asked, goldenLevels, {}, now), {...standing, levelId: gold}, now), null);
  });
});
