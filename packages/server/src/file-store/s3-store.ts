import {open} from 'node:fs/promises';
import {S3Bucket, S3Error, type S3Settings} from './s3-bucket.ts';
import {FileMissingError, UploadOffsetError, expectFileKey, type ByteRange, type FileStore, type UploadState} from './file-store.ts';

/** An upload in parts, and what came since its last whole part. */
interface Arriving {
  readonly uploadId: string;
  /** What the service calls each part, in order. */
  readonly parts: readonly string[];
  /** Bytes in the object beside it that waits to become a part. */
  readonly tailBytes: number;
}

/** Every part but the last is as large as this: some services take no others, and none takes smaller ones than 5 MB. */
const partBytes = 8 * 1024 * 1024;

/**
 * Keeps files in a bucket of any service that speaks S3, as uploads in parts.
 *
 * @see docs/decisions/0018-files-in-a-bucket-by-our-own-parts.md
 */
export class S3Store implements FileStore {
  readonly #bucket: S3Bucket;

  constructor(settings: S3Settings, fetch: typeof globalThis.fetch) {
    this.#bucket = new S3Bucket(settings, fetch);
  }

  async begin(key: string): Promise<UploadState> {
    const answer = await this.#bucket.send({method: 'POST', key: expectFileKey(key), query: {uploads: ''}});
    const uploadId = valueOf('UploadId', await answer.text());
    if (uploadId === undefined) throw new Error('The file storage began no upload.');
    return write({uploadId, parts: [], tailBytes: 0});
  }

  async received(_key: string, state: UploadState): Promise<number> {
    return receivedIn(read(state));
  }

