import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {crc32, toBase62} from './base62.ts';
import {equalHashes, hashSecretKey, idOfSecretKey, makeSecretKey} from './secret-key.ts';

const randomBytes = (length: number) => crypto.getRandomValues(new Uint8Array(length));

describe('secret keys', () => {
  it('carry an id, 256 random bits and a checksum', async () => {
    const keys = await Promise.all(Array.from({length: 200}, () => makeSecretKey({randomBytes})));
    for (const {id, secretKey, hash} of keys) {
      assert.match(secretKey, /^portico_sk_live_[0-9A-Za-z]{16}_[0-9A-Za-z]{43}_[0-9a-f]{8}$/);
      assert.equal(idOfSecretKey(secretKey), id);
      assert.ok(equalHashes(hash, await hashSecretKey(secretKey)));
    }
    assert.equal(new Set(keys.map(({secretKey}) => secretKey)).size, keys.length);
  });

  it('are known as mistyped before anybody asks the database', async () => {
    const {secretKey} = await makeSecretKey({randomBytes});
    const changed = secretKey.replace(/(.{30})(.)/, (_, start: string, sign: string) => `${start}${sign === 'A' ? 'B' : 'A'}`);
    for (const wrong of [changed, secretKey.slice(0, -1), `${secretKey}0`, secretKey.replace('_live_', '_test_'), '']) assert.equal(idOfSecretKey(wrong), null, wrong);
  });

  it('are compared whole', () => {
    assert.ok(!equalHashes(new Uint8Array([1, 2]), new Uint8Array([1, 3])));
    assert.ok(!equalHashes(new Uint8Array([1, 2]), new Uint8Array([1])));
    assert.ok(!equalHashes(new Uint8Array([1]), new Uint8Array([1, 2])));
  });

  it('use the base62 and CRC-32 that everybody knows', () => {
    assert.equal(toBase62(new Uint8Array(32).fill(255), 43).length, 43);
    assert.equal(toBase62(new Uint8Array([0, 61]), 3), '00z');
    assert.equal(toBase62(new Uint8Array([0, 62]), 3), '010');
    assert.equal(crc32('123456789'), 'cbf43926');
  });
});
