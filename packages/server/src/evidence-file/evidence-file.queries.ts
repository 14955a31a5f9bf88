import type {EvidenceFile} from '@portico/contract';
import {evidencePartBytes} from '@portico/contract';
import {sql} from 'kysely';
import {newId, nowText} from '../context.ts';
import type {Scope} from '../database/scope.ts';
import {fromBase64, toBase64} from './base64.ts';

// The driver of PGlite reads and writes base64 many times faster than bytea, which travels as hexadecimal text. PostgreSQL breaks it into lines.
const inBase64 = sql<string>`encode(content, 'base64')`.as('base64');

/** Files that take up a place: rejected ones do not. */
const counted = ['uploading', 'ready'];

/** A file that somebody announced. */
export type NewEvidenceFile = Pick<EvidenceFile, 'dealRegistrationId' | 'fileName' | 'mediaType' | 'sizeBytes'>;

/** How many parts a file of this size is sent in. */
export function partsOf({sizeBytes}: Pick<EvidenceFile, 'sizeBytes'>): number {
  return Math.ceil(sizeBytes / evidencePartBytes);
}

/** One file; whether its registration may be seen is decided by the caller. */
export async function findEvidenceFile(scope: Scope, id: string): Promise<EvidenceFile | undefined> {
  const row = await evidenceFiles(scope).where('f.evidence_file_id', '=', id).executeTakeFirst();
  return row && toEvidenceFile(row);
}

/** The files of registrations, by the registration's id, in the order they were added. */
export async function readEvidenceOf(scope: Scope, dealRegistrationIds: readonly string[]): Promise<Map<string, EvidenceFile[]>> {
  if (dealRegistrationIds.length === 0) return new Map();
  const rows = await evidenceFiles(scope).where('f.deal_registration_id', 'in', dealRegistrationIds).orderBy('f.created_at').orderBy('f.evidence_file_id').execute();
  return Map.groupBy(rows.map(toEvidenceFile), ({dealRegistrationId}) => dealRegistrationId);
}

/** Files of a registration that are ready or on their way. */
export async function countEvidenceFiles({db, tenantId}: Scope, dealRegistrationId: string): Promise<number> {
  const {files} = await db
    .selectFrom('evidence_file')
    .select(sql<number>`count(*)::int`.as('files'))
    .where('tenant_id', '=', tenantId)
    .where('deal_registration_id', '=', dealRegistrationId)
    .where('status', 'in', counted)
    .executeTakeFirstOrThrow();
  return files;
}

/** @returns Its id. */
export async function insertEvidenceFile({db, tenantId, personId, context}: Scope, {dealRegistrationId, fileName, mediaType, sizeBytes}: NewEvidenceFile): Promise<string> {
  const id = newId(context);
  const now = nowText(context);
  await db
    .insertInto('evidence_file')
    .values({
      tenant_id: tenantId,
      evidence_file_id: id,
      deal_registration_id: dealRegistrationId,
      file_name: fileName,
      media_type: mediaType,
      size_bytes: sizeBytes,
      status: 'uploading',
      added_by: personId,
      created_at: now,
      updated_at: now,
    })
    .execute();
  return id;
}

/**
 * Locks a file until the commit: alone to decide about it, together with others who send parts of it.
 *
 * @returns Its status, or `undefined` when it is gone.
 */
export async function lockEvidenceFile({db, tenantId}: Scope, id: string, how: 'alone' | 'together'): Promise<EvidenceFile['status'] | undefined> {
  const query = db.selectFrom('evidence_file').select('status').where('tenant_id', '=', tenantId).where('evidence_file_id', '=', id);
  const row = await (how === 'alone' ? query.forUpdate() : query.forShare()).executeTakeFirst();
  return row?.status as EvidenceFile['status'] | undefined;
}

/** Keeps a part; one that was sent before is replaced. */
export async function putEvidencePart({db, tenantId}: Scope, id: string, index: number, base64: string): Promise<void> {
  const content = sql<Uint8Array>`decode(${base64}, 'base64')`;
  await db
    .insertInto('evidence_part')
    .values({tenant_id: tenantId, evidence_file_id: id, index, content})
    .onConflict(conflict => conflict.columns(['tenant_id', 'evidence_file_id', 'index']).doUpdateSet({content}))
    .execute();
}

/** A part as base64. */
export async function findEvidencePart({db, tenantId}: Scope, id: string, index: number): Promise<string | undefined> {
  const row = await db.selectFrom('evidence_part').select(inBase64).where('tenant_id', '=', tenantId).where('evidence_file_id', '=', id).where('index', '=', index).executeTakeFirst();
  return row?.base64.replaceAll('\n', '');
}

