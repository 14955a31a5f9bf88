import assert from 'node:assert/strict';
import {execFileSync, spawnSync} from 'node:child_process';
import {describe, it} from 'node:test';
import {PDFDocument, degrees} from '@cantoo/pdf-lib';
import sharp from 'sharp';
import {markFile, placeWords} from './mark-file.ts';

const hasPoppler = spawnSync('pdftotext', ['-v']).error === undefined;
const words = 'Công ty Ánh Sáng 光伏科技 · 2026-11-22';
const textOf = (bytes: Uint8Array, page: number) => execFileSync('pdftotext', ['-f', String(page), '-l', String(page), '-', '-'], {input: bytes, encoding: 'utf8'});

describe('a file that is given to somebody', () => {
  it('carries their name and the day on every page, in three scripts, turned pages too', async t => {
    const document = await PDFDocument.create();
    document.addPage([300, 400]).drawText('First');
    const turned = document.addPage([300, 400]);
    turned.setRotation(degrees(90));
    const marked = await markFile({bytes: await document.save(), mediaType: 'application/pdf', words, code: 'a1b2'});
    assert.equal((await PDFDocument.load(marked)).getPageCount(), 2);
    if (!hasPoppler) return t.diagnostic('poppler is not installed: the text was not read again');
    for (const page of [1, 2]) {
      const text = textOf(marked, page).normalize('NFC');
      for (const part of ['Công ty Ánh Sáng', '光伏科技', '2026-11-22']) assert.ok(text.includes(part), `${part} on page ${page}: ${text}`);
    }
    assert.ok(textOf(marked, 1).includes('First') && !textOf(marked, 1).includes('a1b2'));
    const unwritable = await markFile({bytes: await document.save(), mediaType: 'application/pdf', words: '\u{1f984} · 2026-11-22', code: 'a1b2'});
    assert.ok(textOf(unwritable, 1).includes('a1b2'), 'who it is can be told all the same');
  });

  it('is a picture of the same size and kind with the words in it', async () => {
    for (const [format, mediaType] of [['png', 'image/png'], ['jpeg', 'image/jpeg'], ['webp', 'image/webp']] as const) {
      const bytes = await sharp({create: {width: 200, height: 120, channels: 3, background: '#fff'}})[format]().toBuffer();
      const marked = await markFile({bytes, mediaType, words, code: 'a1b2'});
      const {width, height, format: kind} = await sharp(marked).metadata();
      assert.deepEqual([width, height, kind], [200, 120, format]);
      const {channels} = await sharp(marked).stats();
      assert.ok((channels[0]?.min ?? 255) < 240, `${format} has darker pixels`);
    }
  });

  it('has its words within the page, however wide or high that is', () => {
    for (const page of [{width: 600, height: 100}, {width: 100, height: 600}, {width: 595, height: 842}]) {
      for (const {x, baseline, size} of placeWords({width: 19.5}, page)) {
        assert.ok(x >= 0 && x < page.width && baseline > 0 && baseline <= page.height && size > 0, JSON.stringify({page, x, baseline, size}));
      }
    }
  });
});
