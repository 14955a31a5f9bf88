import assert from 'node:assert/strict';
import {createHash} from 'node:crypto';
import {writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {after, before, describe, it} from 'node:test';
import {openTestStore, startTestS3, storeKinds, testFolder} from '../testing/test-files.ts';
import {FileMissingError, UploadOffsetError, newFileKey, type FileStore, type UploadState} from './file-store.ts';
import {S3Error} from './s3-bucket.ts';
import {S3Store} from './s3-store.ts';

const sha256Of = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const randomBytes = (length: number) => crypto.getRandomValues(new Uint8Array(length));
const megabyte = 1024 * 1024;

/** Bytes that differ everywhere. */
function sample(length: number): Buffer {
  const bytes = Buffer.alloc(length);
  for (let at = 0, x = 1; at < length; at++) {
    x = (Math.imul(x, 1_664_525) + 1_013_904_223) >>> 0;
    bytes[at] = x >>> 24;
  }
  return bytes;
}

async function bytesOf(stream: ReadableStream<Uint8Array>): Promise<Buffer> {
  return Buffer.from(await new Response(stream as ReadableStream<Uint8Array<ArrayBuffer>>).arrayBuffer());
}

/** Sends bytes in network-sized pieces. @param breakAfter - Fails when so many have gone. */
async function* sending(bytes: Uint8Array, breakAfter = Infinity): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += 65_536) {
    if (at >= breakAfter) throw new Error('the line broke');
    yield bytes.subarray(at, at + 65_536);
  }
}

for (const kind of storeKinds) {
  describe(`files on ${kind}`, () => {
    let store: FileStore;
    let close: () => Promise<void>;
    before(async () => {
      ({store, close} = await openTestStore(kind));
    });
    after(() => close());

    const start = async () => {
      const key = newFileKey(randomBytes);
      let state: UploadState = await store.begin(key);
      const append = (offset: number, bytes: AsyncIterable<Uint8Array>) =>
        store.append(key, state, offset, bytes, async next => {
          state = next;
        });
      return {key, append, state: () => state};
    };

    it('arrive in pieces of any size, broken off where it may be, and are whole', async () => {
      const bytes = sample(20 * megabyte + 12_345);
      const {key, append, state} = await start();
      const breaks = [1, 3 * megabyte, 100_000, 9 * megabyte];
      let kept = 0;
      for (const after of breaks) {
        await assert.rejects(append(kept, sending(bytes.subarray(kept), after)), /the line broke/);
        const now = await store.received(key, state());
        assert.ok(now >= kept + after && now < kept + after + 65_536, `${now} after ${kept} and ${after} more`);
        kept = now;
        assert.equal(await store.size(key), undefined, 'nothing is readable before it is finished');
      }
      assert.equal(await append(kept, sending(bytes.subarray(kept))), bytes.length);
      await store.finish(key, state());
      await store.finish(key, state());
      assert.equal(await store.size(key), bytes.length);
      assert.equal(sha256Of(await bytesOf(await store.read(key))), sha256Of(bytes));
    });

    it('take bytes at their end only', async () => {
      const {append, key, state} = await start();
      await append(0, sending(sample(1000)));
      await assert.rejects(append(0, sending(sample(1000))), UploadOffsetError);
      await assert.rejects(append(2000, sending(sample(10))), UploadOffsetError);
      assert.equal(await store.received(key, state()), 1000);
    });

    it('are read by ranges', async () => {
      const key = newFileKey(randomBytes);
      const bytes = sample(300_000);
      await store.put(key, bytes);
      for (const [first, last] of [[0, 0], [0, 99], [299_999, 299_999], [150_000, 250_000]] as const) {
        assert.equal(sha256Of(await bytesOf(await store.read(key, {first, last}))), sha256Of(bytes.subarray(first, last + 1)), `${first} to ${last}`);
      }
    });

    it('are replaced by a file of this machine, of the same length too', async () => {
      const key = newFileKey(randomBytes);
      const folder = await testFolder();
      try {
        const bytes = sample(9 * megabyte);
        await store.put(key, Buffer.alloc(bytes.length));
        await writeFile(join(folder.path, 'clean'), bytes);
        await store.putFile(key, join(folder.path, 'clean'));
        assert.equal(sha256Of(await bytesOf(await store.read(key))), sha256Of(bytes));
      } finally {
        await folder.remove();
      }
    });

    it('are gone when they are deleted or arrive no further', async () => {
      const {key, append, state} = await start();
      await append(0, sending(sample(1000)));
      await store.cancel(key, state());
      assert.equal(await store.size(key), undefined);
      const other = newFileKey(randomBytes);
      await store.put(other, sample(10));
      await store.delete(other);
      await store.delete(other);
      assert.equal(await store.size(other), undefined);
      await assert.rejects(store.read(other), FileMissingError);
    });

    it('have keys of ours and never a path from outside', async () => {
      for (const key of ['../../etc/passwd', '/etc/passwd', 'ab/../../x', `${newFileKey(randomBytes)}/..`, `${newFileKey(randomBytes)}?acl`, '']) {
        await assert.rejects(async () => store.put(key, sample(1)), RangeError, key);
        await assert.rejects(async () => store.read(key), RangeError, key);
        await assert.rejects(async () => store.delete(key), RangeError, key);
      }
    });
  });
}

describe('a bucket', () => {
  it('takes nothing that is signed with another key', async () => {
    const s3 = await startTestS3();
    try {
      const stranger = new S3Store({...s3.settings, secretAccessKey: 'wrong'}, fetch);
      await assert.rejects(stranger.put(newFileKey(randomBytes), sample(10)), (error: unknown) => error instanceof S3Error && error.status === 403);
    } finally {
      await s3.stop();
    }
  });

  it('is asked again when it is busy for a moment', async () => {
    const s3 = await startTestS3();
    try {
      let calls = 0;
      const flaky: typeof fetch = async (input, init) => (++calls % 3 === 0 ? fetch(input, init) : calls % 3 === 1 ? new Response('<Error><Code>SlowDown</Code></Error>', {status: 503}) : Promise.reject(new TypeError('connection reset')));
      const store = new S3Store(s3.settings, flaky);
      const key = newFileKey(randomBytes);
      await store.put(key, sample(10));
      assert.deepEqual([await store.size(key), calls], [10, 6]);
    } finally {
      await s3.stop();
    }
  });
});
