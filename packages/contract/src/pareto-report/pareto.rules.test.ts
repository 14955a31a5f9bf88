import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import fc from 'fast-check';
import {paretoOf} from './pareto.rules.ts';

const of = (...amounts: readonly number[]) => amounts.map((amountMinor, index) => ({partnerOrg: {id: String(index), name: `Partner ${index}`}, amountMinor}));

describe('the report on turnover', () => {
  it('marks the few who bring most of it', () => {
    const {totalMinor, partners, core, rows, curve} = paretoOf(of(10, 50, 0, 30, 10), 80);
    assert.deepEqual([totalMinor, partners, core], [100, 4, {sharePercent: 80, partners: 2, shareOfPartners: 5000}]);
    assert.deepEqual(rows.map(({rank, amountMinor, cumulativeShare, isCore}) => [rank, amountMinor, cumulativeShare, isCore]), [[1, 50, 5000, true], [2, 30, 8000, true], [3, 10, 9000, false], [4, 10, 10_000, false]]);
    assert.deepEqual(curve, [{partners: 0, turnover: 0}, {partners: 2500, turnover: 5000}, {partners: 5000, turnover: 8000}, {partners: 7500, turnover: 9000}, {partners: 10_000, turnover: 10_000}]);
    assert.deepEqual(paretoOf([], 80), {totalMinor: 0, partners: 0, core: {sharePercent: 80, partners: 0, shareOfPartners: 0}, rows: [], curve: []});
  });

  it('needs the fewest partners, and its curve rises ever more slowly', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({min: 1, max: 1000}), {minLength: 1, maxLength: 30}), fc.integer({min: 1, max: 100}), (amounts, share) => {
        const {core, curve, totalMinor} = paretoOf(of(...amounts), share);
        const sorted = amounts.toSorted((a, b) => b - a);
        const sum = (count: number) => sorted.slice(0, count).reduce((total, each) => total + each, 0);
        assert.ok(sum(core.partners) / totalMinor >= share / 100 && sum(core.partners - 1) / totalMinor < share / 100);
        assert.deepEqual([curve[0], curve.at(-1)], [{partners: 0, turnover: 0}, {partners: 10_000, turnover: 10_000}]);
        for (const {partners, turnover} of curve) assert.ok(turnover >= partners - 1);
      }),
      {numRuns: 100},
    );
  });
});
