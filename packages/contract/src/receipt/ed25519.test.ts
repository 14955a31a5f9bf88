import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import fc from 'fast-check';
import {fromBase64Url, keyFromSeed, signBytes, toBase64Url, verifyBytes} from './ed25519.ts';

const bytes = (hex: string): Uint8Array<ArrayBuffer> => Uint8Array.from(hex.match(/../g) ?? [], byte => Number.parseInt(byte, 16));

/** RFC 8032, section 7.1: secret, public, message, signature. */
const vectors = [
  [
    '9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60',
    'd75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a',
    '',
    'e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b',
  ],
  [
    '4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb',
    '3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c',
    '72',
    '92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00',
  ],
  [
    'c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7',
    'fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025',
    'af82',
    '6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a',
  ],
] as const;

describe('Ed25519', () => {
  for (const [index, [secret, publicHex, message, signature]] of vectors.entries()) {
    it(`signs and checks what RFC 8032 signs in its test ${index + 1}`, async () => {
      const key = await keyFromSeed(bytes(secret));
      assert.equal(key.x, toBase64Url(bytes(publicHex)));
      assert.equal(await signBytes(bytes(message), key), toBase64Url(bytes(signature)));
      assert.equal(await verifyBytes(bytes(message), toBase64Url(bytes(signature)), key), true);
      assert.equal(await verifyBytes(bytes(`${message}00`), toBase64Url(bytes(signature)), key), false);
    });
  }

  it('takes no signature whose second half is not below the order of the group', async () => {
    const [secret, , message, signature] = vectors[1];
    const order = 2n ** 252n + 27742317777372353535851937790883648493n;
    const s = BigInt(`0x${signature.slice(64).match(/../g)!.toReversed().join('')}`) + order;
    const higher = signature.slice(0, 64) + s.toString(16).padStart(64, '0').match(/../g)!.toReversed().join('');
    assert.equal(await verifyBytes(bytes(message), toBase64Url(bytes(higher)), await keyFromSeed(bytes(secret))), false);
  });

  it('says no to what is no signature and no key', async () => {
    const key = await keyFromSeed(bytes(vectors[0][0]));
    for (const signature of ['', 'A', '!!!!', 'AAAA', `${'A'.repeat(86)}=`]) assert.equal(await verifyBytes(bytes('00'), signature, key), false);
    for (const x of ['', 'AAAA', 'not base64!']) assert.equal(await verifyBytes(bytes('00'), toBase64Url(bytes(vectors[0][3])), {...key, x}), false);
    await assert.rejects(keyFromSeed(bytes('00')), RangeError);
  });
});

describe('base64url', () => {
  it('has one spelling for each sequence of bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({maxLength: 70}), given => {
        const data = Uint8Array.from(given);
        const text = toBase64Url(data);
        assert.equal(text, Buffer.from(data).toString('base64url'));
        assert.deepEqual(fromBase64Url(text), data);
      }),
    );
    assert.equal(fromBase64Url('AB'), null, 'the last four bits are of no byte and not zero');
  });
});
