import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {simulate, type Opportunity} from '../../scripts/simulate/protection.ts';

const deal = (partner: string, engaged: number, closed: number | null, changes: Partial<Opportunity> = {}): Opportunity => ({partner, account: 'Acme', product: 'Gripper', engaged, closed, outcome: closed === null ? 'open' : 'won', ...changes});
const plain = {protectionDays: 90, progressWindowDays: null};
const working = {protectionDays: null, progressWindowDays: 30};

describe('protection replayed', () => {
  it('lets the second wait until the first has closed, and nobody for another customer or product', () => {
    const outcome = simulate([deal('A', 0, 20), deal('B', 10, 50), deal('C', 11, 15), deal('B', 12, 40, {product: 'Camera'}), deal('B', 12, 40, {account: 'Birch'})], plain, 100);
    assert.deepEqual([outcome.protectedAtOnce, outcome.queued, outcome.movedUp, outcome.medianWait], [3, 2, 1, 10]);
    assert.deepEqual(outcome.endedByClock, {won: 0, lost: 0, open: 0});
    assert.equal(outcome.daysProtected, 20 + 30 + 28 + 28);
  });

  it('ends after its days, whatever is done, and the next moves up', () => {
    const outcome = simulate([deal('A', 0, 120), deal('A', 80, 85, {product: 'Camera'}), deal('B', 10, null)], plain, 100);
    assert.deepEqual([outcome.endedByClock, outcome.endedAtWork, outcome.movedUp, outcome.heldAtEnd], [{won: 1, lost: 0, open: 0}, 1, 1, 1]);
  });

  it('ends without progress, and goes on with it', () => {
    const idle = simulate([deal('A', 0, 120), deal('B', 10, 100)], working, 130);
    assert.deepEqual([idle.endedByClock.won, idle.movedUp, idle.medianWait, idle.daysIdle], [2, 1, 20, 0]);
    const busy = simulate([deal('A', 0, 120), ...[25, 50, 75, 100].map(day => deal('A', day, day + 1, {product: 'Camera'})), deal('B', 10, 100)], working, 130);
    assert.deepEqual([busy.endedByClock.won, busy.movedUp, busy.endedAtWork], [0, 0, 0]);
  });
});
