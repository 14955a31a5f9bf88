import type {ReceiptKey} from './receipt.schema.ts';

// Ed25519 by WebCrypto, and base64url in its one canonical spelling: no character of it can be changed unseen.

/** An Ed25519 key that can sign, as a JWK (RFC 8037). */
export interface ReceiptPrivateKey extends ReceiptKey {
  readonly d: string;
}

// What DER says before the 32 bytes of an Ed25519 private key (RFC 8410, section 7).
const pkcs8Prefix = [0x30, 0x2e, 0x02, 0x01, 0x00, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x04, 0x22, 0x04, 0x20];

/**
 * The key that belongs to 32 random bytes.
 *
 * @throws RangeError when there are not exactly 32.
 */
export async function keyFromSeed(seed: Uint8Array): Promise<ReceiptPrivateKey> {
  if (seed.length !== 32) throw new RangeError('An Ed25519 key is made from 32 bytes.');
  const key = await crypto.subtle.importKey('pkcs8', Uint8Array.of(...pkcs8Prefix, ...seed), 'Ed25519', true, ['sign']);
  const {x = '', d = ''} = await crypto.subtle.exportKey('jwk', key);
  return {kty: 'OKP', crv: 'Ed25519', x, d};
}

/** Signs bytes. @returns Base64url. */
export async function signBytes(bytes: Uint8Array<ArrayBuffer>, privateKey: ReceiptPrivateKey | CryptoKey): Promise<string> {
  const key = 'd' in privateKey ? await importPrivateKey(privateKey) : privateKey;
  return toBase64Url(new Uint8Array(await crypto.subtle.sign('Ed25519', key, bytes)));
}

function importPrivateKey({kty, crv, x, d}: ReceiptPrivateKey): Promise<CryptoKey> {
  return crypto.subtle.importKey('jwk', {kty, crv, x, d}, 'Ed25519', false, ['sign']);
}

/**
 * Whether a signature is the key's over these bytes; `false` also for what is no signature or no key.
 *
 * @throws NotSupportedError where the runtime does not know Ed25519, so that this does not pass for a wrong signature.
 */
export async function verifyBytes(bytes: Uint8Array<ArrayBuffer>, signature: string, {x}: ReceiptKey): Promise<boolean> {
  const signed = fromBase64Url(signature);
  if (!signed || !fromBase64Url(x)) return false;
  try {
    const key = await crypto.subtle.importKey('jwk', {kty: 'OKP', crv: 'Ed25519', x}, 'Ed25519', false, ['verify']);
    return await crypto.subtle.verify('Ed25519', key, signed, bytes);
  } catch (error) {
    // DataError: an x that is no key.
    if (error instanceof Error && error.name === 'DataError') return false;
    throw error;
  }
}

/** Bytes as base64url without padding. */
export function toBase64Url(bytes: Uint8Array): string {
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

/** The bytes of a base64url text without padding, or `null` when it is none or not in its canonical spelling. */
export function fromBase64Url(text: string): Uint8Array<ArrayBuffer> | null {
  if (!/^[\w-]*$/.test(text) || text.length % 4 === 1) return null;
  const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  const bytes = new Uint8Array(binary.length);
  for (let index = 0; index < binary.length; index++) bytes[index] = binary.charCodeAt(index);
  // The last character may hold bits that no byte uses.
  return toBase64Url(bytes) === text ? bytes : null;
}
