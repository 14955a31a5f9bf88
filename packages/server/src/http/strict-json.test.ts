import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import fc from 'fast-check';
import {ProblemError} from '../problem.ts';
import {canonicalJson, parseStrictJson} from './strict-json.ts';

const refused = (text: string): void =>
  assert.throws(() => parseStrictJson(text), (error: unknown) => error instanceof ProblemError && error.code === 'malformed_json', text.slice(0, 80));

describe('strict JSON', () => {
  it('reads every JSON value like JSON.parse', () => {
    fc.assert(
      fc.property(fc.json(), text => {
        // Equal keys cannot come out of JSON.stringify; numbers that lose digits can.
        const numbers = JSON.stringify(JSON.parse(text)).match(/-?\d+(\.\d+)?([eE][+-]?\d+)?/g) ?? [];
        fc.pre(numbers.every(number => !Number.isInteger(Number(number)) || Number.isSafeInteger(Number(number))));
        assert.deepEqual(parseStrictJson(text), JSON.parse(text));
      }),
    );
  });

  it('refuses a key that is there twice, wherever and however it is written', () => {
    refused('{"a":1,"a":2}');
    refused('{"a":1, "\\u0061" : 2}');
    refused('[{"b":{"x":[],"x":{}}}]');
    refused('{"__proto__":1,"__proto__":2}');
    assert.deepEqual(parseStrictJson('[{"a":1},{"a":2}]'), [{a: 1}, {a: 2}]);
    assert.deepEqual(parseStrictJson('{"a":{"a":"a\\"a:"},"b":["a","a"]}'), {a: {a: 'a"a:'}, b: ['a', 'a']});
  });

  it('refuses numbers that JavaScript cannot hold', () => {
    for (const number of ['1e400', '-1e400', '9007199254740993', '9007199254740992', '-9007199254740993', '1e300']) refused(`{"n":${number}}`);
    assert.deepEqual(parseStrictJson('[9007199254740991, -9007199254740991, 0.1, 1e3]'), [9007199254740991, -9007199254740991, 0.1, 1000]);
  });

  it('refuses what is not JSON', () => {
    for (const text of ['', '{', "{'a':1}", '{"a":1,}', '[1] 2', 'NaN', '{"a":undefined}', '\u0000']) refused(text);
  });

  it('takes a body of many megabytes and of many levels', () => {
    const csv = 'a "quoted" \\ line\n'.repeat(500_000);
    assert.deepEqual(parseStrictJson(JSON.stringify({csv})), {csv});
    const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
    try {
      parseStrictJson(deep);
    } catch (error) {
      assert.ok(error instanceof ProblemError);
    }
  });
});

describe('canonical JSON', () => {
  it('is the same for the same value in another order', () => {
    assert.equal(canonicalJson({b: [1, {d: null, c: 'é'}], a: true}), '{"a":true,"b":[1,{"c":"é","d":null}]}');
    assert.equal(canonicalJson(JSON.parse('{"x":1,"y":2}')), canonicalJson(JSON.parse('{"y":2,"x":1.0}')));
  });
});
