import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {levelsAt, payFrom, schemeFaults, worthAt} from './points-account.rules.ts';

const [spring, summer] = ['2027-03-01T00:00:00.000Z', '2027-06-01T00:00:00.000Z'];

describe('an account of points', () => {
  it('pays with what expires first, and never more than it holds', () => {
    const lots = [{expiresAt: null, points: 50}, {expiresAt: summer, points: 100}, {expiresAt: spring, points: 30}];
    assert.deepEqual(payFrom(lots, 100), [{expiresAt: spring, points: 30}, {expiresAt: summer, points: 70}]);
    assert.deepEqual(payFrom(lots, 180), [{expiresAt: spring, points: 30}, {expiresAt: summer, points: 100}, {expiresAt: null, points: 50}]);
    assert.equal(payFrom(lots, 181), null);
    assert.equal(payFrom([], 1), null);
  });

  it('owes what was taken back after it was redeemed', () => {
    const lots = [{expiresAt: spring, points: -40}, {expiresAt: null, points: 100}];
    assert.equal(payFrom(lots, 61), null);
    assert.deepEqual(payFrom(lots, 60), [{expiresAt: null, points: 60}]);
  });

  it('has a level from so many points on', () => {
    const levels = [{name: 'Bronze', minPoints: 100}, {name: 'Silver', minPoints: 500}];
    assert.deepEqual(levelsAt(levels, 99), {level: null, nextLevel: {name: 'Bronze', minPoints: 100, remaining: 1}});
    assert.deepEqual(levelsAt(levels, 100), {level: levels[0], nextLevel: {name: 'Silver', minPoints: 500, remaining: 400}});
    assert.deepEqual(levelsAt(levels, 900), {level: levels[1], nextLevel: null});
    assert.deepEqual(schemeFaults({levels: [...levels, {name: 'Gold', minPoints: 500}]}).map(({pointer}) => pointer), ['/levels/2/minPoints']);
  });

  it('is worth what the programme says, rounded up', () => {
    assert.deepEqual([worthAt({points: 100, amountMinor: 100}, 250), worthAt({points: 3, amountMinor: 10}, 1), worthAt({points: 1, amountMinor: 1_000_000_000}, 0)], [250, 4, 0]);
  });
});
