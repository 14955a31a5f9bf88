import assert from 'node:assert/strict';
import {createHash} from 'node:crypto';
import {connect} from 'node:net';
import {once} from 'node:events';
import {after, before, describe, it} from 'node:test';
import {setTimeout as sleep} from 'node:timers/promises';
import {endlessVideo, uploadInterrupted} from '../testing/interrupted-upload.ts';
import {pdf} from '../testing/evidence-samples.ts';
import {startFileServer, type TestFileServer} from '../testing/test-file-server.ts';
import {storeKinds} from '../testing/test-files.ts';
import type {TestTenant} from '../testing/test-tenant.ts';

const megabyte = 1024 * 1024;
const idleMs = 400;

for (const store of storeKinds) {
  describe(`uploads to ${store}`, () => {
    let server: TestFileServer;
    before(async () => {
      server = await startFileServer({store, uploadIdleMs: idleMs});
    });
    after(() => server.close());

    const tusHead = (url: string) => fetch(url, {method: 'HEAD', headers: {'Tus-Resumable': '1.0.0'}});
    const patch = (url: string, offset: number, body: Uint8Array<ArrayBuffer>) => fetch(url, {method: 'PATCH', headers: {'Tus-Resumable': '1.0.0', 'Upload-Offset': String(offset), 'Content-Type': 'application/offset+octet-stream'}, body});
    const start = async (sizeBytes: number, tenant?: TestTenant) => {
      const own = tenant ?? (await server.server.newTenant());
      const fileId = await server.announce(own, {fileName: 'a.pdf', mediaType: 'application/pdf', sizeBytes});
      const link = () => server.links.upload({tenantId: own.tenantId, fileId, subject: 'person:x'});
      return {tenant: own, fileId, link, url: await link()};
    };

    it('that are interrupted five times arrive whole', async () => {
      const tenant = await server.server.newTenant();
      // Two parts of a bucket and some; for gigabytes there is the bench.
      const sizeBytes = 18 * megabyte + 4321;
      const {row, sha256, interruptions} = await uploadInterrupted(server, tenant, {sizeBytes, chunkBytes: 5 * megabyte, interruptions: 5});
      assert.deepEqual([interruptions, row.status, row.problem, row.sha256, row.sizeBytes], [5, 'ready', null, sha256, sizeBytes]);
    });

    it('say from where to go on, and take no bytes elsewhere', async () => {
      const bytes = pdf('Datasheet', 300_000);
      const {tenant, fileId, url} = await start(bytes.length);
      assert.equal((await patch(url, 0, new Uint8Array(bytes.subarray(0, 100_000)))).status, 204);
      const head = await tusHead(url);
      assert.deepEqual([head.status, head.headers.get('Upload-Offset'), head.headers.get('Upload-Length')], [200, '100000', String(bytes.length)]);
      assert.equal((await server.find(tenant, fileId))?.receivedBytes, 100_000);
      for (const offset of [0, 99_999, 100_001]) assert.equal((await patch(url, offset, new Uint8Array(bytes.subarray(offset)))).status, 409, String(offset));
      assert.equal((await patch(url, 100_000, new Uint8Array(bytes.length))).status, 413, 'more than was announced');
      assert.equal((await patch(url, 100_000, new Uint8Array(bytes.subarray(100_000)))).status, 204);
      await server.files.runDue();
      assert.equal((await server.find(tenant, fileId))?.sha256, createHash('sha256').update(bytes).digest('hex'));
      assert.equal((await patch(url, bytes.length, new Uint8Array(1))).status, 413);
    });

    it('are given up by their sender', async () => {
      const {tenant, fileId, url} = await start(1000);
      await patch(url, 0, new Uint8Array(500));
      assert.equal((await fetch(url, {method: 'DELETE', headers: {'Tus-Resumable': '1.0.0'}})).status, 204);
      assert.equal(await server.find(tenant, fileId), undefined);
      assert.equal((await tusHead(url)).status, 404);
    });

    it('that stop hold nothing: the request is let go, what came is kept, and after a day it is gone', async () => {
      const {tenant, fileId, url} = await start(50_000_000);
      const {hostname, port, pathname} = new URL(url);
      const socket = connect(Number(port), hostname);
      socket.on('error', () => {});
      socket.write(`PATCH ${pathname} HTTP/1.1\r\nHost: x\r\nTus-Resumable: 1.0.0\r\nUpload-Offset: 0\r\nContent-Type: application/offset+octet-stream\r\nContent-Length: 50000000\r\n\r\n`);
      socket.write(Buffer.alloc(70_000, 7));
      const began = performance.now();
      socket.resume();
      await once(socket, 'close');
      assert.ok(performance.now() - began < 10_000, 'the connection is closed by the server');
      const head = await tusHead(url);
      assert.equal(head.headers.get('Upload-Offset'), '70000');
      const row = await server.find(tenant, fileId);
      server.server.clock.advance({hours: 22});
      await server.files.runDue();
      assert.ok(await server.find(tenant, fileId));
      server.server.clock.advance({hours: 1, minutes: 59});
      await server.files.runDue();
      assert.equal(await server.find(tenant, fileId), undefined);
      assert.equal(await server.store.received(row?.storageKey ?? '', store === 'disk' ? 'begun' : JSON.stringify({parts: [], tailBytes: 0})), 0);
    });

    it('need a link for uploading, of this very file, in time', async () => {
      const one = await start(1000);
      const other = await start(1000, one.tenant);
      const download = await server.links.download({tenantId: one.tenant.tenantId, fileId: one.fileId, subject: 'person:x'});
      assert.equal((await patch(download, 0, new Uint8Array(10))).status, 405);
      assert.equal((await patch(`${server.url}/files/${one.fileId}`, 0, new Uint8Array(10))).status, 403);
      await patch(one.url, 0, new Uint8Array(10));
      assert.equal((await tusHead(other.url)).headers.get('Upload-Offset'), '0');
      assert.equal((await fetch(one.url, {method: 'POST', headers: {'Tus-Resumable': '1.0.0', 'Upload-Length': '10'}})).status, 405);
      server.server.clock.advance({minutes: 15});
      const late = await patch(one.url, 10, new Uint8Array(10));
      assert.deepEqual([late.status, ((await late.json()) as {code: string}).code], [403, 'file_link_expired']);
      assert.equal((await tusHead(await one.link())).headers.get('Upload-Offset'), '10', 'a new link goes on');
    });

    it('are open to pages of any origin, because the link is the credential', async () => {
      const {url} = await start(1000);
      const asked = await fetch(url, {method: 'OPTIONS', headers: {Origin: 'https://portal.example', 'Access-Control-Request-Method': 'PATCH'}});
      assert.deepEqual([asked.status, asked.headers.get('Access-Control-Allow-Origin'), asked.headers.get('Access-Control-Allow-Credentials')], [204, '*', null]);
      assert.match(asked.headers.get('Access-Control-Allow-Methods') ?? '', /PATCH/);
      const answer = await patch(url, 0, new Uint8Array(10));
      assert.match(answer.headers.get('Access-Control-Expose-Headers') ?? '', /Upload-Offset/);
      assert.equal(answer.headers.get('Content-Security-Policy'), "sandbox; default-src 'none'");
    });

    it('wait for nobody: others are answered while a large one comes', async () => {
      const tenant = await server.server.newTenant();
      let isDone = false;
      const large = uploadInterrupted(server, tenant, {sizeBytes: 24 * megabyte, chunkBytes: 24 * megabyte, interruptions: 0}).finally(() => {
        isDone = true;
      });
      let answers = 0;
      while (!isDone) {
        assert.equal((await tenant.client.program.get({})).id, tenant.programId);
        if (!isDone) answers++;
        await sleep(5);
      }
      await large;
      assert.ok(answers >= 3, `${answers} answers`);
    });
  });
}

describe('the samples of these tests', () => {
  it('are videos that differ everywhere', async () => {
    const bytes = Buffer.concat(await endlessVideo(3 * megabyte).toArray());
    assert.equal(bytes.length, 3 * megabyte);
    assert.equal(bytes.toString('latin1', 4, 8), 'ftyp');
    assert.notDeepEqual(bytes.subarray(megabyte, megabyte + 64), bytes.subarray(2 * megabyte, 2 * megabyte + 64));
  });
});
