import {createHash} from 'node:crypto';
import {Readable} from 'node:stream';
import {setTimeout as sleep} from 'node:timers/promises';
import type {StoredFileRow} from '../stored-file/stored-file.queries.ts';
import {tusUpload, type TestFileServer} from './test-file-server.ts';
import type {TestTenant} from './test-tenant.ts';

const blockBytes = 1024 * 1024;

/** What a video begins with; what follows is one that no player needs to understand. */
const head = Buffer.from('0000001c667479706d703432000000006d7034326d70343169736f6d', 'hex');

/** Bytes of a video from one place on, always the same ones, made as they are read. */
export function endlessVideo(sizeBytes: number, from = 0): Readable {
  return Readable.from(blocks(sizeBytes, from), {objectMode: false});
}

function* blocks(sizeBytes: number, from: number): Generator<Buffer> {
  for (let at = from; at < sizeBytes; ) {
    const index = Math.floor(at / blockBytes);
    const block = Buffer.alloc(blockBytes, createHash('sha512').update(String(index)).digest());
    if (index === 0) head.copy(block);
    const taken = block.subarray(at - index * blockBytes, Math.min(blockBytes, sizeBytes - index * blockBytes));
    yield taken;
    at += taken.length;
  }
}

/** Stops in the middle, when what went until then has left. */
async function* blocksUntil(sizeBytes: number, from: number, until: number, stop: AbortController): AsyncGenerator<Buffer> {
  let at = from;
  for (const block of blocks(sizeBytes, from)) {
    yield block.subarray(0, until - at);
    at += block.length;
    if (at < until) continue;
    await sleep(20);
    stop.abort();
    return;
  }
}

export interface InterruptedUpload {
  readonly row: StoredFileRow;
  /** Of what was sent. */
  readonly sha256: string;
  readonly interruptions: number;
}

/** Sends a video by the client that browsers use and cuts the connection again and again, each time in the middle of a request. */
export async function uploadInterrupted(server: TestFileServer, tenant: TestTenant, {sizeBytes, chunkBytes, interruptions}: {sizeBytes: number; chunkBytes: number; interruptions: number}): Promise<InterruptedUpload> {
  const fileId = await server.announce(tenant, {fileName: 'video.mp4', mediaType: 'video/mp4', sizeBytes});
  const link = () => server.links.upload({tenantId: tenant.tenantId, fileId, subject: 'person:x'});
  let broken = 0;
  while (broken < interruptions) {
    const until = (sizeBytes / (interruptions + 1)) * (broken + 1);
    const before = await offsetOf(await link());
    if (before >= until) throw new Error('The server kept more than was sent.');
    const stop = new AbortController();
    const upload = tusUpload(await link(), (from, to) => Readable.from(blocksUntil(to, from, until, stop), {objectMode: false}), sizeBytes, chunkBytes, stop.signal);
    await upload.then(
      () => {
        throw new Error('It arrived before it was interrupted.');
      },
      (error: unknown) => {
        if (!stop.signal.aborted) throw error;
      },
    );
    broken++;
  }
  await tusUpload(await link(), (from, to) => endlessVideo(to, from), sizeBytes, chunkBytes);
  await server.files.runDue();
  const row = await server.find(tenant, fileId);
  if (!row) throw new Error('The file is gone.');
  const hash = createHash('sha256');
  for await (const block of endlessVideo(sizeBytes)) hash.update(block as Buffer);
  return {row, sha256: hash.digest('hex'), interruptions: broken};
}

async function offsetOf(url: string): Promise<number> {
  const response = await fetch(url, {method: 'HEAD', headers: {'Tus-Resumable': '1.0.0'}});
  return Number(response.headers.get('Upload-Offset'));
}
