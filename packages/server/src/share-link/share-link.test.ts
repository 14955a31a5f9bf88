import assert from 'node:assert/strict';
import {createHash} from 'node:crypto';
import {after, before, describe, it} from 'node:test';
import {PDFDocument} from '@cantoo/pdf-lib';
import {refusalOf} from '../testing/lead-programme.ts';
import {startFileServer, type TestFileServer} from '../testing/test-file-server.ts';
import {testLibrary, type TestLibrary} from '../testing/test-library.ts';
import type {TestServer} from '../testing/test-server.ts';
import type {TestSession} from '../testing/test-tenant.ts';

const dayMs = 86_400_000;

describe('a share link', () => {
  let files: TestFileServer;
  let server: TestServer;
  let library: TestLibrary;
  let partner: TestSession & {readonly partnerOrgId: string};
  before(async () => {
    files = await startFileServer();
    ({server} = files);
    library = await testLibrary(server);
    partner = await library.tenant.partnerSession();
  });
  after(() => files.close());

  const visit = async (url: string | null, {method = 'GET', language = 'en'} = {}) => {
    const answer = await server.send(new URL(url ?? '').pathname, {method, headers: {Accept: 'text/html', 'Accept-Language': language}});
    return {status: answer.status, headers: answer.headers, text: await answer.text()};
  };
  const use = (url: string | null) => visit(url, {method: 'POST'});
  const find = (id: string) => partner.client.shareLinks.get({id});

  it('shows what it is for and uses nothing up until its button is pressed; then it has served', async () => {
    const asset = await library.published({title: 'Data <sheet>', delivery: 'open'});
    const link = await partner.client.shareLinks.create({assetId: asset.id, singleUse: true, recipient: 'Mikko'});
    assert.match(link.url ?? '', /\/s\/[\w-]{22}$/);
    for (let bot = 0; bot < 3; bot++) {
      const page = await visit(link.url);
      assert.equal(page.status, 200);
      assert.ok(page.text.includes('Data &#60;sheet&#62;') && page.text.includes('For Mikko') && !page.text.includes('<sheet>'));
      assert.match(page.headers.get('Content-Security-Policy') ?? '', /default-src 'none'.*frame-ancestors 'none'.*sandbox allow-forms allow-downloads/);
      assert.equal(page.headers.get('Set-Cookie'), null);
    }
    assert.equal((await visit(link.url, {method: 'HEAD'})).status, 200);
    assert.deepEqual([(await find(link.id)).opens, (await find(link.id)).uses, (await find(link.id)).status], [3, 0, 'active']);
    const given = await use(link.url);
    assert.equal(given.status, 303);
    assert.match(given.headers.get('Location') ?? '', /\/files\//);
    assert.deepEqual([(await find(link.id)).uses, (await find(link.id)).status], [1, 'used']);
    for (const [language, words] of [['en', 'was used'], ['fi-FI,fi;q=0.9', 'on käytetty'], ['vi', 'đã được dùng'], ['zh-CN', '已被使用'], ['zh-HK', '請向傳送者索取'], ['ja', '1回限り'], ['ko', '한 번만'], ['ar', 'استُخدم'], ['de', 'wurde benutzt'], ['fr-CA', 'a été utilisé'], ['es-MX', 'ya se usó'], ['pt', 'já foi usado']] as const) {
      const gone = await visit(link.url, {language});
      assert.equal(gone.status, 410);
      assert.ok(gone.text.includes(words), language);
    }
    const kinds = (await partner.client.assetEvents.list({assetId: asset.id, limit: 100})).items.map(({kind}) => kind);
    assert.deepEqual(kinds.toSorted(), ['download', 'link_open', 'link_open', 'link_open', 'share']);
  });

  it('gives what serves once to one of those who press at the same moment', async () => {
    const {id} = await library.published({delivery: 'open'});
    const {url} = await partner.client.shareLinks.create({assetId: id, singleUse: true});
    const statuses = (await Promise.all(Array.from({length: 8}, () => use(url)))).map(({status}) => status);
    assert.deepEqual(statuses.toSorted(), [303, ...Array.from({length: 7}, () => 410)]);
  });

  it('always leads to the present version, and answers 410 with words once it does not', async () => {
    const {id} = await library.published({delivery: 'open'});
    const link = await partner.client.shareLinks.create({assetId: id, expiresAt: new Date(server.clock.now() + dayMs).toISOString()});
    const fileOf = (location: string | null) => (JSON.parse(Buffer.from(location?.split('/files/')[1]?.split('.')[0] ?? '', 'base64url').toString()) as {fileId: string}).fileId;
    const first = fileOf((await use(link.url)).headers.get('Location'));
    const second = await library.version(id);
    const present = fileOf((await use(link.url)).headers.get('Location'));
    assert.notEqual(first, present);
    assert.equal(present, second.storedFile.id);
    const other = await partner.client.shareLinks.create({assetId: id});
    const revoked = await partner.client.shareLinks.revoke({id: other.id, version: other.version});
    assert.deepEqual([revoked.status, (await use(other.url)).status, await refusalOf(partner.client.shareLinks.revoke({id: other.id, version: revoked.version}))], ['revoked', 410, 'share_link_status_conflict']);
    const late = await partner.client.shareLinks.create({assetId: id, expiresAt: new Date(server.clock.now() + 60_000).toISOString()});
    server.clock.advance({minutes: 2});
    assert.deepEqual([(await visit(late.url)).status, (await find(late.id)).status], [410, 'expired']);
    const {version} = await library.client.assets.get({id});
    await library.client.assets.recall({id, version, reason: 'Torque on page 3 is wrong'});
    const gone = await visit(link.url);
    assert.equal(gone.status, 410);
    assert.ok(gone.text.includes('recalled') && gone.text.includes('Torque on page 3 is wrong'));
    assert.deepEqual([(await find(link.id)).status, (await use(link.url)).status], ['recalled', 410]);
    assert.equal(((await (await server.send(new URL(link.url ?? '').pathname)).json()) as {code: string}).code, 'asset_recalled', 'programs get a problem');
  });

  it('is made for what may be passed on alone, and ends with the right to it', async () => {
    const portal = await library.published({delivery: 'portal'});
    const shareable = await library.published({delivery: 'portal', shareable: true, entitlement: {groups: ['chosen']}});
    const locked = await library.published({delivery: 'locked', shareable: true});
    const {client} = partner;
    assert.deepEqual(await Promise.all([portal, locked].map(({id}) => refusalOf(client.shareLinks.create({assetId: id})))), ['asset_not_shareable', 'asset_not_shareable']);
    assert.equal(await refusalOf(client.shareLinks.create({assetId: shareable.id})), 'asset_not_found');
    const {version} = await library.client.partnerOrgs.get({id: partner.partnerOrgId});
    const {version: chosen} = await library.client.partnerOrgs.update({id: partner.partnerOrgId, version, partnership: {groups: ['chosen']}});
    assert.deepEqual((await client.assets.get({id: shareable.id})).reach, {link: true, embed: false, print: false, cobrand: false});
    const link = await client.shareLinks.create({assetId: shareable.id});
    assert.equal((await visit(link.url)).status, 200);
    await library.client.partnerOrgs.update({id: partner.partnerOrgId, version: chosen, partnership: {groups: []}});
    assert.deepEqual([(await visit(link.url)).status, (await find(link.id)).status, (await find(link.id)).asset.title], [410, 'withdrawn', shareable.title]);
    for (const expiresAt of [new Date(server.clock.now()).toISOString(), '2099-01-01T00:00:00Z']) assert.equal(await refusalOf(client.shareLinks.create({assetId: (await library.published({delivery: 'open'})).id, expiresAt})), 'input_invalid');
  });

  it('keeps of its secret a hash alone, and says nothing to who has none', async () => {
    const {id} = await library.published({delivery: 'open'});
    const link = await partner.client.shareLinks.create({assetId: id});
    const token = link.url?.split('/s/')[1] ?? '';
    const rows = await library.tenant.inScope(({db}) => db.selectFrom('share_link').selectAll().where('share_link_id', '=', link.id).execute());
    assert.ok(!JSON.stringify(rows).includes(token));
    assert.equal((await find(link.id)).url, null);
    const sibling = await library.tenant.partnerSession();
    assert.deepEqual([await refusalOf(sibling.client.shareLinks.get({id: link.id})), (await sibling.client.shareLinks.list({})).items.length], ['share_link_not_found', 0]);
    assert.equal((await visit(`https://x.example/s/${'A'.repeat(22)}`)).status, 404);
    assert.equal((await visit('https://x.example/s/short')).status, 404);
    assert.ok((await library.client.shareLinks.list({status: ['active']})).items.some(item => item.id === link.id));
  });

  it('to material with a watermark gives a copy with the organisation’s name and the day, once, and nothing after a recall', async () => {
    const marked = await testLibrary(server);
    const document = await PDFDocument.create();
    document.addPage([300, 200]).drawText('Prices');
    const bytes = await document.save();
    const file = await files.send(marked.tenant, 'prices.pdf', 'application/pdf', bytes);
    assert.equal(file.status, 'ready');
    const asset = await marked.published({title: 'Prices', delivery: 'open', watermark: true}, {storedFileId: file.id});
    const own = await marked.tenant.partnerSession({partnerOrgId: await marked.tenant.newPartnerOrg({name: 'Ánh Sáng Oy'})});
    const link = await own.client.shareLinks.create({assetId: asset.id, singleUse: true});
    assert.equal(link.watermarked, true);
    const useOf = async (url: string | null) => (await server.send(new URL(url ?? '').pathname, {method: 'POST'})).headers.get('Location') ?? '';
    const read = (location: string) => server.send(new URL(location).pathname);
    const location = await useOf(link.url);
    const given = await read(location);
    assert.deepEqual([given.status, given.headers.get('Content-Type'), given.headers.get('Content-Security-Policy')], [200, 'application/pdf', "sandbox; default-src 'none'"]);
    const copy = new Uint8Array(await given.arrayBuffer());
    assert.equal(Number(given.headers.get('Content-Length')), copy.length);
    assert.notEqual(createHash('sha256').update(copy).digest('hex'), file.sha256);
    assert.equal((await PDFDocument.load(copy)).getSubject(), `Ánh Sáng Oy · ${new Date(server.clock.now()).toISOString().slice(0, 10)}`);
    assert.equal((await read(location)).status, 410, 'the address served once');
    const download = await own.client.assetVersions.download({id: asset.current[0]?.id ?? ''});
    assert.match((await PDFDocument.load(await (await read(download.url)).arrayBuffer())).getSubject() ?? '', /^Ánh Sáng Oy/);
    const plain = await marked.client.assetVersions.download({id: asset.current[0]?.id ?? ''});
    assert.equal(createHash('sha256').update(new Uint8Array(await (await read(plain.url)).arrayBuffer())).digest('hex'), file.sha256, 'the vendor gets the file itself');
    // The link, the partner and the vendor, each once.
    assert.deepEqual((await marked.client.assetEvents.report({by: 'partner_org', kind: ['download']})).rows.map(({name, total}) => [name, total]), [['Ánh Sáng Oy', 2], [null, 1]]);
    const other = await useOf((await own.client.shareLinks.create({assetId: asset.id})).url);
    await marked.client.assets.recall({id: asset.id, version: asset.version, reason: 'Wrong price'});
    assert.equal((await read(other)).status, 410);
  });
});
