import type {Context} from '../context.ts';
import {toBase62} from '../keys/base62.ts';

const path = '/v1/copies/';
const digits = 16;

/** Where the QR code of a new copy leads: 11 random bytes are as many as 16 digits hold safely. @param publicUrl - Of the API. */
export function newCopyAddress({randomBytes}: Pick<Context, 'randomBytes'>, publicUrl: string): string {
  return `${publicUrl}${path}${toBase62(randomBytes(11), digits)}`;
}

/** An address as long as those of copies, of none. */
export function sampleCopyAddress(publicUrl: string): string {
  return `${publicUrl}${path}${'0'.repeat(digits)}`;
}

/** The code at the end of an address. */
export function codeOf(address: string): string {
  return address.slice(-digits);
}
