import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {crc32} from 'node:zlib';
import fc from 'fast-check';
import sharp from 'sharp';
import {jpeg, pdf, png, webp} from '../testing/evidence-samples.ts';
import {contentFault} from './file-content.rules.ts';
import {minimalOrientation, orientationIn} from './orientation.rules.ts';
import {blankMetadata} from './picture-metadata.rules.ts';

const secret = 'GPS 60.1699 N 24.9384 E, Kaisa’s telephone';

/** Exif data with a model and an orientation, in either order of bytes. */
function tiff(orientation: number, isLittle = true): Buffer {
  const words = Buffer.from(secret);
  const data = Buffer.alloc(38 + words.length);
  const short = (value: number, at: number) => (isLittle ? data.writeUInt16LE(value, at) : data.writeUInt16BE(value, at));
  const long = (value: number, at: number) => (isLittle ? data.writeUInt32LE(value, at) : data.writeUInt32BE(value, at));
  data.write(isLittle ? 'II' : 'MM', 'latin1');
  short(42, 2);
  long(8, 4);
  short(2, 8);
  for (const [index, [tag, type, count]] of ([[0x0110, 2, words.length], [0x0112, 3, 1]] as const).entries()) {
    const at = 10 + index * 12;
    short(tag, at);
    short(type, at + 2);
    long(count, at + 4);
  }
  long(38, 18);
  short(orientation, 30);
  words.copy(data, 38);
  return data;
}

