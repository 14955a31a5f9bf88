import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {goldenCases, goldenLevels, goldenNow, goldenTerms} from './tier.golden.ts';
import {evaluateTiers, isAbove, nextAbove, whatIf, windowAt} from './tier.rules.ts';

const {requirements} = goldenTerms;

describe('the engine of levels', () => {
  for (const {name, values, changes, expected} of goldenCases) {
    it(name, () => {
      const {reachedLevelId, levels} = evaluateTiers(goldenTerms, goldenLevels, whatIf(requirements, values, changes), goldenNow);
      assert.deepEqual({reachedLevelId, levels: levels.map(({met, score, criteria}) => [met, score, criteria.map(({gap}) => gap)])}, expected);
    });
  }

  it('measures from the right instants', () => {
    assert.deepEqual(windowAt('trailing_12_months', goldenNow, 'Europe/Helsinki'), {from: '2025-08-15T21:00:00.000Z', until: goldenNow});
    assert.deepEqual(windowAt('calendar_year', goldenNow, 'Europe/Helsinki'), {from: '2025-12-31T22:00:00.000Z', until: goldenNow});
    assert.deepEqual(windowAt('calendar_quarter', goldenNow, 'Europe/Helsinki'), {from: '2026-06-30T21:00:00.000Z', until: goldenNow});
  });

  it('foretells the end of the calendar’s windows, and of others nothing', () => {
    const {levels} = evaluateTiers(goldenTerms, goldenLevels, {'custom:complaint calendar_quarter': 1, 'closed_deals calendar_year': 5, certifications: 2, 'revenue trailing_12_months': 7}, goldenNow);
    assert.deepEqual(levels.map(({criteria}) => criteria.map(({projected}) => projected)), [[7, 2, 2], [7, 8], []]);
    assert.equal(evaluateTiers(goldenTerms, goldenLevels, {'closed_deals calendar_year': 5}, '2025-12-31T22:00:00.000Z').levels[1]?.criteria[1]?.projected, 5);
  });

  it('knows what is above', () => {
    const [gold, silver, registered] = goldenLevels.map(({id}) => id);
    const outcome = evaluateTiers(goldenTerms, goldenLevels, {}, goldenNow);
    assert.deepEqual([null, registered ?? '', silver ?? '', gold ?? ''].map(id => nextAbove(outcome, goldenLevels, id)?.levelId), [registered, silver, gold, undefined]);
    assert.deepEqual([isAbove(goldenLevels, gold ?? '', null), isAbove(goldenLevels, null, gold ?? ''), isAbove(goldenLevels, null, null)], [true, false, false]);
  });

  it('passes over levels that the programme does not have any more', () => {
    assert.deepEqual(evaluateTiers(goldenTerms, goldenLevels.slice(1), {}, goldenNow).levels.length, 2);
  });
});
