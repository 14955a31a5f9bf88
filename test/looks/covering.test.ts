import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import fc from 'fast-check';
import {coveringRows, type Factors} from './covering.ts';

const pairsIn = (rows: readonly Readonly<Record<string, unknown>>[]) =>
  new Set(rows.flatMap(row => Object.entries(row).flatMap(([a, x]) => Object.entries(row).flatMap(([b, y]) => (a < b ? [`${a}=${x} ${b}=${y}`] : [])))));

const allPairs = (factors: Factors) =>
  new Set(Object.entries(factors).flatMap(([a, xs]) => Object.entries(factors).flatMap(([b, ys]) => (a < b ? xs.flatMap(x => ys.map(y => `${a}=${x} ${b}=${y}`)) : []))));

describe('rows that cover pairs', () => {
  it('hold every pair of values, and nothing that is no value', () => {
    const factors = fc.array(fc.integer({min: 1, max: 7}), {minLength: 2, maxLength: 6}).map(sizes => Object.fromEntries(sizes.map((size, at) => [`f${at}`, [...Array(size).keys()]])));
    fc.assert(fc.property(factors, each => assert.deepEqual(pairsIn(coveringRows(each)), allPairs(each))), {numRuns: 60});
  });

  it('are no more than the two largest factors need, where the others are small', () => {
    const factors = {widget: [...Array(14).keys()], locale: [...Array(13).keys()], state: [...Array(8).keys()], theme: [0, 1], direction: [0, 1], width: [0, 1]};
    assert.equal(coveringRows(factors).length, 14 * 13);
  });
});
