import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {toHex} from '../context.ts';
import {crc32, toBase62} from './base62.ts';
import {equalHashes, hashSecretKey, idOfSecretKey, makeSecretKey} from './secret-key.ts';
import {sha256, sha256ByWebCrypto} from './sha256.ts';

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

  it('are hashed alike by Node and in a page', async () => {
    for (const text of ['', 'portico_sk_live_', 'é 日本 \u{1F511} \uD800', 'x'.repeat(10_000)]) assert.deepEqual(await sha256(text), await sha256ByWebCrypto(text), text.slice(0, 20));
    assert.equal(toHex(await sha256('abc')), 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad', 'the example of FIPS 180-2');
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
