import {sql} from 'kysely';
import {newId, nowText} from '../context.ts';
import type {Scope} from '../database/scope.ts';
import type {FileMediaType} from '../file-content/file-types.data.ts';
import {newFileKey} from '../file-store/file-store.ts';

export type StoredFileStatus = 'uploading' | 'scanning' | 'ready' | 'rejected';
/** Why a file was not taken. */
export type StoredFileProblem = 'type_mismatch' | 'unreadable' | 'too_large_inside' | 'unsafe_content' | 'infected' | 'hash_mismatch';

/** A picture that was made of a file: of an image, or of one page of a document. */
export interface FilePreview {
  /** From 1. */
  readonly page: number;
  readonly width: number;
  readonly height: number;
}

/** A file as it is in the table. */
export interface StoredFileRow {
  readonly id: string;
  /** `null` for the vendor's. */
  readonly partnerOrgId: string | null;
  readonly fileName: string;
  readonly mediaType: FileMediaType;
  readonly sizeBytes: number;
  readonly receivedBytes: number;
  readonly status: StoredFileStatus;
  readonly problem: StoredFileProblem | null;
  readonly sha256: string | null;
  readonly declaredSha256: string | null;
  readonly width: number | null;
  readonly height: number | null;
  readonly pages: number | null;
  readonly previews: readonly FilePreview[];
  readonly recallReason: string | null;
  readonly storageKey: string;
  readonly uploadState: string;
  readonly createdAt: string;
}

/** A file that somebody is about to send. */
export interface NewStoredFile {
  readonly partnerOrgId: string | null;
  readonly fileName: string;
  readonly mediaType: FileMediaType;
  readonly sizeBytes: number;
  /** Of its bytes, in hexadecimal, when the sender knows. */
  readonly declaredSha256: string | null;
}

/** An upload that nothing was added to for so long is removed. */
export const forgottenAfterMs = 23 * 3_600_000;
/** A refused file is shown for so long, and then removed. */
export const refusedForMs = 7 * 24 * 3_600_000;

/** Files by their ids; those that are not there are left out. Whether they may be seen is decided by the caller. */
export async function readStoredFiles(scope: Scope, ids: readonly string[]): Promise<Map<string, StoredFileRow>> {
  if (ids.length === 0) return new Map();
  const rows = await files(scope).where('stored_file_id', 'in', ids).execute();
  return new Map(rows.map(row => [row.id, row as StoredFileRow]));
}

/** One file; whether it may be seen is decided by the caller. */
export async function findStoredFile(scope: Scope, id: string): Promise<StoredFileRow | undefined> {
  return (await files(scope).where('stored_file_id', '=', id).executeTakeFirst()) as StoredFileRow | undefined;
}

/** Bytes of all files of the tenant that are here or on their way. Until the transaction ends nobody else asks: two at once would both fit into the room for one. */
export async function sumStoredBytes({db, tenantId}: Scope): Promise<number> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`stored_file:${tenantId}`}, 0))`.execute(db);
  const {bytes} = await db.selectFrom('stored_file').select(sql<number>`coalesce(sum(size_bytes), 0)::float8`.as('bytes')).where('tenant_id', '=', tenantId).where('status', '<>', 'rejected').executeTakeFirstOrThrow();
  return bytes;
}

/** @returns Its id. */
export async function insertStoredFile({db, tenantId, personId, context}: Scope, {partnerOrgId, fileName, mediaType, sizeBytes, declaredSha256}: NewStoredFile): Promise<string> {
  const id = newId(context);
  const now = nowText(context);
  await db
    .insertInto('stored_file')
    .values({
      tenant_id: tenantId,
      stored_file_id: id,
      partner_org_id: partnerOrgId,
      file_name: fileName,
      media_type: mediaType,
      size_bytes: sizeBytes,
      storage_key: newFileKey(context.randomBytes),
      status: 'uploading',
      declared_sha256: declaredSha256,
      due_at: later(context.now, forgottenAfterMs),
      added_by: personId,
      created_at: now,
      updated_at: now,
    })
    .execute();
  return id;
}

/**
 * Notes what has arrived.
 *
 * @param before - The state of the upload that the writer went on from.
 * @returns Whether it was still that; if not, another writer was faster and this one must stop.
 */
export async function noteArrival({db, tenantId, context}: Scope, id: string, {before, state, receivedBytes}: {readonly before: string; readonly state: string; readonly receivedBytes: number}): Promise<boolean> {
  const row = await db
    .updateTable('stored_file')
    .set({upload_state: state, received_bytes: receivedBytes, due_at: later(context.now, forgottenAfterMs), updated_at: nowText(context)})
    .where('tenant_id', '=', tenantId)
    .where('stored_file_id', '=', id)
    .where('status', '=', 'uploading')
    .where('upload_state', '=', before)
    .returning('stored_file_id')
    .executeTakeFirst();
  return row !== undefined;
}

/** All of it is here: from now on it is inspected. */
export async function noteArrived({db, tenantId, context}: Scope, id: string): Promise<void> {
  const now = nowText(context);
  await db
    .updateTable('stored_file')
    .set({status: 'scanning', received_bytes: sql<number>`size_bytes`, upload_state: '', due_at: now, updated_at: now})
    .where('tenant_id', '=', tenantId)
    .where('stored_file_id', '=', id)
    .where('status', '=', 'uploading')
    .execute();
}

/**
 * Makes files unreadable under every link, those that were made before included. What was made of them goes with them.
 *
 * @param reason - Told to whoever opens such a link.
 */
export async function recallStoredFiles({db, tenantId, context}: Scope, ids: readonly string[], reason: string): Promise<void> {
  if (ids.length === 0) return;
  const now = nowText(context);
  await db.updateTable('stored_file').set({recalled_at: now, recall_reason: reason, updated_at: now}).where('tenant_id', '=', tenantId).where('stored_file_id', 'in', ids).where('recalled_at', 'is', null).execute();
}

/** Where the store keeps a picture that was made of a file. */
export function previewKey(storageKey: string, {page, width}: Pick<FilePreview, 'page' | 'width'>): string {
  return `${storageKey}.${page}_${width}.webp`;
}

function later(now: () => number, ms: number): string {
  return new Date(now() + ms).toISOString();
}

function files({db, tenantId}: Scope) {
  return db
    .selectFrom('stored_file')
    .select([
      'stored_file_id as id', 'partner_org_id as partnerOrgId', 'file_name as fileName', 'media_type as mediaType', 'size_bytes as sizeBytes', 'received_bytes as receivedBytes', 'status', 'problem',
      'sha256', 'declared_sha256 as declaredSha256', 'width', 'height', 'pages', 'previews', 'recall_reason as recallReason', 'storage_key as storageKey', 'upload_state as uploadState', 'created_at as createdAt',
    ])
    .where('tenant_id', '=', tenantId);
}
