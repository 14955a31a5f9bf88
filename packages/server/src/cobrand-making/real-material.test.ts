import assert from 'node:assert/strict';
import {execFileSync, spawnSync} from 'node:child_process';
import {createHash} from 'node:crypto';
import {writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {Readable} from 'node:stream';
import {after, before, describe, it} from 'node:test';
import type {Asset, Cobrand} from '@portico/contract';
import jsqr from 'jsqr';
import sharp from 'sharp';
import {openScanner} from '../file-inspection/scanner.ts';
import {realMaterial, type RealMaterial} from '../testing/real-material.ts';
import type {TestClient} from '../testing/test-client.ts';
import {testLogo} from '../testing/test-drawing.ts';
import {startFileServer, startTestClamd, tusUpload, type TestFileServer} from '../testing/test-file-server.ts';
import {testFolder, type TestFolder} from '../testing/test-files.ts';
import {testLibrary, type TestLibrary} from '../testing/test-library.ts';

const hasPoppler = ['pdftotext', 'pdftoppm'].every(program => spawnSync(program, ['-v']).error === undefined);
const sha256Of = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

/** Zones on a free part of the material: a page of 595 × 842 points, or a poster of 600 × 400 pixels. */
const zones = (fileName: string) => {
  const y = fileName.endsWith('.pdf') ? 680 : 260;
  return [
    {id: 'logo', type: 'logo', label: 'Logo', x: 40, y, w: 100, h: 40, required: true},
    {id: 'name', type: 'text', label: 'Name', x: 160, y, w: 240, h: 40, minSize: 12, maxSize: 18, placeholder: '{{partner.name}}'},
    {id: 'check', type: 'qr', label: 'Code', x: 470, y: y - 30, w: 110, h: 110, locked: true},
  ] as const;
};

/** Partners who write their names in scripts of their own, each with a logo of its own colour. */
const partners = [
  {name: '光伏科技有限公司', color: '#0b3b36', fileName: '安装手册.pdf'},
  {name: 'Công ty Ánh Sáng Nguyễn', color: '#312e81', fileName: 'Thông số Cobot 7.pdf'},
  {name: 'Φως Α.Ε. Θεσσαλονίκη', color: '#581c87', fileName: 'Αφίσα έκθεσης.png'},
];

interface Copy {
  readonly partner: {readonly name: string; readonly color: string; readonly client: TestClient};
  readonly fileName: string;
  readonly cobrand: Cobrand;
}

describe('real material', () => {
  let clamd: Awaited<ReturnType<typeof startTestClamd>>;
  let server: TestFileServer;
  let library: TestLibrary;
  let folder: TestFolder;
  let material: readonly RealMaterial[];
  const sent = new Map<string, string>();
  const assets = new Map<string, Asset>();
  const copies: Copy[] = [];

  before(async () => {
    [clamd, folder, material] = await Promise.all([startTestClamd(), testFolder(), realMaterial()]);
    server = await startFileServer({scanner: openScanner(clamd.setting)});
    library = await testLibrary(server.server);
  });
  after(async () => {
    await server.close();
    await clamd.stop();
    await folder.remove();
  });

  /** Announces a file, sends it as browsers do and has it scanned. @returns Its id. */
  async function send({fileName, mediaType, bytes}: RealMaterial): Promise<string> {
    const {id, uploadUrl} = await library.client.storedFiles.create({fileName, mediaType, sizeBytes: bytes.length, sha256: sha256Of(bytes)});
    const address = new URL(uploadUrl ?? '');
    await tusUpload(`${server.url}${address.pathname}`, (from, to) => Readable.from(Buffer.from(bytes.subarray(from, to))), bytes.length, 100_000);
    return id;
  }

  const ask = (url: string, accept = '*/*') => server.server.app.fetch(new Request(url, {headers: {Accept: accept}}));
  const stateOf = async ({output}: Cobrand) => ((await (await ask(output?.copyUrl ?? '', 'application/json')).json()) as {state: string}).state;

  const materialOf = (fileName: string) => material.find(each => each.fileName === fileName) as RealMaterial;

  async function makeTemplate(fileName: string): Promise<string> {
    const {items: [{id: assetVersionId = ''} = {}]} = await library.client.assetVersions.list({assetId: assets.get(fileName)?.id ?? ''});
    const draft = await library.client.cobrandTemplates.create({assetVersionId, zones: [...zones(fileName)], approval: 'none'});
    return (await library.client.cobrandTemplates.publish({id: draft.id, version: draft.version})).id;
  }

  /** Opens a copy as somebody who got it: with readers that know nothing of what made it. */
  async function open({partner, fileName, cobrand}: Copy): Promise<void> {
    const {url, sizeBytes} = await partner.client.cobrands.download({id: cobrand.id});
    const bytes = Buffer.from(await (await ask(url)).arrayBuffer());
    assert.equal(bytes.length, sizeBytes);
    const isDocument = fileName.endsWith('.pdf');
    const top = zones(fileName).reduce((least, {y}) => Math.min(least, y), Infinity);
    let [picture, scale, from] = [bytes, 1, 0];
    if (isDocument) {
      if (!hasPoppler) return;
      const path = join(folder.path, `${cobrand.id}.pdf`);
      await writeFile(path, bytes);
      const text = execFileSync('pdftotext', [path, '-'], {encoding: 'utf8'}).replaceAll(/[\u200e\u200f\u202a-\u202e]/g, '').normalize('NFC');
      assert.ok(text.includes(partner.name), `${partner.name} in: ${text}`);
      [scale, from] = [2, top];
      // The part of the page that has the zones.
      picture = execFileSync('pdftoppm', ['-r', String(72 * scale), '-l', '1', '-y', String(top * scale), '-W', '1190', '-H', String(120 * scale), '-png', path], {maxBuffer: 1e8});
    }
    const cut = async (id: string) => {
      const {x, y, w, h} = zones(fileName).find(zone => zone.id === id) ?? {x: 0, y: 0, w: 0, h: 0};
      return sharp(picture).extract({left: x * scale, top: (y - from) * scale, width: w * scale, height: h * scale}).ensureAlpha().raw().toBuffer({resolveWithObject: true});
    };
    const logo = await cut('logo');
    // The left of a logo is a square of its colour; it fills the height of the zone but for its clear space.
    const at = (Math.floor(logo.info.height / 2) * logo.info.width + Math.floor(logo.info.width * 0.12)) * 4;
    assert.equal(`#${logo.data.subarray(at, at + 3).toString('hex')}`, partner.color, `the logo of ${partner.name} is in its place`);
    const name = await cut('name');
    assert.ok(name.data.some((value, index) => index % 4 === 0 && value < 60), `${partner.name} is written`);
    const code = await cut('check');
    const scanned = (jsqr as unknown as typeof jsqr.default)(new Uint8ClampedArray(code.data), code.info.width, code.info.height)?.data;
    assert.equal(scanned, cobrand.output?.copyUrl, `the code on ${fileName} of ${partner.name} is scanned`);
  }

  it('arrives by upload, is scanned, published, found in its language and downloaded as it was', async () => {
    for (const each of material) sent.set(each.fileName, await send(each));
    await server.files.runDue();
    const reader = await library.tenant.partnerSession();
    for (const {fileName, mediaType, bytes, language, title, words} of material) {
      const storedFileId = sent.get(fileName) ?? '';
      const {status, problem} = await library.client.storedFiles.get({id: storedFileId});
      assert.deepEqual([status, problem], ['ready', null], fileName);
      const asset = await library.published({title, type: mediaType === 'video/mp4' ? 'video' : 'datasheet'}, {storedFileId, language});
      assets.set(fileName, asset);
      const {items: [found]} = await reader.client.assets.list({q: words, sort: 'relevance'});
      assert.equal(found?.id, asset.id, `${words} finds ${title}`);
      const {items: [version]} = await reader.client.assetVersions.list({assetId: asset.id});
      const download = await reader.client.assetVersions.download({id: version?.id ?? ''});
      assert.equal(download.fileName, fileName);
      assert.equal(sha256Of(new Uint8Array(await (await ask(download.url)).arrayBuffer())), sha256Of(bytes), fileName);
    }
  });

  it('is co-branded in every script, with the partner’s name and logo and a code that leads to a page that says it is current', async t => {
    const asked: Omit<Copy, 'cobrand'>[] = [];
    const drafts: Cobrand[] = [];
    for (const {name, color, fileName} of partners) {
      const {client, partnerOrgId} = await library.tenant.partnerSession({roles: ['org_admin']});
      const id = partnerOrgId ?? '';
      const logoFileId = await server.keep(library.tenant, 'logo.png', 'image/png', await testLogo(color, 400, 160), {partnerOrgId: id, width: 400, height: 160});
      await client.partnerOrgs.updateBrand({id, version: (await client.partnerOrgs.getBrand({id})).version, logoFileId, displayName: name});
      const draft = await client.cobrands.create({templateId: await makeTemplate(fileName)});
      drafts.push(await client.cobrands.generate({id: draft.id, version: draft.version}));
      asked.push({partner: {name, color, client}, fileName});
    }
    await server.files.runDue();
    for (const [index, {partner, fileName}] of asked.entries()) {
      const made = await partner.client.cobrands.get({id: drafts[index]?.id ?? ''});
      assert.deepEqual([made.status, made.findings], ['generated', []], `${fileName} of ${partner.name}`);
      const copy = {partner, fileName, cobrand: await partner.client.cobrands.publish({id: made.id, version: made.version})};
      copies.push(copy);
      await open(copy);
      assert.equal(await stateOf(copy.cobrand), 'current');
    }
    if (!hasPoppler) t.diagnostic('poppler is not installed: documents were not opened by it');
  });

  it('is remade when its template changes, and gone everywhere after a recall', async () => {
    const fileName = 'Thông số Cobot 7.pdf';
    const {partner, cobrand: before} = copies.find(copy => copy.fileName === fileName) as Copy;
    const {language} = materialOf(fileName);
    const {id} = assets.get(fileName) as Asset;
    await library.version(id, {storedFileId: sent.get(fileName) ?? '', language});
    await makeTemplate(fileName);
    assert.equal((await partner.client.cobrands.get({id: before.id})).status, 'stale');
    assert.equal(await stateOf(before), 'stale');
    assert.deepEqual(await partner.client.cobrands.remakeAll({}), {remade: 1});
    await server.files.runDue();
    const cobrand = await partner.client.cobrands.get({id: before.id});
    assert.equal(cobrand.status, 'published');
    await open({partner, fileName, cobrand});
    assert.deepEqual([await stateOf(cobrand), await stateOf(before)], ['current', 'replaced']);
    const addresses = [(await partner.client.cobrands.download({id: cobrand.id})).url, cobrand.output?.copyUrl ?? '', before.output?.copyUrl ?? ''];
    const {version} = await library.client.assets.get({id});
    await library.client.assets.recall({id, version, reason: 'Sai chiều cao lắp đặt'});
    for (const address of addresses) {
      const gone = await ask(address, 'text/html');
      assert.equal(gone.status, 410, address);
      assert.ok((await gone.text()).includes('Sai chiều cao lắp đặt'));
    }
    assert.equal(await stateOf(copies.find(copy => copy.fileName !== fileName)?.cobrand as Cobrand), 'current', 'other material stays');
  });
});
