import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {EvidenceMediaType} from '@portico/contract';
import fc from 'fast-check';
import {docx, jpeg, pdf, png, pptx, webp, xlsx, zip} from '../testing/evidence-samples.ts';
import {contentFault} from './file-content.rules.ts';
import {cleanFileName, endsAs} from './file-name.rules.ts';

const officeType = 'application/vnd.openxmlformats-officedocument.';
const csv = 'product;price\r\nCamera;8 500,00 €\r\n';
const samples: Readonly<Record<EvidenceMediaType, readonly Uint8Array[]>> = {
  'application/pdf': [pdf(), pdf('x', 5000)],
  'image/png': [png()],
  'image/jpeg': [jpeg()],
  'image/webp': [webp()],
  'text/csv': [Buffer.from(csv), Buffer.from(`\ufeff${csv}`), Buffer.from(`\ufeff${csv}`, 'utf16le'), Buffer.from(csv.replace('€', 'äöü'), 'latin1'), Buffer.from('名称,价格\n摄像头,5\n')],
  [`${officeType}wordprocessingml.document`]: [docx()],
  [`${officeType}spreadsheetml.sheet`]: [xlsx()],
  [`${officeType}presentationml.presentation`]: [pptx()],
};

describe('the content of evidence', () => {
  for (const type of EvidenceMediaType.options) {
    it(`is taken for ${type} when it is that, and for nothing else`, () => {
      for (const bytes of samples[type]) {
        assert.equal(contentFault(bytes, type), null);
        for (const other of EvidenceMediaType.options) if (other !== type) assert.equal(contentFault(bytes, other), 'type_mismatch', other);
      }
    });
  }

  it('is not taken when it is cut off', () => {
    for (const [type, [bytes]] of Object.entries(samples) as [EvidenceMediaType, Uint8Array[]][]) {
      if (type !== 'text/csv' && bytes) assert.equal(contentFault(bytes.subarray(0, Math.ceil(bytes.length / 2)), type), 'unreadable', type);
    }
  });

  it('is not taken when it would be too large to open', () => {
    assert.equal(contentFault(png(10_000, 4_001), 'image/png'), 'unreadable');
    assert.equal(contentFault(png(10_000, 4_000), 'image/png'), null);
    assert.equal(contentFault(jpeg(65_000, 1000), 'image/jpeg'), 'unreadable');
    assert.equal(contentFault(png(0, 5), 'image/png'), 'unreadable');
    const bomb = zip({'[Content_Types].xml': 'x', 'word/document.xml': 'y'}, 600_000_000);
    assert.equal(contentFault(bomb, `${officeType}wordprocessingml.document`), 'unreadable');
  });

  it('is not taken with macros, as a page, or as a program', () => {
    assert.equal(contentFault(docx({'word/vbaProject.bin': 'Sub AutoOpen()'}), `${officeType}wordprocessingml.document`), 'type_mismatch');
    assert.equal(contentFault(zip({'word/document.xml': 'x'}), `${officeType}wordprocessingml.document`), 'type_mismatch', 'no list of types');
    for (const text of ['<!doctype html><script>alert(1)</script>', ' <svg xmlns="http://www.w3.org/2000/svg"/>', 'MZ\x90\0\x03', '%PDF-1.4']) assert.equal(contentFault(Buffer.from(text, 'latin1'), 'text/csv'), 'type_mismatch');
    for (const type of EvidenceMediaType.options) assert.notEqual(contentFault(Buffer.from('MZ\x90\0\x03\0\0\0', 'latin1'), type), null, type);
  });

  it('never throws, whatever the bytes', () => {
    fc.assert(
      fc.property(fc.constantFrom(...EvidenceMediaType.options), fc.uint8Array({maxLength: 300}), fc.nat(), fc.nat(), (type, noise, at, length) => {
        const [real = new Uint8Array()] = samples[type];
        const start = at % (real.length + 1);
        const spoilt = Buffer.concat([real.subarray(0, start), noise, real.subarray(start + (length % (real.length + 1)))]);
        for (const bytes of [noise, spoilt]) assert.ok([null, 'type_mismatch', 'unreadable'].includes(contentFault(bytes, type)));
      }),
    );
  });
});

describe('the name of evidence', () => {
  it('has no folder, no control and no direction characters, and is composed', () => {
    const names: readonly (readonly [string, string])[] = [
      ['order.pdf', 'order.pdf'],
      ['C:\\Users\\me\\order.pdf', 'order.pdf'],
      ['../../etc/order.pdf', 'order.pdf'],
      ['invoice\u202efdp.exe', 'invoicefdp.exe'],
      ['a\u0000b\r\n\tc.pdf', 'abc.pdf'],
      ['Ka\u0308rcher\u200b.pdf', 'Kärcher.pdf'],
      ['  two   spaces .pdf ', 'two spaces.pdf'],
      ['.pdf', 'file.pdf'],
      ['...', 'file'],
      ['..hidden.pdf', 'hidden.pdf'],
      ['报价单 2026.PDF', '报价单 2026.PDF'],
      ['noending', 'noending'],
    ];
    for (const [given, kept] of names) assert.equal(cleanFileName(given), kept, JSON.stringify(given));
  });

  it('is at most 200 bytes long and keeps its ending and whole characters', () => {
    const long = cleanFileName(`${'报'.repeat(150)}.pdf`);
    assert.ok(Buffer.byteLength(long) <= 200 && Buffer.byteLength(long) > 195);
    assert.ok(/^报+\.pdf$/.test(long));
    fc.assert(
      fc.property(fc.string({unit: 'binary', maxLength: 300}), name => {
        const clean = cleanFileName(name);
        assert.ok(clean.length > 0 && Buffer.byteLength(clean) <= 200 && clean.isWellFormed());
        assert.doesNotMatch(clean, /[\p{Cc}\p{Cf}/\\]/u);
        assert.equal(cleanFileName(clean), clean, 'cleaning a clean name changes nothing');
      }),
    );
  });

  it('ends as its type does', () => {
    assert.equal(endsAs('a.JPG', 'image/jpeg'), true);
    assert.equal(endsAs('a.jpeg', 'image/jpeg'), true);
    assert.equal(endsAs('a.pdf.exe', 'application/pdf'), false);
    assert.equal(endsAs('pdf', 'application/pdf'), false);
  });
});
