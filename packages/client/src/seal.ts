import {toJson} from './json.ts';

/** Encrypted data with what is needed, besides the secret, to read it. */
export interface Sealed {
  iv: Uint8Array<ArrayBuffer>;
  data: ArrayBuffer;
}

export interface Seal {
  close(value: unknown): Promise<Sealed>;
  /** @throws When it was closed under another secret or changed since. */
  open(sealed: Sealed): Promise<unknown>;
}

/**
 * Encrypts values under a secret (AES-GCM; the key cannot be taken out again).
 *
 * @returns `null` where the page has no cryptography: it is not served securely.
 */
export async function createSeal(secret: string): Promise<Seal | null> {
  if (typeof crypto === 'undefined' || !crypto.subtle) return null;
  const bytes = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(secret));
  const key = await crypto.subtle.importKey('raw', bytes, 'AES-GCM', false, ['encrypt', 'decrypt']);
  return {
    async close(value) {
      const iv = crypto.getRandomValues(new Uint8Array(12));
      return {iv, data: await crypto.subtle.encrypt({name: 'AES-GCM', iv}, key, new TextEncoder().encode(toJson(value)))};
    },
    open: async ({iv, data}) => JSON.parse(new TextDecoder().decode(await crypto.subtle.decrypt({name: 'AES-GCM', iv}, key, data))) as unknown,
  };
}
