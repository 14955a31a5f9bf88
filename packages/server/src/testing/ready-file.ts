import {createHash} from 'node:crypto';
import {newId, nowText} from '../context.ts';
import type {Scope} from '../database/scope.ts';

/** What a file is said to be; its bytes are where `storageKey` says, or nowhere. */
export interface ReadyFile {
  readonly fileName: string;
  readonly storageKey?: string;
  readonly bytes?: Uint8Array;
  readonly mediaType?: string;
  readonly partnerOrgId?: string | null;
  readonly width?: number;
  readonly height?: number;
  readonly pages?: number | null;
}

/** Writes down a file that is ready without having been sent. @returns Its id. */
export async function insertReadyFile({db, tenantId, context}: Scope, {fileName, storageKey, bytes, mediaType = 'application/pdf', partnerOrgId = null, width = 0, height = 0, pages = null}: ReadyFile): Promise<string> {
  const [id, at] = [newId(context), nowText(context)];
  const [size, sha256] = bytes ? [bytes.length, createHash('sha256').update(bytes).digest('hex')] : [1000, id.replaceAll('-', '').repeat(2)];
  const shape = width > 0 ? {width, height, pages} : {};
  await db
    .insertInto('stored_file')
    .values({tenant_id: tenantId, stored_file_id: id, partner_org_id: partnerOrgId, file_name: fileName, media_type: mediaType, ...shape, size_bytes: size, received_bytes: size, storage_key: storageKey ?? id, status: 'ready', sha256, created_at: at, updated_at: at})
    .execute();
  return id;
}
