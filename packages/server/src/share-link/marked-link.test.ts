import assert from 'node:assert/strict';
import {createHash} from 'node:crypto';
import {after, before, describe, it} from 'node:test';
import {PDFDocument} from '@cantoo/pdf-lib';
import {startFileServer, type TestFileServer} from '../testing/test-file-server.ts';
import {testLibrary} from '../testing/test-library.ts';

describe('a link to material that carries a watermark', () => {
  let server: TestFileServer;
  before(async () => {
    server = await startFileServer();
  });
  after(() => server.close());

  it('gives a copy with the organisation’s name and the day, once, and nothing after a recall', async () => {
    const library = await testLibrary(server.server);
    const document = await PDFDocument.create();
    document.addPage([300, 200]).drawText('Prices');
    const bytes = await document.save();
    const file = await server.send(library.tenant, 'prices.pdf', 'application/pdf', bytes);
    assert.equal(file.status, 'ready');
    const asset = await library.published({title: 'Prices', delivery: 'open', watermark: true}, {storedFileId: file.id});
    const partner = await library.tenant.partnerSession({partnerOrgId: await library.tenant.newPartnerOrg({name: 'Ánh Sáng Oy'})});
    const link = await partner.client.shareLinks.create({assetId: asset.id, singleUse: true});
    assert.equal(link.watermarked, true);
    const use = async (url: string | null) => (await server.server.send(new URL(url ?? '').pathname, {method: 'POST'})).headers.get('Location') ?? '';
    const read = (location: string) => server.server.send(new URL(location).pathname);
    const location = await use(link.url);
    const given = await read(location);
    assert.deepEqual([given.status, given.headers.get('Content-Type'), given.headers.get('Content-Security-Policy')], [200, 'application/pdf', "sandbox; default-src 'none'"]);
    const copy = new Uint8Array(await given.arrayBuffer());
    assert.equal(Number(given.headers.get('Content-Length')), copy.length);
    assert.notEqual(createHash('sha256').update(copy).digest('hex'), file.sha256);
    assert.equal((await PDFDocument.load(copy)).getSubject(), `Ánh Sáng Oy · ${new Date(server.server.clock.now()).toISOString().slice(0, 10)}`);
    assert.equal((await read(location)).status, 410, 'the address served once');
    const download = await partner.client.assetVersions.download({id: asset.current[0]?.id ?? ''});
    assert.match((await PDFDocument.load(await (await read(download.url)).arrayBuffer())).getSubject() ?? '', /^Ánh Sáng Oy/);
    const plain = await library.client.assetVersions.download({id: asset.current[0]?.id ?? ''});
    assert.equal(createHash('sha256').update(new Uint8Array(await (await read(plain.url)).arrayBuffer())).digest('hex'), file.sha256, 'the vendor gets the file itself');
    const other = await use((await partner.client.shareLinks.create({assetId: asset.id})).url);
    await library.client.assets.recall({id: asset.id, version: asset.version, reason: 'Wrong price'});
    assert.equal((await read(other)).status, 410);
  });
});