const segment = (mark: number, payload: Buffer): Buffer => {
  const head = Buffer.from([0xff, mark, 0, 0]);
  head.writeUInt16BE(payload.length + 2, 2);
  return Buffer.concat([head, payload]);
};
const exif = (orientation: number, isLittle?: boolean) => segment(0xe1, Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff(orientation, isLittle)]));
const words = (text = secret) => Buffer.from(text);
const pngChunk = (name: string, payload: Buffer): Buffer => {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), payload]);
  const [size, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  size.writeUInt32BE(payload.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([size, body, sum]);
};
const riffChunk = (name: string, payload: Buffer): Buffer => {
  const size = Buffer.alloc(4);
  size.writeUInt32LE(payload.length);
  return Buffer.concat([Buffer.from(name, 'latin1'), size, payload, Buffer.alloc(payload.length % 2)]);
};
const withRiffSize = (file: Buffer): Buffer => {
  file.writeUInt32LE(file.length - 8, 4);
  return file;
};

function blanked(file: Buffer, type: 'image/jpeg' | 'image/png' | 'image/webp' | 'image/gif'): {bytes: Buffer; hasChanged: boolean | null} {
  const bytes = new Uint8Array(file);
  const hasChanged = blankMetadata(bytes, type);
  assert.equal(bytes.length, file.length);
  if (hasChanged !== null && type !== 'image/gif') assert.equal(contentFault(bytes, type), null, 'it is still a picture');
  return {bytes: Buffer.from(bytes), hasChanged};
}
const tells = (bytes: Buffer) => ['GPS', 'Kaisa', '60.1699'].some(word => bytes.includes(word));

describe('a JPEG', () => {
  const [start, rest] = [jpeg(4, 3).subarray(0, 2), jpeg(4, 3).subarray(2)];
  it('loses what the camera wrote, and keeps how it is turned, its colours and its points', () => {
    for (const isLittle of [true, false]) {
      const profile = segment(0xe2, Buffer.concat([Buffer.from('ICC_PROFILE\0\x01\x01', 'latin1'), Buffer.from('colours')]));
      const file = Buffer.concat([start, exif(6, isLittle), segment(0xe1, words(`http://ns.adobe.com/xap/1.0/\0${secret}`)), segment(0xed, words()), segment(0xfe, words()), segment(0xe2, words(`MPF\0${secret}`)), profile, segment(0xee, words('Adobe')), rest, words()]);
      const {bytes, hasChanged} = blanked(file, 'image/jpeg');
      assert.deepEqual([hasChanged, tells(bytes)], [true, false]);
      assert.equal(orientationIn(bytes.subarray(bytes.indexOf('Exif\0\0') + 6)), 6);
      assert.ok(bytes.includes(profile) && bytes.includes('Adobe') && bytes.includes(rest), 'what is seen stays byte for byte');
      // Once more there is nothing left to blank but the orientation, which is written again.
      assert.deepEqual(blanked(bytes, 'image/jpeg').bytes, bytes);
    }
  });

  it('without any of that stays as it is', () => {
    assert.deepEqual(blanked(jpeg(), 'image/jpeg'), {bytes: jpeg(), hasChanged: false});
  });

  it('whose segments lead nowhere is not taken', () => {
    const broken = Buffer.concat([start, Buffer.from([0xff, 0xe1, 0xff, 0xff]), words(), rest]);
    assert.equal(blanked(broken, 'image/jpeg').hasChanged, null);
  });

  it('of several scans loses what stands between them, and what is hung on behind', () => {
    const scan = rest.subarray(rest.indexOf(Buffer.from([0xff, 0xda])), -2);
    const file = Buffer.concat([start, rest.subarray(0, -2), segment(0xfe, words()), scan, Buffer.from([0xff, 0xd9]), start, exif(1), rest]);
    const {bytes, hasChanged} = blanked(file, 'image/jpeg');
    assert.deepEqual([hasChanged, tells(bytes), bytes.subarray(-100).every(byte => byte === 0)], [true, false, true]);
  });
});

describe('a PNG', () => {
  it('loses its texts, its time and its Exif data but how it is turned; every checksum is right', () => {
    const whole = png();
    const [head, rest] = [whole.subarray(0, 33), whole.subarray(33)];
    const file = Buffer.concat([head, pngChunk('eXIf', tiff(8)), pngChunk('gAMA', Buffer.alloc(4, 1)), pngChunk('tEXt', words(`Comment\0${secret}`)), pngChunk('tIME', Buffer.alloc(7, 7)), pngChunk('ruSt', words()), rest, words()]);
    const {bytes, hasChanged} = blanked(file, 'image/png');
    assert.deepEqual([hasChanged, tells(bytes)], [true, false]);
    const chunks: string[] = [];
    for (let at = 8; at < bytes.length - words().length; ) {
      const size = bytes.readUInt32BE(at);
      assert.equal(bytes.readUInt32BE(at + 8 + size), crc32(bytes.subarray(at + 4, at + 8 + size)));
      chunks.push(bytes.toString('latin1', at + 4, at + 8));
      at += 12 + size;
    }
    assert.deepEqual(chunks, ['IHDR', 'eXIf', 'gAMA', 'blNk', 'blNk', 'blNk', 'IDAT', 'IEND']);
    assert.equal(orientationIn(bytes.subarray(bytes.indexOf('eXIf') + 4)), 8);
    assert.deepEqual(blanked(whole, 'image/png'), {bytes: whole, hasChanged: false});
  });
});

describe('a WebP', () => {
  it('loses XMP and Exif data but how it is turned, and its head says so', () => {
    const simple = webp();
    for (const orientation of [1, 3]) {
      const head = Buffer.from([0x2c, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
      const file = withRiffSize(Buffer.concat([simple.subarray(0, 12), riffChunk('VP8X', head), simple.subarray(12), riffChunk('EXIF', tiff(orientation)), riffChunk('XMP ', words()), riffChunk('abcd', words())]));
      const {bytes, hasChanged} = blanked(file, 'image/webp');
      assert.deepEqual([hasChanged, tells(bytes), bytes[20]], [true, false, orientation === 1 ? 0x20 : 0x28]);
      assert.equal(bytes.includes('EXIF'), orientation !== 1);
      assert.ok(bytes.includes(simple.subarray(12)));
    }
    assert.deepEqual(blanked(simple, 'image/webp'), {bytes: simple, hasChanged: false});
  });
});

describe('a GIF', () => {
  it('loses its comments and what programs keep there, and goes on moving', async () => {
    const frames = await sharp(Buffer.from([...Array<number>(12).fill(90), ...Array<number>(12).fill(10)]), {raw: {width: 2, height: 4, channels: 3, pageHeight: 2}}).gif({loop: 3}).toBuffer();
    const comment = Buffer.concat([Buffer.from([0x21, 0xfe, words().length]), words(), Buffer.from([0])]);
    const program = Buffer.concat([Buffer.from([0x21, 0xff, 11]), words('XMP DataXMP'), Buffer.from([words().length]), words(), Buffer.from([0])]);
    const file = Buffer.concat([frames.subarray(0, -1), comment, program, Buffer.from([0x3b])]);
    const {bytes, hasChanged} = blanked(file, 'image/gif');
    assert.deepEqual([hasChanged, tells(bytes)], [true, false]);
    const {pages, loop} = await sharp(bytes, {animated: true}).metadata();
    assert.deepEqual([pages, loop], [2, 3]);
    assert.equal(tells(blanked(Buffer.concat([frames, words()]), 'image/gif').bytes), false, 'nothing hangs behind it');
    assert.equal(blanked(file.subarray(0, -1), 'image/gif').hasChanged, null, 'it has no end');
  });
});

describe('what is no picture', () => {
  it('is left alone', () => {
    const bytes = new Uint8Array(pdf(secret));
    assert.equal(blankMetadata(bytes, 'application/pdf'), false);
    assert.deepEqual(Buffer.from(bytes), pdf(secret));
  });

  it('and calls itself one ends in an answer, whatever its bytes are', () => {
    fc.assert(
      fc.property(fc.constantFrom(jpeg(), png(), webp(), Buffer.from('GIF89a\x01\0\x01\0\0\0\0!\xfe\x02ab\0', 'latin1')), fc.uint8Array({maxLength: 200}), fc.nat({max: 60}), fc.constantFrom('image/jpeg', 'image/png', 'image/webp', 'image/gif'), (start, noise, at, type) => {
        const bytes = new Uint8Array(Buffer.concat([start.subarray(0, Math.max(12, at)), noise]));
        const {length} = bytes;
        assert.ok([true, false, null].includes(blankMetadata(bytes, type)));
        assert.equal(bytes.length, length);
      }),
      {numRuns: 500},
    );
  });

  it('says how it is turned only where it does', () => {
    assert.equal(orientationIn(minimalOrientation(5)), 5);
    for (const wrong of [Buffer.alloc(0), Buffer.from('II*\0\xff\xff\xff\xff\0\0\0\0\0\0', 'latin1'), tiff(1), tiff(9)]) assert.equal(orientationIn(wrong), null);
  });
});
