import {join} from 'node:path';
import {DiskStore} from './disk-store.ts';
import type {FileStore} from './file-store.ts';
import type {S3Settings} from './s3-bucket.ts';
import {S3Store} from './s3-store.ts';

/** The bucket when one is set, else the folder `files` of everything that is kept. */
export function openFileStore({s3, dataFolder, fetch}: {readonly s3: S3Settings | undefined; readonly dataFolder: string; readonly fetch: typeof globalThis.fetch}): FileStore {
  return s3 ? new S3Store(s3, fetch) : new DiskStore(join(dataFolder, 'files'));
}