  async append(key: string, state: UploadState, offset: number, bytes: AsyncIterable<Uint8Array>, keep: (state: UploadState) => Promise<void>): Promise<number> {
    let arriving = read(state);
    if (receivedIn(arriving) !== offset) throw new UploadOffsetError(receivedIn(arriving), offset);
    const part = new Uint8Array(partBytes);
    let filled = arriving.tailBytes;
    if (filled > 0) part.set(await this.#readTail(key, arriving));
    try {
      for await (const chunk of bytes) {
        for (let from = 0; from < chunk.length; ) {
          const taken = chunk.subarray(from, from + partBytes - filled);
          part.set(taken, filled);
          filled += taken.length;
          from += taken.length;
          if (filled < partBytes) continue;
          arriving = {...arriving, parts: [...arriving.parts, await this.#putPart(key, arriving, part)], tailBytes: 0};
          filled = 0;
          await keep(write(arriving));
        }
      }
    } finally {
      // Also when the sender went away: what came is here, and need not come again. A whole part that the service did not take does.
      if (filled !== arriving.tailBytes && filled < partBytes) {
        await this.#bucket.send({method: 'PUT', key: tailOf(key), body: part.subarray(0, filled)});
        arriving = {...arriving, tailBytes: filled};
        await keep(write(arriving));
      }
    }
    return receivedIn(arriving);
  }

  async finish(key: string, state: UploadState): Promise<void> {
    const arriving = read(state);
    // Done before, by a process that was killed before it could say so.
    if ((await this.size(key)) === receivedIn(arriving)) return;
    const parts = arriving.tailBytes === 0 ? arriving.parts : [...arriving.parts, await this.#putPart(key, arriving, await this.#readTail(key, arriving))];
    const list = parts.map((tag, index) => `<Part><PartNumber>${index + 1}</PartNumber><ETag>${tag.replaceAll('"', '&quot;')}</ETag></Part>`);
    const body = `<CompleteMultipartUpload xmlns="http://s3.amazonaws.com/doc/2006-03-01/">${list.join('')}</CompleteMultipartUpload>`;
    const answer = await this.#bucket.send({method: 'POST', key: expectFileKey(key), query: {uploadId: arriving.uploadId}, headers: {'Content-Type': 'application/xml'}, body});
    const text = await answer.text();
    // The service answers 200 before it knows.
    if (text.includes('<Error>')) throw new S3Error('putting the parts together', answer.status, text);
    await this.#deleteTail(key);
  }

  async cancel(key: string, state: UploadState): Promise<void> {
    // Some services cannot; their buckets have a rule that removes what was not put together.
    await (await this.#bucket.send({method: 'DELETE', key: expectFileKey(key), query: {uploadId: read(state).uploadId}, expect: [404, 405, 501]})).body?.cancel();
    await this.#deleteTail(key);
  }

  async put(key: string, bytes: Uint8Array): Promise<void> {
    await this.#bucket.send({method: 'PUT', key: expectFileKey(key), body: new Uint8Array(bytes)});
  }

  async putFile(key: string, path: string): Promise<void> {
    const file = await open(path);
    try {
      const bytes = file.createReadStream({highWaterMark: 1024 * 1024, autoClose: false});
      let state = await this.begin(key);
      await this.append(key, state, 0, bytes, async next => {
        state = next;
      });
      await this.#replace(key, state);
    } finally {
      await file.close();
    }
  }

  async read(key: string, range?: ByteRange): Promise<ReadableStream<Uint8Array>> {
    const headers = range ? {Range: `bytes=${range.first}-${range.last}`} : {};
    const response = await this.#bucket.send({method: 'GET', key: expectFileKey(key), headers, expect: [404]});
    if (response.status === 404 || !response.body) throw new FileMissingError();
    if (!range) return response.body;
    if (!response.headers.get('Content-Range')?.startsWith(`bytes ${range.first}-`)) throw new Error('The file storage gave other bytes than were asked for.');
    return response.body.pipeThrough(atMost(range.last - range.first + 1));
  }

  async size(key: string): Promise<number | undefined> {
    const response = await this.#bucket.send({method: 'HEAD', key: expectFileKey(key), expect: [404]});
    return response.ok ? Number(response.headers.get('Content-Length')) : undefined;
  }

  async delete(key: string): Promise<void> {
    await this.#bucket.send({method: 'DELETE', key: expectFileKey(key), expect: [404]});
  }

  /** What is there already may be as long as what comes in its place. */
  async #replace(key: string, state: UploadState): Promise<void> {
    await this.delete(key);
    await this.finish(key, state);
  }

  async #putPart(key: string, {uploadId, parts}: Arriving, body: Uint8Array<ArrayBuffer>): Promise<string> {
    const answer = await this.#bucket.send({method: 'PUT', key: expectFileKey(key), query: {partNumber: String(parts.length + 1), uploadId}, body});
    await answer.body?.cancel();
    const tag = answer.headers.get('ETag');
    if (tag === null) throw new Error('The file storage named no part.');
    return tag;
  }

  async #readTail(key: string, {tailBytes}: Arriving): Promise<Uint8Array<ArrayBuffer>> {
    const answer = await this.#bucket.send({method: 'GET', key: tailOf(key)});
    const bytes = new Uint8Array(await answer.arrayBuffer());
    if (bytes.length !== tailBytes) throw new Error('The file storage lost the end of what arrived.');
    return bytes;
  }

  async #deleteTail(key: string): Promise<void> {
    await this.#bucket.send({method: 'DELETE', key: tailOf(key), expect: [404]});
  }
}

function tailOf(key: string): string {
  return `${expectFileKey(key)}.tail`;
}

function receivedIn({parts, tailBytes}: Arriving): number {
  return parts.length * partBytes + tailBytes;
}

function read(state: UploadState): Arriving {
  return JSON.parse(state) as Arriving;
}

function write(arriving: Arriving): UploadState {
  return JSON.stringify(arriving);
}

/** Ends after so many bytes: there are services that send everything when asked for the first byte. */
function atMost(bytes: number): TransformStream<Uint8Array, Uint8Array> {
  let left = bytes;
  return new TransformStream({
    transform: (chunk, controller) => {
      controller.enqueue(chunk.subarray(0, left));
      left -= Math.min(left, chunk.length);
      if (left === 0) controller.terminate();
    },
  });
}

function valueOf(name: string, xml: string): string | undefined {
  return new RegExp(`<${name}>([^<]+)</${name}>`).exec(xml)?.[1];
}
