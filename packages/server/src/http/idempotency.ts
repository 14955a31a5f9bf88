import {toHex, type Context} from '../context.ts';
import type {Transaction} from '../database/database.ts';
import {isLockTimeout} from '../database/errors.ts';
import {sha256} from '../keys/sha256.ts';
import {problem} from '../problem.ts';
import {canonicalJson} from './strict-json.ts';

/** An answer as it was given, and is given again to whoever repeats the request. */
export interface SavedAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | null;
}

/** A request under its key. */
export interface IdempotentRequest {
  readonly principalId: string;
  readonly key: string;
  readonly fingerprint: Uint8Array;
}

/** What makes two requests the same one. */
export interface RequestParts {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly body: unknown;
  readonly ifMatch: string | null;
  readonly partnerOrgId: string | null;
}

/**
 * The `Idempotency-Key` of a request: bare or in quotes, 16 to 128 of `[A-Za-z0-9_-]`.
 *
 * @throws ProblemError when it is malformed, or missing where it must be there.
 */
export function readIdempotencyKey(headers: Headers, isRequired: boolean): string | null {
  const header = headers.get('Idempotency-Key');
  if (header === null) {
    if (isRequired) throw problem('idempotency_key_required');
    return null;
  }
  const key = /^"([^"]*)"$/.exec(header.trim())?.[1] ?? header.trim();
  if (!/^[A-Za-z0-9_-]{16,128}$/.test(key)) throw problem('idempotency_key_malformed');
  return key;
}

/** SHA-256 over everything that says what is asked for. */
export async function fingerprintOf({method, path, query, body, ifMatch, partnerOrgId}: RequestParts): Promise<Uint8Array> {
  const sorted = new URLSearchParams(query);
  sorted.sort();
  const text = [method, path, sorted.toString(), ifMatch ?? '', partnerOrgId ?? '', canonicalJson(body)].join('\n');
  return sha256(text);
}

/**
 * Takes the key for this transaction, before anything else is written, so that effect, events, audit and saved answer commit together. A second request with
 * the key waits here for the first one to end.
 *
 * @returns The answer that was saved for the same request, or `null`: it is ours to do, inside the savepoint `work`.
 * @throws ProblemError `idempotency_key_reused` or `idempotency_in_progress`.
 */
export async function claim(transaction: Transaction, tenantId: string, {principalId, key, fingerprint}: IdempotentRequest, now: string): Promise<SavedAnswer | null> {
  const insert = 'INSERT INTO idempotency_record (tenant_id, principal_id, key, fingerprint, created_at) VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING';
  const {name, seal} = await partsOf(tenantId, principalId, key);
  const {affected} = await transaction.query(insert, [tenantId, principalId, name, fingerprint, now]).catch((error: unknown) => {
    throw isLockTimeout(error) ? problem('idempotency_in_progress', {retryAfterS: 1}) : error;
  });
  if (affected === 1) {
    await transaction.script('SAVEPOINT work;');
    return null;
  }
  const select = 'SELECT fingerprint = $4 AS same, status, headers, body FROM idempotency_record WHERE tenant_id = $1 AND principal_id = $2 AND key = $3';
  const {rows} = await transaction.query(select, [tenantId, principalId, name, fingerprint]);
  const saved = rows[0];
  if (!saved || saved['status'] === null) throw problem('idempotency_in_progress', {retryAfterS: 1});
  if (!saved['same']) throw problem('idempotency_key_reused');
  const body = saved['body'] as Uint8Array<ArrayBuffer> | null;
  return {status: Number(saved['status']), headers: saved['headers'] as Record<string, string>, body: body && (await open(body, seal))};
}

/** Saves the answer beside what it answered, so that only who has the request's key can read it. */
export async function save(transaction: Transaction, tenantId: string, {principalId, key}: IdempotentRequest, {status, headers, body}: SavedAnswer, {randomBytes}: Pick<Context, 'randomBytes'>): Promise<void> {
  const update = 'UPDATE idempotency_record SET status = $4, headers = $5, body = $6 WHERE tenant_id = $1 AND principal_id = $2 AND key = $3';
  const {name, seal} = await partsOf(tenantId, principalId, key);
  const sealed = body === null ? null : await close(body, seal, new Uint8Array(randomBytes(nonceBytes)));
  await transaction.query(update, [tenantId, principalId, name, status, JSON.stringify(headers), sealed]);
}

/** Whether a refusal is the domain's last word on this request. Everything else may be tried again with the same key. */
export function isFinal(status: number): boolean {
  return status === 409 || status === 412 || status === 422;
}

/*
 * An answer may hold what nobody else is to know, such as the address of a share link, and a record lies for a week. So the record has neither the key nor the answer in it:
 * its name is a hash of the key, and the answer is encrypted with another one.
 */
const nonceBytes = 12;

async function partsOf(tenantId: string, principalId: string, key: string): Promise<{readonly name: string; readonly seal: Uint8Array<ArrayBuffer>}> {
  const of = (what: string) => sha256([what, tenantId, principalId, key].join('\n'));
  return {name: toHex(await of('name')), seal: await of('seal')};
}

async function close(text: string, seal: Uint8Array<ArrayBuffer>, nonce: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  const hidden = await crypto.subtle.encrypt({name: 'AES-GCM', iv: nonce}, await importSeal(seal, 'encrypt'), new TextEncoder().encode(text));
  const sealed = new Uint8Array(nonceBytes + hidden.byteLength);
  sealed.set(nonce);
  sealed.set(new Uint8Array(hidden), nonceBytes);
  return sealed;
}

async function open(sealed: Uint8Array<ArrayBuffer>, seal: Uint8Array<ArrayBuffer>): Promise<string> {
  const text = await crypto.subtle.decrypt({name: 'AES-GCM', iv: sealed.subarray(0, nonceBytes)}, await importSeal(seal, 'decrypt'), sealed.subarray(nonceBytes));
  return new TextDecoder().decode(text);
}

function importSeal(seal: Uint8Array<ArrayBuffer>, use: 'encrypt' | 'decrypt'): Promise<CryptoKey> {
  return crypto.subtle.importKey('raw', seal, 'AES-GCM', false, [use]);
}
