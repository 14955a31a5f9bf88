import type {Context} from '../context.ts';
import {sha256} from '../keys/sha256.ts';

/** What an address or a page's source carries so that a stranger gets at one thing: 128 random bits, 22 characters. */
export function newPublicToken({randomBytes}: Pick<Context, 'randomBytes'>): string {
  return btoa(String.fromCharCode(...randomBytes(16))).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

/** SHA-256 of a token. A fast hash is enough for something that nobody can guess. */
export function hashPublicToken(token: string): Promise<Uint8Array<ArrayBuffer>> {
  return sha256(token);
}
