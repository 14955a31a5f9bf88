import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {isAbove, weigh} from '../../scripts/sizes/weigh.ts';

describe('what a page downloads', () => {
  it('weighs no more than its ceiling', async () => {
    const weighed = await weigh({all: false});
    const inKb = (bytes: number) => (bytes / 1000).toFixed(2);
    const over = weighed.flatMap(({name, size, limits}) =>
      limits && isAbove(size, limits.ceiling)
        ? [`${name}: ${inKb(size.brotli)} (${inKb(size.gzip)}), at most ${limits.ceiling.brotliKb} (${limits.ceiling.gzipKb})`]
        : [],
    );
    assert.deepEqual(over, [], 'kB of brotli 11 (gzip 9). Move what the first view does not need into a chunk; scripts/sizes/budgets.ts holds the ceilings.');
    // A table that found nothing to weigh would hold everything.
    assert.ok(weighed.every(({size}) => size.brotli > 0));
    assert.ok(weighed.some(({name}) => name.startsWith('later: strings/')));
  });
});
