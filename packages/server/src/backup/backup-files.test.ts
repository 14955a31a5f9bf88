import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import {DiskStore} from '../file-store/disk-store.ts';
import {pdf} from '../testing/evidence-samples.ts';
import {startFileServer, type TestFileServer} from '../testing/test-file-server.ts';
import {openTestStore, photo, testFolder, type TestFolder} from '../testing/test-files.ts';
import {copyFiles, listKeptFiles} from './backup-files.ts';

describe('files of a backup', () => {
  let place: TestFileServer;
  let folder: TestFolder;
  before(async () => {
    [place, folder] = await Promise.all([startFileServer({database: 'pglite'}), testFolder()]);
  });
  after(() => Promise.all([place.close(), folder.remove()]));

  it('are copied with their pictures, once, and come back byte for byte into another kind of store', async () => {
    const [one, other] = [await place.server.newTenant(), await place.server.newTenant()];
    const bytes = pdf('Datasheet', 20_000);
    const document = await place.send(one, 'Datasheet.pdf', 'application/pdf', bytes);
    const picture = await place.send(other, 'Plant.png', 'image/png', await photo(60, 40));
    await place.send(one, 'a.pdf', 'application/pdf', Buffer.from('<html>'));
    const files = await listKeptFiles(place.server.database);
    const pictures = document.previews.length + picture.previews.length;
    assert.ok(pictures >= 2);
    assert.equal(files.length, 2 + pictures, 'what was refused is not kept');
    const kept = new DiskStore(folder.path);
    assert.deepEqual(await copyFiles(files, place.store, kept), {files: files.length, copied: files.length, faults: []});
    assert.deepEqual(await copyFiles(files, place.store, kept), {files: files.length, copied: 0, faults: []});
    const restored = await openTestStore('s3');
    try {
      assert.deepEqual(await copyFiles(files, kept, restored.store), {files: files.length, copied: files.length, faults: []});
      assert.deepEqual(Buffer.from(await new Response(await restored.store.read(document.storageKey)).arrayBuffer()), Buffer.from(bytes));
    } finally {
      await restored.close();
    }
  });

  it('that are gone or not what they were are named, and the others are copied all the same', async () => {
    const tenant = await place.server.newTenant();
    const [gone, changed, whole] = [
      await place.send(tenant, 'Gone.pdf', 'application/pdf', pdf('Gone')),
      await place.send(tenant, 'Changed.pdf', 'application/pdf', pdf('Changed')),
      await place.send(tenant, 'Whole.pdf', 'application/pdf', pdf('Whole')),
    ];
    await place.store.delete(gone.storageKey);
    await place.store.put(changed.storageKey, pdf('Other bytes'));
    const files = (await listKeptFiles(place.server.database)).filter(({name}) => /^(Gone|Changed|Whole)\.pdf$/.test(name));
    const target = await testFolder();
    try {
      const kept = new DiskStore(target.path);
      const {copied, faults} = await copyFiles(files, place.store, kept);
      assert.deepEqual([copied, [...faults].sort()], [1, ['Changed.pdf', 'Gone.pdf']]);
      assert.notEqual(await kept.size(whole.storageKey), undefined);
      assert.equal(await kept.size(changed.storageKey), undefined);
    } finally {
      await target.remove();
    }
  });
});
