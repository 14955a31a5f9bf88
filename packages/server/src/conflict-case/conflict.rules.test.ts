import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {ConflictResolution, DealStatus} from '@portico/contract';
import {canBeSide, canMove, isBeyondEnding, losersOf} from './conflict.rules.ts';

describe('a conflict case', () => {
  it('moves forth and back until it is resolved, never onto itself', () => {
    assert.equal(canMove('evidence', 'open'), true);
    assert.equal(canMove('evidence', 'mediation'), true);
    for (const to of ['evidence', 'mediation', 'escalated'] as const) {
      assert.equal(canMove(to, to), false);
      assert.equal(canMove(to, 'resolved'), false);
    }
  });

  it('is between registrations that wait or are protected', () => {
    assert.deepEqual(DealStatus.options.filter(canBeSide), ['submitted', 'under_review', 'action_required', 'pending_approval', 'approved', 'converted']);
  });

  it('can end each side but one that became an opportunity; what has ended needs no end', () => {
    assert.deepEqual(DealStatus.options.filter(isBeyondEnding), ['converted']);
  });

  it('has losers for every decision', () => {
    assert.deepEqual(ConflictResolution.options.map(resolution => [resolution, losersOf[resolution].length]), [['split', 0], ['first_keeps', 1], ['second_takes', 1], ['direct', 2], ['none', 0]]);
  });
});
