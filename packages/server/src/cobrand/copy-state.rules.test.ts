import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {copyStateOf, type CopyFacts} from './copy-state.rules.ts';

const current: CopyFacts = {isRecalled: false, isReleased: true, isPresent: true, isReplacementReleased: true, status: 'published', isOffered: true};
const of = (facts: Partial<CopyFacts>) => copyStateOf({...current, ...facts});

describe('what a code says', () => {
  it('is that a copy is current only while nothing speaks against it', () => {
    assert.equal(of({}), 'current');
    assert.equal(of({isRecalled: true, isReleased: false}), 'recalled');
    assert.equal(of({isReleased: false}), 'unpublished');
    assert.equal(of({isPresent: false}), 'replaced');
    assert.equal(of({isPresent: false, isReplacementReleased: false}), 'stale', 'the new one is not released yet');
    assert.equal(of({status: 'stale'}), 'stale');
    assert.equal(of({status: 'draft'}), 'stale', 'it is being made anew');
    assert.equal(of({isOffered: false}), 'stale', 'the material has run out');
  });
});
