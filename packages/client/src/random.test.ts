import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {newKey, systemRandom} from './random.ts';

describe('newKey', () => {
  it('gives keys that the API takes, and never one twice', () => {
    const keys = Array.from({length: 1000}, () => newKey(systemRandom));
    assert.equal(new Set(keys).size, 1000);
    for (const key of keys) assert.match(key, /^[0-9a-f]{32}$/);
  });
  it('is made of the randomness that it is given', () => assert.equal(newKey(() => 0), '0'.repeat(32)));
});
