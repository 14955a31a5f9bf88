import {problem} from '../problem.ts';
import type {Scope} from './scope.ts';

/** A place in a list: after (`next`) or before (`prev`) the row with these sort values. */
export interface Position {
  readonly way: 'next' | 'prev';
  /** Counts the row itself too: the way back from an empty page. */
  readonly inclusive: boolean;
  /** Sort values as PostgreSQL writes them in text, instants with microseconds. */
  readonly values: readonly string[];
}

/** What a cursor is bound to besides tenant and principal. */
interface Bound {
  readonly list: string;
  readonly direction: 'asc' | 'desc';
  readonly filter: Readonly<Record<string, unknown>>;
}

const encoder = new TextEncoder();
const signatureBytes = 16;

/** Writes and reads the cursors of one list for one caller: the position and a signature, opaque to clients. */
export class CursorReader {
  readonly #binding: string;
  readonly #secret: Uint8Array<ArrayBuffer>;
  #key: Promise<CryptoKey> | undefined;

  constructor({tenantId, principalId, partnerOrgId, cursorSecret}: Scope, {list, direction, filter}: Bound) {
    const filters = Object.entries(filter).filter(([, value]) => value !== undefined).sort(([a], [b]) => (a < b ? -1 : 1));
    this.#binding = JSON.stringify([tenantId, principalId, partnerOrgId, list, direction, filters]);
    this.#secret = cursorSecret;
  }

  async write({way, inclusive, values}: Position): Promise<string> {
    const payload = toBase64Url(encoder.encode(JSON.stringify([way === 'next' ? 0 : 1, inclusive ? 1 : 0, ...values])));
    return `${payload}.${toBase64Url((await this.#sign(payload)).subarray(0, signatureBytes))}`;
  }

  /** @throws ProblemError `cursor_invalid` unless this list wrote it for this caller and filter. */
  async read(cursor: string, keys: number): Promise<Position> {
    const [payload, signature, ...rest] = cursor.split('.');
    if (!payload || !signature || rest.length > 0) throw problem('cursor_invalid');
    const wanted = toBase64Url((await this.#sign(payload)).subarray(0, signatureBytes));
    if (wanted !== signature) throw problem('cursor_invalid');
    const [way, inclusive, ...values] = JSON.parse(new TextDecoder().decode(fromBase64Url(payload))) as [number, number, ...string[]];
    if (values.length !== keys) throw problem('cursor_invalid');
    return {way: way === 0 ? 'next' : 'prev', inclusive: inclusive === 1, values};
  }

  async #sign(payload: string): Promise<Uint8Array> {
    this.#key ??= crypto.subtle.importKey('raw', this.#secret, {name: 'HMAC', hash: 'SHA-256'}, false, ['sign']);
    return new Uint8Array(await crypto.subtle.sign('HMAC', await this.#key, encoder.encode(`${this.#binding}\n${payload}`)));
  }
}

function toBase64Url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes)).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

function fromBase64Url(text: string): Uint8Array {
  return Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), character => character.charCodeAt(0));
}
