import assert from 'node:assert/strict';
import {createHash} from 'node:crypto';
import {after, before, describe, it} from 'node:test';
import {pdf} from '../testing/evidence-samples.ts';
import {startFileServer, type TestFileServer} from '../testing/test-file-server.ts';
import {databaseKinds} from '../testing/test-database.ts';
import {photo, problemOf, storeKinds} from '../testing/test-files.ts';
import type {TestTenant} from '../testing/test-tenant.ts';
import {recallStoredFiles, previewKey, type StoredFileRow} from './stored-file.queries.ts';

const sha256Of = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const bytesOf = async (response: Response) => Buffer.from(await response.arrayBuffer());
/** Reads what came, too: a server that stops waits for those who have not. */
const statusOf = async (response: Promise<Response>) => {
  await (await response).arrayBuffer();
  return (await response).status;
};
const codeOf = async (response: Response) => ((await response.json()) as {code: string}).code;
const places = [...databaseKinds.map(database => ({database, store: 'disk' as const})), ...storeKinds.filter(store => store !== 'disk').map(store => ({database: 'pglite' as const, store}))];

for (const place of places) {
  describe(`files on ${place.store} and ${place.database}`, () => {
    let it_: TestFileServer;
    /** Each inspection starts a thread: tests that look at a file in different ways share it. */
    let tenant: TestTenant;
    let document: StoredFileRow;
    let photograph: StoredFileRow;
    const bytes = pdf('Datasheet', 50_000);
    before(async () => {
      it_ = await startFileServer(place);
      tenant = await it_.server.newTenant();
      document = await it_.send(tenant, 'Datenblatt – Ünïcode 数据.pdf', 'application/pdf', bytes);
      photograph = await it_.send(tenant, 'a.png', 'image/png', await photo(600, 300));
    });
    after(() => it_.close());

    it('arrive, are inspected, and come back byte for byte', async () => {
      const {id, status, problem, sha256, pages, receivedBytes} = document;
      assert.deepEqual([status, problem, sha256, pages, receivedBytes], ['ready', null, sha256Of(bytes), 1, bytes.length]);
      const response = await it_.read(tenant, id);
      assert.equal(response.status, 200);
      assert.equal(sha256Of(await bytesOf(response)), sha256Of(bytes));
      const {headers} = response;
      assert.equal(headers.get('Content-Type'), 'application/pdf');
      assert.equal(headers.get('Content-Disposition'), `attachment; filename="Datenblatt _ _n_code __.pdf"; filename*=UTF-8''Datenblatt%20%E2%80%93%20%C3%9Cn%C3%AFcode%20%E6%95%B0%E6%8D%AE.pdf`);
      assert.deepEqual(
        ['X-Content-Type-Options', 'Content-Security-Policy', 'Cross-Origin-Resource-Policy', 'Cache-Control', 'Referrer-Policy', 'Set-Cookie'].map(name => headers.get(name)),
        ['nosniff', "sandbox; default-src 'none'", 'cross-origin', 'private, no-store', 'no-referrer', null],
      );
    });

    it('are read by ranges, and not again when they have not changed', async () => {
      const {id} = document;
      const whole = await it_.read(tenant, id, {}, {disposition: 'inline'});
      const tag = whole.headers.get('ETag') ?? '';
      assert.match(whole.headers.get('Content-Disposition') ?? '', /^inline;/);
      await whole.arrayBuffer();
      for (const [range, from, to] of [['bytes=0-99', 0, 99], ['bytes=100-', 100, bytes.length - 1], ['bytes=-50', bytes.length - 50, bytes.length - 1], [`bytes=10-${bytes.length * 2}`, 10, bytes.length - 1]] as const) {
        const part = await it_.read(tenant, id, {Range: range});
        assert.deepEqual([part.status, part.headers.get('Content-Range'), part.headers.get('Content-Length')], [206, `bytes ${from}-${to}/${bytes.length}`, String(to - from + 1)], range);
        assert.equal(sha256Of(await bytesOf(part)), sha256Of(bytes.subarray(from, to + 1)), range);
      }
      const beyond = await it_.read(tenant, id, {Range: `bytes=${bytes.length}-`});
      assert.deepEqual([beyond.status, beyond.headers.get('Content-Range')], [416, `bytes */${bytes.length}`]);
      assert.equal(await statusOf(it_.read(tenant, id, {Range: 'bytes=0-1,5-6'})), 200);
      assert.equal(await statusOf(it_.read(tenant, id, {Range: 'bytes=0-9', 'If-Range': '"another"'})), 200);
      assert.equal(await statusOf(it_.read(tenant, id, {Range: 'bytes=0-9', 'If-Range': tag})), 206);
      assert.equal((await it_.read(tenant, id, {'If-None-Match': tag})).status, 304);
    });

    it('have pictures, under links of their own', async () => {
      const file = photograph;
      assert.deepEqual([file.status, file.width, file.height, file.previews], ['ready', 600, 300, [{page: 1, width: 480, height: 240}, {page: 1, width: 600, height: 300}]]);
      const link = (width: number) => it_.links.download({tenantId: tenant.tenantId, fileId: file.id, subject: 'person:x', preview: {page: 1, width}});
      const picture = await fetch(await link(480));
      assert.deepEqual([picture.status, picture.headers.get('Content-Type')], [200, 'image/webp']);
      assert.equal((await bytesOf(picture)).toString('latin1', 8, 12), 'WEBP');
      assert.equal(await codeOf(await fetch(await link(481))), 'stored_file_not_found');
    });

    it('are gone for everybody once they are recalled, with the reason', async () => {
      const file = photograph;
      const before_ = await it_.links.download({tenantId: tenant.tenantId, fileId: file.id, subject: 'person:x'});
      const picture = await it_.links.download({tenantId: tenant.tenantId, fileId: file.id, subject: 'person:x', preview: {page: 1, width: file.previews[0]?.width ?? 0}});
      assert.deepEqual([await statusOf(fetch(before_)), await statusOf(fetch(picture))], [200, 200]);
      await tenant.inScope(scope => recallStoredFiles(scope, [file.id], 'The prices are wrong.'));
      for (const url of [before_, picture]) {
        const gone = await fetch(url);
        const body = (await gone.json()) as {title: string; detail: string; code: string};
        assert.deepEqual([gone.status, body.code, body.detail, gone.headers.get('Cache-Control')], [410, 'file_recalled', 'The prices are wrong.', 'private, no-store']);
        assert.match(body.title, /recalled/);
      }
    });

    it('serve once under links that serve once', async () => {
      const url = await it_.links.download({tenantId: tenant.tenantId, fileId: document.id, subject: 'person:x', once: true});
      assert.equal((await fetch(url, {method: 'HEAD'})).status, 200);
      const answers = await Promise.all([1, 2, 3].map(() => statusOf(fetch(url, {headers: {Range: 'bytes=0-1'}}))));
      assert.deepEqual(answers.sort(), [200, 410, 410]);
      assert.equal(await codeOf(await fetch(url)), 'file_link_used');
    });

    it('serve again for minutes where they broke off, until all of it was sent', async () => {
      const request = async (headers = {}) => it_.files.handle(new Request(url, {headers}), it_.links);
      const refused = (headers = {}) => problemOf(request(headers));
      const url = await it_.links.download({tenantId: tenant.tenantId, fileId: document.id, subject: 'person:x', once: true});
      const first = (await request({Range: 'bytes=100-'})).body?.getReader();
      assert.equal((await first?.read())?.value?.length, bytes.length);
      assert.equal(await refused(), 'file_link_used', 'while it is being sent');
      await first?.cancel();
      it_.server.clock.advance({minutes: 9});
      const again = await request({Range: 'bytes=20000-'});
      assert.deepEqual([again.status, again.headers.get('Content-Range')], [206, `bytes 20000-${bytes.length - 1}/${bytes.length}`]);
      await again.body?.cancel();
      const last = await request({Range: 'bytes=0-9'});
      assert.deepEqual([last.status, sha256Of(await bytesOf(last))], [200, sha256Of(bytes)], 'a part is no way to keep it open');
      assert.equal(await refused(), 'file_link_expired');
      const late = await it_.links.download({tenantId: tenant.tenantId, fileId: document.id, subject: 'person:x', once: true});
      await (await it_.files.handle(new Request(late), it_.links)).body?.cancel();
      it_.server.clock.advance({minutes: 11});
      assert.equal(await problemOf(it_.files.handle(new Request(late), it_.links)), 'file_link_expired');
    });

    it('are not sent when their bytes are not those that were inspected', async () => {
      const changed = Buffer.from(bytes);
      changed[500] = 0x79;
      await it_.store.put(document.storageKey, changed);
      await assert.rejects(async () => bytesOf(await it_.read(tenant, document.id)));
    });

    it('are not read before they are ready, and not by what was refused', async () => {
      const tenant = await it_.server.newTenant();
      const id = await it_.announce(tenant, {fileName: 'a.pdf', mediaType: 'application/pdf', sizeBytes: 10});
      assert.deepEqual([(await it_.read(tenant, id)).status, await codeOf(await it_.read(tenant, id))], [409, 'file_not_ready']);
      const refused = await it_.send(tenant, 'a.pdf', 'application/pdf', Buffer.from('<html><script>alert(1)</script></html>'));
      assert.deepEqual([refused.status, refused.problem, refused.sha256], ['rejected', 'type_mismatch', null]);
      assert.equal((await it_.read(tenant, refused.id)).status, 409);
      assert.equal(await it_.store.size(refused.storageKey), undefined);
      assert.equal(await it_.store.size(previewKey(refused.storageKey, {page: 1, width: 480})), undefined);
    });

    it('are refused at once when name, type, size or room do not allow them', async () => {
      const tenant = await it_.server.newTenant();
      const announce = (fileName: string, mediaType: string, sizeBytes: number, limits = {}) => problemOf(it_.announce(tenant, {fileName, mediaType, sizeBytes}, limits));
      assert.equal(await announce('a.exe', 'application/x-msdownload', 10), 'file_type_not_allowed');
      assert.equal(await announce('a.pdf.exe', 'application/pdf', 10), 'file_type_not_allowed');
      assert.equal(await announce('a.html', 'application/pdf', 10), 'file_type_not_allowed');
      assert.equal(await announce('a.pdf', 'constructor', 10), 'file_type_not_allowed');
      assert.equal(await announce('a.pdf', 'application/pdf', 100_000_001), 'file_too_large');
      assert.equal(await announce('a.mp4', 'video/mp4', 2_100_000_001), 'file_too_large');
      assert.equal(await announce('a.mp4', 'video/mp4', 2_100_000_000), null);
      assert.equal(await announce('a.pdf', 'application/pdf', 1, {tenantBytes: 2_100_000_000}), 'file_quota_reached');
      const racing = await Promise.all(Array.from({length: 4}, () => announce('b.pdf', 'application/pdf', 60, {tenantBytes: 2_100_000_100})));
      assert.deepEqual(racing.map(String).sort(), ['file_quota_reached', 'file_quota_reached', 'file_quota_reached', 'null'], 'four at once, room for one');
      const id = await it_.announce(tenant, {fileName: '../../etc/pass\u202ewd\u0000/..\\Preisliste.pdf', mediaType: 'application/pdf', sizeBytes: 10});
      assert.equal((await it_.find(tenant, id))?.fileName, 'Preisliste.pdf');
    });
  });
}
