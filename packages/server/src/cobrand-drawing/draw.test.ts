import assert from 'node:assert/strict';
import {execFileSync, spawnSync} from 'node:child_process';
import {mkdtemp, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, before, describe, it} from 'node:test';
import {PDFDocument} from '@cantoo/pdf-lib';
import jsqr from 'jsqr';
import sharp from 'sharp';
import {testAddress, testDocument, testLogo, testTask} from '../testing/test-drawing.ts';
import {draw} from './draw.ts';

const hasPoppler = ['pdftotext', 'pdftoppm'].every(program => spawnSync(program, ['-v']).error === undefined);
const names = 'Lumen Oy Ääkköset · Công ty Ánh Sáng Nguyễn · 光伏科技有限公司';
const zones = [
  {id: 'logo', type: 'logo', label: 'Logo', x: 10, y: 10, w: 120, h: 40, placeholder: '{{partner.logo}}'},
  {id: 'names', type: 'text', label: 'Names', x: 10, y: 105, w: 200, h: 50, maxSize: 11, font: 'bold'},
  {id: 'cta', type: 'cta_link', label: 'Button', x: 10, y: 165, w: 90, h: 20, placeholder: 'Ask for a demo', link: '{{partner.website}}'},
  {id: 'check', type: 'qr', label: 'Code', x: 225, y: 120, w: 70, h: 70},
  {id: 'turned', type: 'contact', label: 'Contact', page: 2, x: 20, y: 20, w: 200, h: 60, placeholder: '{{partner.name}}\n{{partner.phone}}'},
];

/** Names of companies, and the side where each begins; what is asked to stand at the end stands at the other. */
const shaped: Readonly<Record<string, {readonly text: string; readonly side: 'left' | 'right'; readonly align?: 'end'}>> = {
  arabic: {text: 'شركة النور للطاقة', side: 'right'},
  'arabic-end': {text: 'الإمارات العربية', side: 'left', align: 'end'},
  hebrew: {text: 'חברת אור בע״מ', side: 'right'},
  japanese: {text: '株式会社ひかりデータ', side: 'left'},
  korean: {text: '주식회사 빛나라', side: 'left'},
  thai: {text: 'บริษัท แสงสว่าง จำกัด', side: 'left'},
  devanagari: {text: 'प्रकाश सौर ऊर्जा लिमिटेड', side: 'left'},
  greek: {text: 'Φως Α.Ε. Свет ООО', side: 'left'},
};

/** What an independent reader finds in a code. */
function scan(data: Uint8Array | Buffer, width: number, height: number): string | undefined {
  return (jsqr as unknown as typeof jsqr.default)(new Uint8ClampedArray(data), width, height)?.data;
}

async function scanPicture(bytes: Uint8Array): Promise<string | undefined> {
  const {data, info} = await sharp(bytes).ensureAlpha().raw().toBuffer({resolveWithObject: true});
  return scan(data, info.width, info.height);
}