/** Puts the parts of a file together, in order. */
export async function readEvidenceBytes({db, tenantId}: Scope, id: string, sizeBytes: number): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = new Uint8Array(sizeBytes);
  let length = 0;
  // Some at a time: the driver holds a longer text of what it reads.
  for (let from = 0; from * evidencePartBytes < sizeBytes; from += 8) {
    const rows = await db
      .selectFrom('evidence_part')
      .select(inBase64)
      .where('tenant_id', '=', tenantId)
      .where('evidence_file_id', '=', id)
      .where('index', '>=', from)
      .where('index', '<', from + 8)
      .orderBy('index')
      .execute();
    for (const {base64} of rows) {
      const content = fromBase64(base64);
      bytes.set(content, length);
      length += content.length;
    }
  }
  return bytes.subarray(0, length);
}

/** Keeps other bytes in the place of those that were sent, as many of them. */
export async function replaceEvidenceBytes(scope: Scope, id: string, bytes: Uint8Array): Promise<void> {
  for (let index = 0; index * evidencePartBytes < bytes.length; index++) await putEvidencePart(scope, id, index, toBase64(bytes.subarray(index * evidencePartBytes, (index + 1) * evidencePartBytes)));
}

/**
 * Takes a file: from here on its bytes stay as they are.
 *
 * @param file.isWithheld - Nobody gets them before they are scanned.
 */
export async function acceptEvidenceFile({db, tenantId, context}: Scope, {id, sha256, isWithheld}: {readonly id: string; readonly sha256: string; readonly isWithheld: boolean}): Promise<void> {
  const now = nowText(context);
  await db.updateTable('evidence_file').set({status: 'ready', sha256, scan_due_at: isWithheld ? now : null, updated_at: now}).where('tenant_id', '=', tenantId).where('evidence_file_id', '=', id).execute();
}

/** Refuses a file and drops its bytes. */
export async function rejectEvidenceFile({db, tenantId, context}: Scope, id: string, problem: NonNullable<EvidenceFile['problem']>): Promise<void> {
  await db.deleteFrom('evidence_part').where('tenant_id', '=', tenantId).where('evidence_file_id', '=', id).execute();
  await db.updateTable('evidence_file').set({status: 'rejected', problem, scan_due_at: null, updated_at: nowText(context)}).where('tenant_id', '=', tenantId).where('evidence_file_id', '=', id).execute();
}

export async function deleteEvidenceFile({db, tenantId}: Scope, id: string): Promise<void> {
  await db.deleteFrom('evidence_file').where('tenant_id', '=', tenantId).where('evidence_file_id', '=', id).execute();
}

/** Whether a receipt was given for a registration with this file: then it proves something and stays. */
export async function isEvidenceSubmitted({db, tenantId}: Scope, {dealRegistrationId, sha256}: Pick<EvidenceFile, 'dealRegistrationId' | 'sha256'>): Promise<boolean> {
  if (sha256 === null) return false;
  const row = await db
    .selectFrom('receipt')
    .select('receipt_id')
    .where('tenant_id', '=', tenantId)
    .where('deal_registration_id', '=', dealRegistrationId)
    .where(sql<boolean>`content @> ${JSON.stringify({evidence: [{sha256}]})}::jsonb`)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

function evidenceFiles({db, tenantId}: Scope) {
  // Parts that have arrived without a gap from the first on.
  const whole = sql<number>`(select count(*) from (select p.index, row_number() over (order by p.index) - 1 as place from evidence_part p where p.tenant_id = f.tenant_id and p.evidence_file_id = f.evidence_file_id) n where n.index = n.place)::int`;
  return db
    .selectFrom('evidence_file as f')
    .select(['f.evidence_file_id', 'f.deal_registration_id', 'f.file_name', 'f.media_type', 'f.size_bytes', 'f.status', 'f.problem', 'f.sha256', 'f.created_at', 'f.scan_due_at'])
    .select(sql<number>`case f.status when 'uploading' then ${whole} else 0 end`.as('whole_parts'))
    .where('f.tenant_id', '=', tenantId);
}

function toEvidenceFile(row: {
  readonly evidence_file_id: string;
  readonly deal_registration_id: string;
  readonly file_name: string;
  readonly media_type: string;
  readonly size_bytes: number;
  readonly status: string;
  readonly problem: string | null;
  readonly sha256: string | null;
  readonly created_at: string;
  readonly scan_due_at: string | null;
  readonly whole_parts: number;
}): EvidenceFile {
  return {
    id: row.evidence_file_id,
    dealRegistrationId: row.deal_registration_id,
    fileName: row.file_name,
    mediaType: row.media_type as EvidenceFile['mediaType'],
    sizeBytes: row.size_bytes,
    receivedBytes: row.status === 'uploading' ? Math.min(row.whole_parts * evidencePartBytes, row.size_bytes) : row.size_bytes,
    status: row.status as EvidenceFile['status'],
    problem: row.problem as EvidenceFile['problem'],
    isWithheld: row.scan_due_at !== null,
    sha256: row.sha256,
    createdAt: row.created_at,
  };
}
