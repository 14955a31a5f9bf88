import {createHash} from 'node:crypto';
import {createWriteStream} from 'node:fs';
import {mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {Readable, Transform} from 'node:stream';
import {pipeline} from 'node:stream/promises';
import type {ReadableStream as NodeStream} from 'node:stream/web';
import type {Database} from '../database/database.ts';
import {inTransaction} from '../database/open.ts';
import {FileMissingError, type FileStore} from '../file-store/file-store.ts';
import {previewKey, type FilePreview} from '../stored-file/stored-file.queries.ts';

/** A file that rows of the database name. */
export interface KeptFile {
  /** Its place in the store. What is under a key never changes. */
  readonly key: string;
  /** For people. */
  readonly name: string;
  /** `null` for pictures that were made of a file. */
  readonly sha256: string | null;
}

export interface CopiedFiles {
  readonly files: number;
  /** Those that were not there before. */
  readonly copied: number;
  /** Names of those that the store does not have, or not as they were. */
  readonly faults: readonly string[];
}

const opening = `
  SET TRANSACTION READ ONLY;
  SET LOCAL search_path = portico; SET LOCAL statement_timeout = 0;
  SET LOCAL ROLE portico_backup;
  SELECT storage_key, file_name, sha256, previews FROM stored_file WHERE status = 'ready' ORDER BY storage_key;
`;

/** The files of all tenants, and their pictures. */
export function listKeptFiles(database: Database): Promise<KeptFile[]> {
  return inTransaction(database, opening, async (_, results) =>
    (results.at(-1) ?? []).flatMap(row => {
      const [key, name] = [String(row['storage_key']), String(row['file_name'])];
      const pictures = (row['previews'] as FilePreview[]).map(preview => ({key: previewKey(key, preview), name: `${name}, page ${preview.page}`, sha256: null}));
      return [{key, name, sha256: row['sha256'] === null ? null : String(row['sha256'])}, ...pictures];
    }),
  );
}

/**
 * Copies files from one store to another and compares each with the hash that its row names. Those that are there already are left alone, so that a second copy into the same place takes
 * as long as what is new.
 */
export async function copyFiles(files: readonly KeptFile[], from: FileStore, to: FileStore): Promise<CopiedFiles> {
  const folder = await mkdtemp(join(tmpdir(), 'portico-copy-'));
  const faults: string[] = [];
  let copied = 0;
  try {
    const path = join(folder, 'file');
    for (const {key, name, sha256} of files) {
      if ((await to.size(key)) !== undefined) continue;
      const hash = await fetchFile(from, key, path);
      if (hash === undefined || (sha256 !== null && hash !== sha256)) {
        faults.push(name);
        continue;
      }
      await to.putFile(key, path);
      copied++;
    }
    return {files: files.length, copied, faults};
  } finally {
    await rm(folder, {recursive: true, force: true});
  }
}

/** @returns The SHA-256 of what was written to the path; nothing when there is no such file. */
async function fetchFile(store: FileStore, key: string, path: string): Promise<string | undefined> {
  const hash = createHash('sha256');
  const counting = new Transform({
    transform: (chunk: Uint8Array, _, done) => {
      hash.update(chunk);
      done(null, chunk);
    },
  });
  try {
    await pipeline(Readable.fromWeb((await store.read(key)) as NodeStream), counting, createWriteStream(path));
    return hash.digest('hex');
  } catch (error) {
    if (error instanceof FileMissingError) return undefined;
    throw error;
  }
}
