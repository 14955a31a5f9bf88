import {readFile} from 'node:fs/promises';
import {newId, nowText} from '../../context.ts';
import type {FileMediaType} from '../../file-content/file-types.data.ts';
import {newFileKey, type FileStore} from '../../file-store/file-store.ts';
import {previewKey, type FilePreview} from '../../stored-file/stored-file.queries.ts';
import type {Scope} from '../scope.ts';

/** What was found out about a file when it was made (scripts/demo/material/make.ts), so that nothing needs to be looked at again. */
interface MadeFile {
  readonly mediaType: FileMediaType;
  readonly sha256: string;
  readonly sizeBytes: number;
  readonly width: number | null;
  readonly height: number | null;
  readonly pages: number | null;
  readonly previews: readonly FilePreview[];
}

const folder = new URL('../../../demo-files/', import.meta.url);

/** Puts files of the demo into a store. */
export class DemoFiles {
  readonly #store: FileStore;
  readonly #made: Readonly<Record<string, MadeFile>>;

  private constructor(store: FileStore, made: Readonly<Record<string, MadeFile>>) {
    this.#store = store;
    this.#made = made;
  }

  static async open(store: FileStore): Promise<DemoFiles> {
    return new DemoFiles(store, JSON.parse(await readFile(new URL('index.json', folder), 'utf8')) as Record<string, MadeFile>);
  }

  /** Keeps a file that is ready, as the vendor's unless a partner is named. @returns Its id. */
  async keep({db, tenantId, context}: Scope, name: string, addedBy: string, partnerOrgId: string | null = null): Promise<string> {
    const made = this.#made[name];
    if (!made) throw new RangeError(`The demo has no file ${name}.`);
    const key = newFileKey(context.randomBytes);
    await this.#store.put(key, await readFile(new URL(name, folder)));
    for (const preview of made.previews) await this.#store.put(previewKey(key, preview), await readFile(new URL(`${name}.${preview.page}_${preview.width}.webp`, folder)));
    const id = newId(context);
    const at = nowText(context);
    await db
      .insertInto('stored_file')
      .values({
        tenant_id: tenantId, stored_file_id: id, partner_org_id: partnerOrgId, file_name: name, media_type: made.mediaType, size_bytes: made.sizeBytes, received_bytes: made.sizeBytes, storage_key: key, status: 'ready', sha256: made.sha256,
        width: made.width, height: made.height, pages: made.pages, previews: JSON.stringify(made.previews), added_by: addedBy, created_at: at, updated_at: at,
      })
      .execute();
    return id;
  }
}
