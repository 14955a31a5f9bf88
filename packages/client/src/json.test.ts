import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {toJson} from './json.ts';

const values: unknown[] = [null, true, 0, -1.5, 'ä"\\\n\u2028', [], [1, [2, null]], {}, {a: undefined, b: null, 'c d': [{e: ''}]}, [undefined, Number.NaN], {'__proto__x': 1}, 'half \ud800'];

describe('toJson', () => {
  it('writes what JSON.stringify writes', () => {
    for (const value of values) assert.equal(toJson(value), JSON.stringify(value));
  });

  it('writes the same on a page whose library gave arrays, strings and objects a toJSON', () => {
    const expected = values.map(value => JSON.stringify(value));
    const prototypes = [Array.prototype, String.prototype, Object.prototype] as unknown as {toJSON?: () => unknown}[];
    // As Prototype 1.6 does; enumerable, so that for…in sees it too.
    for (const prototype of prototypes) prototype.toJSON = () => 'taken over';
    try {
      assert.equal(JSON.stringify([1]), '"taken over"');
      assert.deepEqual(values.map(toJson), expected);
    } finally {
      for (const prototype of prototypes) delete prototype.toJSON;
    }
  });
});
