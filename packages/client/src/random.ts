/** A number of at least 32 random bits, from 0 up to but not including 1. */
export type Random = () => number;

/** Random numbers fit for keys, from the platform. */
export const systemRandom: Random = () => (crypto.getRandomValues(new Uint32Array(1))[0] ?? 0) / 2 ** 32;

/** A new idempotency key: 128 random bits as 32 hexadecimal digits. */
export function newKey(random: Random): string {
  let key = '';
  while (key.length < 32) key += Math.floor(random() * 2 ** 32).toString(16).padStart(8, '0');
  return key;
}