describe('a copy', () => {
  let folder: string;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'portico-draw-'));
  });
  after(() => rm(folder, {recursive: true, force: true}));

  it('of a document has names in three scripts, a link and a code that is scanned, whoever reads it', async t => {
    const task = await testTask(folder, await testDocument('#e6f4f1'), {zones, values: {names: {text: names}}, logo: await testLogo('#0b3b36'), smallPrint: {page: 1, x: 10, y: 188, w: 200}});
    const made = await draw(task);
    assert.deepEqual(made.findings, []);
    const document = await PDFDocument.load(made.bytes, {updateMetadata: false});
    assert.equal(document.getKeywords(), 'portico-copy:Xk3pW9aQ7fLm2ZtB:v3');
    assert.match(Buffer.from(await document.save({useObjectStreams: false})).toString('latin1'), /\/URI \(https:\/\/lumen\.example\/?\)/);
    assert.ok(made.bytes.length < 60_000, `fonts are cut to what is used: ${made.bytes.length} bytes`);
    const preview = await draw({...task, purpose: {kind: 'preview', page: 1, size: 900}});
    assert.equal(await scanPicture(preview.bytes), testAddress, 'in the preview');
    if (!hasPoppler) return t.diagnostic('poppler is not installed: its readers were not asked');
    const path = join(folder, 'made.pdf');
    await writeFile(path, made.bytes);
    const text = execFileSync('pdftotext', ['-layout', path, '-'], {encoding: 'utf8'}).replaceAll(/\s+/g, ' ');
    for (const expected of ['Lumen Oy Ääkköset', 'Công ty Ánh Sáng Nguyễn', '光伏科技有限公司', 'Ask for a demo', 'v3', '+358 9 4245', 'Xk3pW9aQ7fLm2ZtB']) assert.ok(text.includes(expected), `${expected} in: ${text}`);
    const page = execFileSync('pdftoppm', ['-r', '200', '-f', '1', '-l', '1', '-png', path], {maxBuffer: 1e8});
    assert.equal(await scanPicture(page), testAddress);
    const {data} = await sharp(page).extract({left: 60, top: 60, width: 20, height: 40}).removeAlpha().raw().toBuffer({resolveWithObject: true});
    assert.deepEqual([...data.subarray(0, 3)], [0x0b, 0x3b, 0x36], 'the logo is there');
  });

  it('has names in scripts that are shaped, run from right to left or have no blanks, each as it is read and at its side', async t => {
    const [x, w] = [10, 135];
    const scripts = Object.entries(shaped).map(([id, {align = 'start'}], index) => ({id, type: 'text', label: id, x: index % 2 === 0 ? x : 155, y: 102 + 24 * Math.floor(index / 2), w, h: 23, minSize: 6, maxSize: 10, align}));
    const values = Object.fromEntries(Object.entries(shaped).map(([id, {text}]) => [id, {text}]));
    const source = await testDocument('#e6f4f1', 1);
    const made = await draw(await testTask(folder, source, {zones: scripts, values}));
    assert.deepEqual(made.findings, []);
    assert.ok(made.bytes.length < 60_000, `fonts are cut to what is used: ${made.bytes.length} bytes`);
    const ground = await sharp({create: {width: 300, height: 200, channels: 3, background: '#ffffff'}}).png().toBuffer();
    const picture = await draw(await testTask(folder, ground, {zones: scripts, values, format: 'image', mediaType: 'image/png'}));
    assert.deepEqual(picture.findings, []);
    const pictures = [{bytes: picture.bytes, scale: 1}];
    if (hasPoppler) {
      const path = join(folder, 'scripts.pdf');
      await writeFile(path, made.bytes);
      const text = execFileSync('pdftotext', [path, '-'], {encoding: 'utf8'}).replaceAll(/[\u200e\u200f\u202a-\u202e]/g, '').replaceAll(/\s+/g, ' ');
      for (const {text: expected} of Object.values(shaped)) assert.ok(text.includes(expected), `${expected} in: ${text}`);
      pictures.push({bytes: execFileSync('pdftoppm', ['-r', '144', '-png', path], {maxBuffer: 1e8}), scale: 2});
    } else t.diagnostic('poppler is not installed: its readers were not asked');
    for (const {bytes, scale} of pictures) {
      for (const {id, x: left, y} of scripts) {
        const {data, info} = await sharp(bytes).extract({left: left * scale, top: y * scale, width: w * scale, height: 12 * scale}).greyscale().raw().toBuffer({resolveWithObject: true});
        const ink = [...data.keys()].filter(at => (data[at] ?? 255) < 128).map(at => (at % info.width) / info.width);
        const side = Math.min(...ink) < 0.05 ? 'left' : Math.max(...ink) > 0.95 ? 'right' : 'neither';
        assert.equal(side, shaped[id]?.side, `${id} stands at its side`);
      }
    }
  });

  it('of a picture is a picture of the same kind and size', async () => {
    const ground = await sharp({create: {width: 600, height: 400, channels: 3, background: '#ffffff'}}).jpeg().toBuffer();
    const big = zones.filter(({id}) => id !== 'turned').map(zone => ({...zone, x: zone.x * 2, y: zone.y * 2, w: zone.w * 2, h: zone.h * 2, ...('maxSize' in zone ? {maxSize: 22} : {})}));
    const made = await draw(await testTask(folder, ground, {zones: big, values: {names: {text: names}}, logo: await testLogo('#0b3b36'), format: 'image', mediaType: 'image/jpeg'}));
    assert.deepEqual(made.findings, []);
    const {format, width, height, exif} = await sharp(made.bytes).metadata();
    assert.deepEqual([format, width, height], ['jpeg', 600, 400]);
    assert.ok(exif?.includes('portico-copy:Xk3pW9aQ7fLm2ZtB:v3'));
    assert.equal(await scanPicture(made.bytes), testAddress);
  });

  it('of a page only shows: what a partner writes is text, and what could run is gone', async () => {
    const source = `<!doctype html><html><head><title>{{partner.name}}</title><script>evil()</script><meta http-equiv="refresh" content="0;url=https://evil.example"><style>@import url(https://evil.example);p{background:url(https://evil.example/x)}</style></head>
      <body onload="evil()"><h1 data-zone="names">x</h1><img data-zone="logo"><a data-zone="cta" href="javascript:evil()">x</a><span data-zone="check"></span><p>{{partner.email}}</p><iframe src="https://evil.example"></iframe><a href="java&#10;script:evil()">y</a><svg><script>evil()</script></svg></body></html>`;
    const html = zones.map(({id, type, label, ...zone}) => ({id, type, label, ...('placeholder' in zone ? {placeholder: zone.placeholder} : {}), ...('link' in zone ? {link: zone.link} : {})}));
    const made = await draw(await testTask(folder, Buffer.from(source), {zones: html, values: {names: {text: '<img src=x onerror=evil()>\n"光伏"'}}, logo: await testLogo('#0b3b36'), format: 'html', mediaType: 'text/html'}));
    const page = Buffer.from(made.bytes).toString();
    assert.deepEqual(made.findings.map(({zoneId, code}) => `${zoneId} ${code}`), ['turned zone_missing']);
    const shown = page.replaceAll(/base64,[\w+/=]+/g, '');
    assert.doesNotMatch(shown, /evil(?!\(\)&gt;)|javascript|iframe|onload|@import|refresh/);
    assert.ok(page.includes('&lt;img src=x onerror=evil()&gt;<br>"光伏"'), shown);
    assert.ok(page.includes('<a data-zone="cta" href="https://lumen.example" rel="noopener">Ask for a demo</a>'), shown);
    assert.ok(page.includes('<title>Lumen Oy</title>') && page.includes('hei@lumen.example') && page.includes("default-src 'none'"));
    const code = /data:image\/svg\+xml;base64,([\w+/=]+)/.exec(page)?.[1] ?? '';
    assert.equal(await scanPicture(await sharp(Buffer.from(code, 'base64')).png().toBuffer()), testAddress);
  });

  it('is not made, or is warned of, where a zone breaks a rule; each says which', async () => {
    const task = await testTask(folder, await testDocument('#e6f4f1'), {
      zones: [
        {...zones[0], minSize: 110},
        {id: 'long', type: 'text', label: 'L', x: 10, y: 110, w: 40, h: 10, fit: 'line', minSize: 8},
        {id: 'signs', type: 'text', label: 'S', x: 10, y: 140, w: 100, h: 20},
        {id: 'pale', type: 'text', label: 'P', x: 10, y: 160, w: 100, h: 20, colors: ['#f3f4f6']},
        {id: 'far', type: 'text', label: 'F', page: 2, x: 290, y: 10, w: 100, h: 20},
      ],
      values: {long: {text: 'Far too long for this place'}, signs: {text: 'ok 🦄 ᚠ \u093f'}, pale: {text: 'pale'}, far: {text: 'x'}},
      logo: await testLogo('#cfe8e2'),
    });
    const {findings} = await draw(task);
    assert.deepEqual(findings.map(({zoneId, code, severity}) => `${zoneId} ${code} ${severity}`), [
      'logo logo_contrast warning', 'long does_not_fit error', 'signs characters_not_supported error', 'pale text_contrast warning', 'far zone_outside error',
    ]);
    assert.deepEqual(findings.find(({zoneId}) => zoneId === 'signs')?.characters, ['🦄', 'ᚠ', '\u093f'], 'a vowel sign without its letter is among them');
  });
});
