import {recordAudit} from '../audit/record-audit.ts';
import type {Context} from '../context.ts';
import {nowText} from '../context.ts';
import type {Scope} from '../database/scope.ts';
import {crc32, toBase62} from './base62.ts';
import {sha256} from './sha256.ts';

/** Starts every secret key, so that scanners of repositories find one that leaked. */
export const secretKeyPrefix = 'portico_sk_';

const form = /^portico_sk_live_([0-9A-Za-z]{16})_([0-9A-Za-z]{43})_([0-9a-f]{8})$/;

/** A fresh key: what the host keeps, and what the database keeps of it. */
export interface FreshSecretKey {
  readonly id: string;
  readonly secretKey: string;
  readonly hash: Uint8Array;
}

/** Makes a key of 256 random bits: `portico_sk_live_<id>_<secret>_<crc32>`. */
export async function makeSecretKey({randomBytes}: Pick<Context, 'randomBytes'>): Promise<FreshSecretKey> {
  const id = toBase62(randomBytes(11), 16);
  const body = `portico_sk_live_${id}_${toBase62(randomBytes(32), 43)}`;
  const secretKey = `${body}_${crc32(body)}`;
  return {id, secretKey, hash: await hashSecretKey(secretKey)};
}

/** The id inside a well-formed key with a right checksum, or `null`. */
export function idOfSecretKey(secretKey: string): string | null {
  const [, id, , checksum] = form.exec(secretKey) ?? [];
  return id && crc32(secretKey.slice(0, -9)) === checksum ? id : null;
}

/** What is stored. A fast hash is enough for 256 random bits. */
export function hashSecretKey(secretKey: string): Promise<Uint8Array> {
  return sha256(secretKey);
}

/** Compares hashes in a time that does not tell where they differ. */
export function equalHashes(a: Uint8Array, b: Uint8Array): boolean {
  let difference = a.length ^ b.length;
  for (let index = 0; index < a.length; index++) difference |= (a[index] ?? 0) ^ (b[index] ?? 0);
  return difference === 0;
}

/** How a new key may be used. */
export interface SecretKeyOptions {
  /** What it is for, for people: `CRM sync`. */
  readonly name: string;
  /** `lead:write`, …; everything when left out. */
  readonly scopes?: readonly string[] | undefined;
  /** ISO text; never when left out. */
  readonly expiresAt?: string | undefined;
}

/**
 * Makes a secret key for the scope's tenant and stores its hash.
 *
 * @returns The key itself, which nobody can read again later.
 */
export async function createSecretKey(scope: Scope, {name, scopes, expiresAt}: SecretKeyOptions): Promise<{id: string; secretKey: string}> {
  const {id, secretKey, hash} = await makeSecretKey(scope.context);
  await scope.db
    .insertInto('secret_key')
    .values({tenant_id: scope.tenantId, key_id: id, hash, name, scopes: scopes ? [...scopes] : null, expires_at: expiresAt ?? null, created_at: nowText(scope.context)})
    .execute();
  await recordAudit(scope, {resource: 'secret_key', id: null, action: 'create', changes: {keyId: id, name}});
  return {id, secretKey};
}

/** Ends a secret key at once. @returns Whether there was one to end. */
export async function revokeSecretKey(scope: Scope, keyId: string): Promise<boolean> {
  const {numUpdatedRows} = await scope.db
    .updateTable('secret_key')
    .set({revoked_at: nowText(scope.context)})
    .where('key_id', '=', keyId)
    .where('revoked_at', 'is', null)
    .executeTakeFirst();
  if (numUpdatedRows === 0n) return false;
  await recordAudit(scope, {resource: 'secret_key', id: null, action: 'revoke', changes: {keyId}});
  return true;
}
