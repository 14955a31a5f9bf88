import {createReadStream} from 'node:fs';
import {copyFile, mkdir, open, rename, rm, stat, writeFile} from 'node:fs/promises';
import {dirname, join} from 'node:path';
import {Readable} from 'node:stream';
import {FileMissingError, UploadOffsetError, expectFileKey, type ByteRange, type FileStore, type UploadState} from './file-store.ts';

/** Keeps files in a folder. What arrives has another ending until it is whole. */
export class DiskStore implements FileStore {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  async begin(key: string): Promise<UploadState> {
    const path = this.#arriving(key);
    await mkdir(dirname(path), {recursive: true});
    await (await open(path, 'wx')).close();
    // All there is to know is in the file.
    return 'begun';
  }

  async received(key: string): Promise<number> {
    return (await sizeOf(this.#arriving(key))) ?? (await this.size(key)) ?? 0;
  }

  async append(key: string, _state: UploadState, offset: number, bytes: AsyncIterable<Uint8Array>): Promise<number> {
    const path = this.#arriving(key);
    const held = (await sizeOf(path)) ?? -1;
    if (held !== offset) throw new UploadOffsetError(held, offset);
    const file = await open(path, 'r+');
    try {
      let at = offset;
      for await (const chunk of bytes) {
        await file.write(chunk, 0, chunk.length, at);
        at += chunk.length;
      }
      return at;
    } finally {
      await file.close();
    }
  }

  async finish(key: string): Promise<void> {
    const path = this.#arriving(key);
    try {
      const file = await open(path, 'r+');
      await file.sync();
      await file.close();
      await rename(path, this.#path(key));
    } catch (error) {
      if (!isMissing(error) || (await this.size(key)) === undefined) throw error;
    }
  }

  async cancel(key: string): Promise<void> {
    await rm(this.#arriving(key), {force: true});
  }

  async put(key: string, bytes: Uint8Array): Promise<void> {
    await this.#place(key, path => writeFile(path, bytes));
  }

  async putFile(key: string, source: string): Promise<void> {
    await this.#place(key, path => copyFile(source, path));
  }

  async read(key: string, range?: ByteRange): Promise<ReadableStream<Uint8Array>> {
    const path = this.#path(key);
    if ((await sizeOf(path)) === undefined) throw new FileMissingError();
    const stream = createReadStream(path, {...(range ? {start: range.first, end: range.last} : {}), highWaterMark: 256 * 1024});
    return Readable.toWeb(stream) as ReadableStream<Uint8Array>;
  }

  async size(key: string): Promise<number | undefined> {
    return sizeOf(this.#path(key));
  }

  async delete(key: string): Promise<void> {
    await rm(this.#path(key), {force: true});
  }

  /** Where a finished file is, for whoever can read it without a copy. */
  path(key: string): string {
    return this.#path(key);
  }

  async #place(key: string, write: (path: string) => Promise<void>): Promise<void> {
    const path = this.#path(key);
    await mkdir(dirname(path), {recursive: true});
    // Under another name first: who reads meanwhile gets the old bytes or the new ones, never half.
    await write(`${path}.new`);
    await rename(`${path}.new`, path);
  }

  #path(key: string): string {
    return join(this.#folder, expectFileKey(key));
  }

  #arriving(key: string): string {
    return `${this.#path(key)}.part`;
  }
}

async function sizeOf(path: string): Promise<number | undefined> {
  try {
    return (await stat(path)).size;
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}
