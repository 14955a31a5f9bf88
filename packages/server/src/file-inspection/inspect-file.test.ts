import assert from 'node:assert/strict';
import {createHash} from 'node:crypto';
import {mkdtemp, readFile, readdir, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {after, before, describe, it} from 'node:test';
import {performance} from 'node:perf_hooks';
import sharp from 'sharp';
import type {FileMediaType} from '../file-content/file-types.data.ts';
import {docx, pdf, pptx, xlsx, zip} from '../testing/evidence-samples.ts';
import {archiveBehindProgram, drawing, escapingZip, honestZipBomb, lyingZipBomb, manyEntries, page, pdfWithArchive, pdfWithPage, tellingPhoto} from '../testing/hostile-files.ts';
import {endlessVideo} from '../testing/interrupted-upload.ts';
import {heavyDocument} from '../testing/heavy-document.ts';
import {photo, testFolder, type TestFolder} from '../testing/test-files.ts';
import {InspectionBroken, inspectFile} from './inspect-file.ts';
import type {AcceptedFile, Inspection, InspectionTask} from './inspection.ts';
import {lookAtFile} from './look-at-file.ts';

const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const sheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const slides = 'application/vnd.openxmlformats-officedocument.presentationml.presentation';
const sha256Of = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

const firstHalf = (bytes: Buffer) => bytes.subarray(0, bytes.length / 2);

describe('the inspection of files', () => {
  let folder: TestFolder;
  before(async () => {
    folder = await testFolder();
  });
  after(() => folder.remove());

  const taskFor = async (bytes: Uint8Array, mediaType: FileMediaType, {declaredSha256 = null, withPreviews = true}: Partial<InspectionTask> = {}): Promise<InspectionTask> => {
    const outFolder = await mkdtemp(join(folder.path, 'out-'));
    const path = join(outFolder, 'file');
    await writeFile(path, bytes);
    return {path, mediaType, declaredSha256, outFolder, withPreviews};
  };
  /** As the server does it: in a thread of its own. */
  const inspect = async (bytes: Uint8Array, mediaType: FileMediaType, {timeoutMs = 120_000, ...how}: Partial<InspectionTask> & {timeoutMs?: number} = {}): Promise<Inspection> => inspectFile(await taskFor(bytes, mediaType, how), {timeoutMs});
  /** What the thread does, here: starting one for every sample takes longer than all of them together. */
  const look = async (bytes: Uint8Array, mediaType: FileMediaType): Promise<Inspection> => lookAtFile(await taskFor(bytes, mediaType), () => performance.now());
  const fault = async (bytes: Uint8Array, mediaType: FileMediaType) => (await look(bytes, mediaType)).fault;
  const accepted = async (bytes: Uint8Array, mediaType: FileMediaType): Promise<AcceptedFile> => {
    const found = await look(bytes, mediaType);
    assert.equal(found.fault, null);
    return found as AcceptedFile;
  };

  it('takes what is what it was said to be', async () => {
    const video = Buffer.concat(await endlessVideo(300_000).toArray());
    const fine: readonly (readonly [Uint8Array, FileMediaType])[] = [
      [pdf(), 'application/pdf'], [await photo(30, 20, 'png'), 'image/png'], [await photo(30, 20, 'jpeg'), 'image/jpeg'], [await photo(30, 20, 'webp'), 'image/webp'], [await photo(30, 20, 'gif'), 'image/gif'],
      [docx(), word], [xlsx(), sheet], [pptx(), slides], [zip({'a/b.txt': 'b'}), 'application/zip'], [Buffer.from('a;b\n1;2\n'), 'text/csv'], [drawing(), 'image/svg+xml'], [page(), 'text/html'], [video, 'video/mp4'],
    ];
    for (const [bytes, type] of fine) {
      const found = await accepted(bytes, type);
      if (found.cleanPath === null) assert.deepEqual([found.sha256, found.sizeBytes], [sha256Of(bytes), bytes.length], type);
    }
  });

  it('refuses what is something else', async () => {
    for (const type of ['application/pdf', 'image/png', 'image/jpeg', 'image/gif', word, 'application/zip', 'video/mp4', 'text/csv'] as const) assert.equal(await fault(page(), type), 'type_mismatch', type);
    assert.equal(await fault(pdf(), 'image/png'), 'type_mismatch');
    assert.equal(await fault(await photo(3, 2), 'image/jpeg'), 'type_mismatch');
    assert.equal(await fault(xlsx(), word), 'type_mismatch');
    assert.equal(await fault(docx({'word/vbaProject.bin': 'macro'}), word), 'type_mismatch');
    assert.equal(await fault(Buffer.from('MZ\x90\0 a program'), 'application/pdf'), 'type_mismatch');
    assert.equal(await fault(Buffer.from('only text'), 'text/html'), 'type_mismatch');
  });

  it('refuses what is two things at once', async () => {
    assert.equal(await fault(pdfWithArchive(), 'application/pdf'), 'unsafe_content');
    assert.equal(await fault(pdfWithPage(), 'application/pdf'), 'unsafe_content');
    assert.equal(await fault(archiveBehindProgram(), 'application/zip'), 'type_mismatch');
    assert.equal(await fault(Buffer.concat([await photo(30, 20, 'jpeg'), zip({'evil.js': 'alert(1)'})]), 'image/jpeg'), 'unsafe_content');
    assert.equal(await fault(Buffer.concat([Buffer.concat(await endlessVideo(100_000).toArray()), zip({'evil.js': 'alert(1)'})]), 'video/mp4'), 'unsafe_content');
    assert.equal(await fault(Buffer.concat([zip({'a.txt': 'a'}).subarray(0, 30), zip({'a.txt': 'a'})]), 'application/zip'), 'type_mismatch');
  });

  it('cuts off what hangs behind a picture', async () => {
    for (const [format, type] of [['jpeg', 'image/jpeg'], ['png', 'image/png'], ['gif', 'image/gif'], ['webp', 'image/webp']] as const) {
      const bytes = await photo(30, 20, format);
      const found = await accepted(Buffer.concat([bytes, Buffer.from('<!-- a tail that is no picture -->')]), type);
      const clean = await readFile(found.cleanPath ?? '');
      assert.equal(clean.includes('no picture'), false, format);
      assert.deepEqual([found.sha256, found.sizeBytes], [sha256Of(clean), clean.length]);
      assert.deepEqual([(await sharp(clean).metadata()).width, found.width], [30, 30]);
    }
  });

  it('takes place, time and maker out of photos and leaves every pixel', async () => {
    for (const format of ['jpeg', 'png', 'webp'] as const) {
      const bytes = await tellingPhoto(format);
      assert.ok(bytes.includes('Secret Photographer'), format);
      const found = await accepted(bytes, `image/${format}`);
      const clean = await readFile(found.cleanPath ?? '');
      assert.equal(clean.includes('Secret'), false, format);
      const [before_, after_] = [await sharp(bytes).raw().toBuffer(), await sharp(clean).raw().toBuffer()];
      assert.equal(sha256Of(after_), sha256Of(before_), format);
      const {exif = Buffer.alloc(0), orientation} = await sharp(clean).metadata();
      assert.deepEqual([orientation, found.width, found.height], [6, 60, 90], `${format} still stands upright`);
      assert.ok(exif.subarray(40).every(byte => byte === 0), `${format} says nothing else`);
    }
  });

  it('refuses archives that grow too large, whatever they say of themselves', async () => {
    assert.equal(await fault(honestZipBomb(), 'application/zip'), 'too_large_inside');
    assert.equal(await fault(lyingZipBomb(60_000_000), 'application/zip'), 'unreadable');
    assert.equal(await fault(manyEntries(), 'application/zip'), 'too_large_inside');
    assert.equal(await fault(zip({'a.txt': 'a', 'b.txt': 'b'}, 900_000_000), 'application/zip'), 'too_large_inside');
    assert.equal(await fault(zip({'a.txt': 'a'}).subarray(0, 60), 'application/zip'), 'unreadable');
  });

  it('refuses archives with names that lead elsewhere', async () => {
    for (const name of ['../../etc/cron.d/job', '/etc/passwd', 'a/../../b', '..\\..\\windows\\system32\\a.dll', 'C:\\a.dll']) assert.equal(await fault(escapingZip(name), 'application/zip'), 'unsafe_content', name);
  });

  it('refuses drawings that do something or load something', async () => {
    const alive = [
      drawing('<script>alert(1)</script>'), drawing('<rect/>', 'onload="alert(1)"'), drawing('<a href="javascript:alert(1)"><rect/></a>'), drawing('<a href="java&#115;cript:alert(1)"><rect/></a>'),
      drawing('<a href="&#x6a;avascript&colon;alert(1)"><rect/></a>'), drawing('<a href="java&Tab;script:alert(1)"><rect/></a>'), drawing('<foreignObject><body/></foreignObject>'), drawing('<image href="https://evil.example/pixel.png"/>'),
      drawing('<use xlink:href="//evil.example/a.svg#x"/>'), drawing('<style>@import "https://evil.example/a.css";</style>'), drawing('<rect style="fill:url(https://evil.example/a.svg#x)"/>'), drawing('<svg:script>alert(1)</svg:script>'),
      Buffer.from('<!DOCTYPE svg [<!ENTITY a SYSTEM "file:///etc/passwd">]><svg xmlns="http://www.w3.org/2000/svg">&a;</svg>'), drawing('<animate attributeName="href" values="javascript:alert(1)"/>'),
    ];
    for (const bytes of alive) assert.ok(['unsafe_content', 'type_mismatch'].includes((await fault(bytes, 'image/svg+xml')) ?? 'taken'), bytes.toString());
    const found = await accepted(drawing('<defs><linearGradient id="g"/></defs><rect width="40" height="30" fill="url(#g)"/><use href="#g"/>'), 'image/svg+xml');
    assert.deepEqual([found.width, found.height, found.previews.length], [40, 30, 1]);
  });

  it('refuses pictures that are too large or broken', async () => {
    assert.equal(await fault(await photo(6400, 6300), 'image/png'), 'too_large_inside');
    assert.equal(await fault(firstHalf(await tellingPhoto('png')), 'image/png'), 'unreadable');
    assert.equal(await fault(firstHalf(await tellingPhoto('jpeg')), 'image/jpeg'), 'unreadable');
  });

  it('refuses what was changed on the way', async () => {
    assert.equal((await inspect(pdf(), 'application/pdf', {declaredSha256: sha256Of(pdf())})).fault, null);
    assert.equal((await inspect(pdf(), 'application/pdf', {declaredSha256: '0'.repeat(64)})).fault, 'hash_mismatch');
  });

  it('counts the pages of a document and draws the first twelve', async () => {
    const found = await accepted(heavyDocument(15, 20, 100), 'application/pdf');
    assert.deepEqual([found.pages, found.width, found.height], [15, 595, 100]);
    assert.deepEqual(found.previews.map(({page: number, width}) => [number, width]), [[1, 480], ...Array.from({length: 12}, (_, index) => [index + 1, 1280])]);
    const first = found.previews[1];
    const {channels} = await sharp(first?.path).stats();
    assert.ok(channels[0] && channels[0].stdev > 5, 'something is on it');
    assert.deepEqual((await sharp(first?.path).metadata()).width, first?.width);
  });

  it('draws nothing when it is told not to', async () => {
    const found = (await inspect(heavyDocument(3, 20), 'application/pdf', {withPreviews: false})) as AcceptedFile;
    assert.deepEqual([found.fault, found.pages, found.previews], [null, 3, []]);
  });

  it('breaks off when it takes too long, and leaves no thread behind', async () => {
    await assert.rejects(inspect(heavyDocument(12, 40_000), 'application/pdf', {timeoutMs: 700}), InspectionBroken);
  });

  it('never holds up a request: the event loop runs on beside heavy files', async () => {
    const picture = await sharp({create: {width: 1600, height: 1600, channels: 3, background: '#123'}}).jpeg({quality: 90}).toBuffer();
    const document = heavyDocument(2, 150);
    await inspect(pdf(), 'application/pdf');
    const before = performance.eventLoopUtilization();
    const began = performance.now();
    const found = await Promise.all([inspect(picture, 'image/jpeg'), inspect(document, 'application/pdf')]);
    const took = performance.now() - began;
    const {utilization} = performance.eventLoopUtilization(before);
    assert.deepEqual(found.map(each => each.fault), [null, null]);
    assert.ok(took > 200, `it was work: ${Math.round(took)} ms`);
    // How long this thread is late depends on the machine; that it has next to nothing to do does not.
    assert.ok(utilization < 0.5, `this thread was busy for ${Math.round(utilization * 100)} % of ${Math.round(took)} ms`);
    console.log(`event loop: busy for ${(utilization * 100).toFixed(1)} % of ${Math.round(took)} ms of inspection`);
  });

  it('writes into its own folder only', async () => {
    const names = await readdir(folder.path);
    assert.ok(names.length > 10 && names.every(name => name.startsWith('out-')));
  });
});
