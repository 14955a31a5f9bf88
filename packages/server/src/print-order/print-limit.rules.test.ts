import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {levelLimit, printRoom} from './print-limit.rules.ts';

const levels = [{id: 'gold', name: 'Gold', rank: 1}, {id: 'silver', name: 'Silver', rank: 2}, {id: 'registered', name: 'Registered', rank: 3}];
const now = Date.parse('2026-11-22T00:00:00Z');
const daysAgo = (days: number) => new Date(now - days * 86_400_000).toISOString();

describe('the limit of a level', () => {
  const perLevel = [{levelId: 'silver', quantity: 100}, {levelId: null, quantity: 10}];

  it('is its own, or that of the nearest lower one, or that of everybody else', () => {
    assert.equal(levelLimit(perLevel, levels, 'silver'), 100);
    assert.equal(levelLimit(perLevel, levels, 'gold'), 100);
    assert.equal(levelLimit(perLevel, levels, 'registered'), 10);
    assert.equal(levelLimit(perLevel, levels, null), 10);
    assert.equal(levelLimit([], levels, 'gold'), null);
    assert.equal(levelLimit([{levelId: 'gold', quantity: 0}], levels, 'gold'), 0);
  });
});

describe('room for an order', () => {
  const limits = {perOrder: 40, perLevel: [], periodDays: 90};

  it('is what the period leaves, and never more than an order takes', () => {
    assert.deepEqual(printRoom(limits, null, [], now), {most: 40, moreAt: null});
    assert.deepEqual(printRoom(limits, 100, [], now), {most: 40, moreAt: null});
    assert.deepEqual(printRoom(limits, 100, [{quantity: 70, at: daysAgo(89)}], now), {most: 30, moreAt: null});
    assert.deepEqual(printRoom({...limits, perOrder: null}, 100, [{quantity: 70, at: daysAgo(90)}], now), {most: 100, moreAt: null});
  });

  it('comes back when the order that stands in the way leaves the period', () => {
    const past = [{quantity: 60, at: daysAgo(10)}, {quantity: 40, at: daysAgo(80)}];
    assert.deepEqual(printRoom(limits, 100, past, now), {most: 0, moreAt: daysAgo(-10)});
    assert.deepEqual(printRoom(limits, 0, past, now), {most: 0, moreAt: null});
  });
});
