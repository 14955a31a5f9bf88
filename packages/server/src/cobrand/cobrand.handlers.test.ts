import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import type {Cobrand, CobrandApproval, CobrandTemplate} from '@portico/contract';
import {PDFDocument} from '@cantoo/pdf-lib';
import jsqr from 'jsqr';
import sharp from 'sharp';
import {testDocument, testLogo} from '../testing/test-drawing.ts';
import {startFileServer, type TestFileServer} from '../testing/test-file-server.ts';
import {testLibrary, type TestLibrary} from '../testing/test-library.ts';

type Partner = Awaited<ReturnType<TestLibrary['tenant']['partnerSession']>>;

const zones = [
  {id: 'logo', type: 'logo', label: 'Logo', x: 10, y: 10, w: 120, h: 40, required: true},
  {id: 'headline', type: 'text', label: 'Headline', x: 10, y: 105, w: 200, h: 20, maxChars: 40, placeholder: 'By {{partner.name}}'},
  {id: 'check', type: 'qr', label: 'Code', x: 225, y: 120, w: 70, h: 70, locked: true},
] as const;

const code = (expected: string) => (error: {problem: {code: string}}) => error.problem.code === expected;

describe('co-branding', () => {
  let files: TestFileServer;
  let library: TestLibrary;
  let partner: Partner;
  let sheet: Uint8Array;
  before(async () => {
    files = await startFileServer();
    library = await testLibrary(files.server);
    partner = await library.tenant.partnerSession({roles: ['org_admin']});
    sheet = await testDocument('#e6f4f1', 1);
    const logoFileId = await keep('logo.png', 'image/png', await testLogo('#0b3b36'), {partnerOrgId: partner.partnerOrgId, width: 400, height: 100});
    const brand = await partner.client.partnerOrgs.getBrand({id: partner.partnerOrgId});
    await partner.client.partnerOrgs.updateBrand({id: partner.partnerOrgId, version: brand.version, logoFileId, displayName: 'Ánh Sáng 光', phone: '+84 24 1234', colors: ['#0F766E']});
  });
  after(() => files.close());

  const keep = (fileName: string, mediaType: string, bytes: Uint8Array, size: Parameters<TestFileServer['keep']>[4]) => files.keep(library.tenant, fileName, mediaType, bytes, size);

  async function version(assetId: string, bytes = sheet) {
    return library.version(assetId, {storedFileId: await keep('sheet.pdf', 'application/pdf', bytes, {width: 300, height: 200, pages: 1})});
  }

  async function template(assetId: string, assetVersionId: string, approval: CobrandApproval): Promise<CobrandTemplate> {
    const draft = await library.client.cobrandTemplates.create({assetVersionId, zones: [...zones], approval, logoRules: {minPixels: 300}});
    return library.client.cobrandTemplates.publish({id: draft.id, version: draft.version});
  }

  async function material(approval: CobrandApproval, bytes = sheet): Promise<{assetId: string; template: CobrandTemplate}> {
    const {id: assetId} = await library.draft({title: 'Aurora Vision'});
    const {id} = await version(assetId, bytes);
    await library.publish(assetId);
    return {assetId, template: await template(assetId, id, approval)};
  }

  async function made(templateId: string, values = {}): Promise<Cobrand> {
    const draft = await partner.client.cobrands.create({templateId, values});
    const asked = await partner.client.cobrands.generate({id: draft.id, version: draft.version});
    assert.deepEqual([asked.status, asked.isMaking], ['draft', true]);
    await files.files.runDue();
    return partner.client.cobrands.get({id: draft.id});
  }

  const ask = (url: string, accept: string, language = 'en') => files.server.app.fetch(new Request(url, {headers: {Accept: accept, 'Accept-Language': language}}));
  const stateOf = async (cobrand: Cobrand) => ((await (await ask(cobrand.output?.copyUrl ?? '', 'application/json')).json()) as {state: string}).state;

  it('shows what is typed, and what is wrong with it, without keeping it', async () => {
    const {template: {id: templateId}} = await material('auto_rules');
    const preview = await partner.client.cobrands.preview({templateId, values: {headline: {text: 'Công ty 光伏'}}, size: 400});
    assert.deepEqual(preview.findings, []);
    const [picture, found] = [await ask(preview.url, 'image/*'), await ask(preview.url, 'application/json')];
    assert.equal(picture.headers.get('Content-Type'), 'image/webp');
    const {width, height} = await sharp(await picture.arrayBuffer()).metadata();
    assert.deepEqual([width, height], [400, 266]);
    assert.deepEqual(await found.json(), {findings: [], width: 400, height: 266});
    const wrong = await partner.client.cobrands.preview({templateId, values: {headline: {text: 'far too long for this zone '.repeat(5)}, gone: {text: 'x'}}});
    assert.deepEqual(wrong.findings.map(({zoneId, code: of}) => `${zoneId} ${of}`), ['gone zone_unknown', 'headline too_long']);
    const all = (await (await ask(wrong.url, 'application/json')).json()) as {findings: {code: string}[]};
    assert.deepEqual(all.findings.map(({code: of}) => of), ['zone_unknown', 'too_long', 'does_not_fit']);
    assert.equal((await partner.client.cobrands.list({})).items.length, 0);
    const draft = await partner.client.cobrands.create({templateId, values: {gone: {text: 'x'}}});
    await assert.rejects(partner.client.cobrands.generate({id: draft.id, version: draft.version}), (error: {problem: {errors: object[]}}) => (error.problem.errors[0] as {pointer: string}).pointer === '/values/gone');
    await partner.client.cobrands.delete({id: draft.id, version: draft.version});
  });

  it('makes a copy that the vendor approves, whose code is scanned and says what became of it, until it is recalled', async () => {
    const {assetId, template: {id: templateId}} = await material('vendor_approves');
    const generated = await made(templateId);
    assert.deepEqual([generated.status, generated.findings, generated.output?.storedFile.pages], ['generated', [], 1]);
    assert.deepEqual(generated.actions, ['update', 'submit', 'delete']);
    assert.equal(await stateOf(generated), 'unpublished');
    const stranger = await library.tenant.partnerSession();
    await assert.rejects(stranger.client.cobrands.get({id: generated.id}), code('cobrand_not_found'));
    const submitted = await partner.client.cobrands.submit({id: generated.id, version: generated.version});
    await assert.rejects(partner.client.cobrands.download({id: generated.id}), code('cobrand_status_conflict'));
    await assert.rejects(partner.client.cobrands.publish({id: submitted.id, version: submitted.version}), code('cobrand_status_conflict'));
    const approved = await library.client.cobrands.approve({id: submitted.id, version: submitted.version});
    const published = await partner.client.cobrands.publish({id: approved.id, version: approved.version});
    assert.equal(published.status, 'published');
    const {url, fileName} = await partner.client.cobrands.download({id: published.id});
    assert.equal(fileName, 'sheet - Ánh Sáng 光.pdf');
    assert.equal((await ask(url, '*/*')).status, 200);
    const [preview] = published.output?.storedFile.previews ?? [];
    const large = published.output?.storedFile.previews.find(({page, width}) => page === 1 && width > 480) ?? preview;
    const {data, info} = await sharp(await (await ask(large?.url ?? '', '*/*')).arrayBuffer()).ensureAlpha().raw().toBuffer({resolveWithObject: true});
    const copyUrl = published.output?.copyUrl ?? '';
    assert.equal((jsqr as unknown as typeof jsqr.default)(new Uint8ClampedArray(data), info.width, info.height)?.data, copyUrl);
    assert.equal(await stateOf(published), 'current');
    const page = await (await ask(copyUrl, 'text/html', 'vi,en;q=0.5')).text();
    assert.ok(page.includes('<html lang="vi"') && page.includes('Bản này còn hiệu lực') && page.includes('Ánh Sáng 光'), page);
    const shown = await partner.client.cobrands.preview({templateId});
    assert.equal((await ask(shown.url, 'image/*')).status, 200);
    const {version: now} = await library.client.assets.get({id: assetId});
    await library.client.assets.recall({id: assetId, version: now, reason: 'Wrong <limits>'});
    assert.deepEqual([(await ask(url, '*/*')).status, (await ask(shown.url, 'image/*')).status, (await ask(copyUrl, 'application/json')).status], [410, 410, 410]);
    const gone = await ask(copyUrl, 'text/html', 'zh-CN');
    assert.equal(gone.status, 410);
    const words = await gone.text();
    assert.ok(words.includes('这份资料已被召回') && words.includes('Wrong &lt;limits&gt;'), words);
    const recalled = await partner.client.cobrands.get({id: published.id});
    assert.deepEqual([recalled.status, recalled.reason, recalled.actions], ['recalled', 'Wrong <limits>', []]);
    await assert.rejects(partner.client.cobrands.download({id: published.id}), code('asset_recalled'));
    assert.equal((await ask(copyUrl.replace(/\w{16}$/, 'A'.repeat(16)), 'text/html')).status, 404);
  });

  it('lets the rules decide: a logo that does not stand out is sent back with the reason', async () => {
    const {template: {id: templateId}} = await material('auto_rules');
    const pale = await made(templateId, {logo: {storedFileId: await keep('pale.png', 'image/png', await testLogo('#d9efe9'), {partnerOrgId: partner.partnerOrgId, width: 400, height: 100})}});
    assert.deepEqual(pale.findings.map(({zoneId, code: of}) => `${zoneId} ${of}`), ['logo logo_contrast']);
    const rejected = await partner.client.cobrands.submit({id: pale.id, version: pale.version});
    assert.equal(rejected.status, 'rejected');
    assert.match(rejected.reason ?? '', /^logo: The logo stands out too little/);
    const revised = await partner.client.cobrands.update({id: rejected.id, version: rejected.version, values: {}});
    await partner.client.cobrands.generate({id: revised.id, version: revised.version});
    await files.files.runDue();
    const better = await partner.client.cobrands.get({id: pale.id});
    assert.equal((await partner.client.cobrands.submit({id: better.id, version: better.version})).status, 'approved');
    assert.equal((await ask(pale.output?.copyUrl ?? '', 'application/json')).status, 404, 'what was never released is gone');
  });

  it('says at once that material which is protected cannot be made one’s own', async () => {
    const locked = await PDFDocument.load(sheet);
    locked.encrypt({ownerPassword: 'owner', userPassword: ''});
    const {template: {id: templateId}} = await material('none', await locked.save());
    const given = await made(templateId);
    assert.deepEqual([given.status, given.isMaking, given.reason], ['draft', false, 'The material cannot be drawn on: it is protected by a password or against changes.']);
  });
});
