import {mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import sharp from 'sharp';
import S3rver from '@20minutes/s3rver';
import {DiskStore} from '../file-store/disk-store.ts';
import type {FileStore} from '../file-store/file-store.ts';
import type {S3Settings} from '../file-store/s3-bucket.ts';
import {S3Store} from '../file-store/s3-store.ts';
import {ProblemError} from '../problem.ts';

/** A folder that goes when the test ends. */
export interface TestFolder {
  readonly path: string;
  remove(): Promise<void>;
}

export async function testFolder(): Promise<TestFolder> {
  const path = await mkdtemp(join(tmpdir(), 'portico-files-'));
  return {path, remove: () => rm(path, {recursive: true, force: true})};
}

/** A server that speaks S3, on a free port of this machine. */
export async function startTestS3(): Promise<{readonly settings: S3Settings; stop(): Promise<void>}> {
  const folder = await testFolder();
  const server = new S3rver({address: '127.0.0.1', port: 0, silent: true, directory: folder.path, configureBuckets: [{name: 'portico'}]});
  const {port} = await server.run();
  return {
    settings: {endpoint: `http://127.0.0.1:${port}`, bucket: 'portico', region: 'us-east-1', accessKeyId: 'S3RVER', secretAccessKey: 'S3RVER'},
    stop: async () => {
      await server.close();
      await folder.remove();
    },
  };
}

/** Where files can be kept. */
export const storeKinds = ['disk', 's3'] as const;

/** A store of one kind, on what is real about it. */
export async function openTestStore(kind: (typeof storeKinds)[number]): Promise<{readonly store: FileStore; close(): Promise<void>}> {
  if (kind === 'disk') {
    const folder = await testFolder();
    return {store: new DiskStore(folder.path), close: folder.remove};
  }
  const s3 = await startTestS3();
  return {store: new S3Store(s3.settings, fetch), close: s3.stop};
}

/** The code of the problem that a call throws; `null` when it throws none. */
export async function problemOf(call: Promise<unknown>): Promise<string | null> {
  try {
    await call;
    return null;
  } catch (error) {
    if (error instanceof ProblemError) return error.code;
    throw error;
  }
}

/** A picture as a camera would make it. */
export function photo(width: number, height: number, format: 'png' | 'jpeg' | 'webp' | 'gif' = 'png'): Promise<Buffer> {
  return sharp({create: {width, height, channels: 3, background: {r: 20, g: 120, b: 90}}}).toFormat(format).toBuffer();
}
