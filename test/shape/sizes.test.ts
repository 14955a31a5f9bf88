import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {tableOf} from '../../scripts/sizes/table.ts';
import {isAbove, weigh} from '../../scripts/sizes/weigh.ts';

describe('what a page downloads', () => {
  it('weighs no more than its ceiling', async () => {
    const weighed = await weigh({all: false});
    assert.ok(!weighed.some(({size, limits}) => limits && isAbove(size, limits.ceiling)), tableOf(weighed));
    // A table that found nothing to weigh would hold everything.
    assert.ok(weighed.every(({size}) => size.brotli > 0));
    assert.ok(weighed.some(({name}) => name.startsWith('words of ')));
  });
});
