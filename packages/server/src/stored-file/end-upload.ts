import type {Scope} from '../database/scope.ts';
import type {FileStore} from '../file-store/file-store.ts';
import {previewKey, type StoredFileRow} from './stored-file.queries.ts';

/** Removes a file that is not ready: its row, and whatever the store has of it. */
export async function endUpload({db, tenantId}: Scope, store: FileStore, file: StoredFileRow): Promise<void> {
  await db.deleteFrom('stored_file').where('tenant_id', '=', tenantId).where('stored_file_id', '=', file.id).where('status', '<>', 'ready').execute();
  await dropBytes(store, file);
}

/** Removes whatever the store has of a file. */
export async function dropBytes(store: FileStore, {status, uploadState, storageKey, previews}: StoredFileRow): Promise<void> {
  if (status === 'uploading' && uploadState !== '') await store.cancel(storageKey, uploadState);
  await store.delete(storageKey);
  for (const preview of previews) await store.delete(previewKey(storageKey, preview));
}
