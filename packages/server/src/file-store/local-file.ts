import {createWriteStream} from 'node:fs';
import {join} from 'node:path';
import {Readable} from 'node:stream';
import type {ReadableStream as NodeStream} from 'node:stream/web';
import {pipeline} from 'node:stream/promises';
import {DiskStore} from './disk-store.ts';
import type {FileStore} from './file-store.ts';

/** Where a file is on this machine, for what reads files of this machine only. @param folder - Where it is put when it is kept elsewhere; empty, and removed afterwards by the caller. */
export async function localFile(store: FileStore, key: string, folder: string): Promise<string> {
  if (store instanceof DiskStore) return store.path(key);
  const path = join(folder, 'file');
  await pipeline(Readable.fromWeb((await store.read(key)) as NodeStream), createWriteStream(path));
  return path;
}
