import {FaultFound} from './inspection.ts';

// Pictures without what they say about their maker, place and time, and without what hangs behind them. The pixels stay as they are, bit by bit.

/** @returns The same picture. @throws FaultFound `unreadable` when its parts do not fit together. */
export function cleanPicture(bytes: Buffer, type: 'image/png' | 'image/jpeg' | 'image/webp' | 'image/gif', orientation: number): Buffer {
  try {
    switch (type) {
      case 'image/png':
        return cleanPng(bytes);
      case 'image/jpeg':
        return cleanJpeg(bytes, orientation);
      case 'image/webp':
        return cleanWebp(bytes);
      case 'image/gif':
        return cleanGif(bytes);
    }
  } catch (error) {
    // Read past the end.
    if (error instanceof RangeError) throw new FaultFound('unreadable');
    throw error;
  }
}

const pngParts = new Set(['IHDR', 'PLTE', 'IDAT', 'IEND', 'tRNS', 'gAMA', 'cHRM', 'sRGB', 'iCCP', 'cICP', 'sBIT', 'bKGD', 'pHYs', 'acTL', 'fcTL', 'fdAT']);

function cleanPng(bytes: Buffer): Buffer {
  const kept = [bytes.subarray(0, 8)];
  for (let at = 8; ; ) {
    const next = at + 12 + bytes.readUInt32BE(at);
    const name = bytes.toString('latin1', at + 4, at + 8);
    if (next > bytes.length) throw new FaultFound('unreadable');
    if (pngParts.has(name)) kept.push(bytes.subarray(at, next));
    if (name === 'IEND') return Buffer.concat(kept);
    at = next;
  }
}

function cleanJpeg(bytes: Buffer, orientation: number): Buffer {
  const kept = [bytes.subarray(0, 2), ...(orientation > 1 ? [orientationPart(orientation)] : [])];
  for (let at = 2; ; ) {
    if (bytes.readUInt8(at) !== 0xff) throw new FaultFound('unreadable');
    const mark = bytes.readUInt8(at + 1);
    if (mark === 0xff) {
      at++;
      continue;
    }
    if (mark === 0xd9) return Buffer.concat([...kept, bytes.subarray(at, at + 2)]);
    const next = mark === 0xda ? endOfScan(bytes, at + 2 + bytes.readUInt16BE(at + 2)) : at + 2 + bytes.readUInt16BE(at + 2);
    if (next > bytes.length) throw new FaultFound('unreadable');
    if (isPixelPart(bytes, at, mark)) kept.push(bytes.subarray(at, next));
    at = next;
  }
}

/** Besides the parts that make the pixels: what their colours mean. */
function isPixelPart(bytes: Buffer, at: number, mark: number): boolean {
  if (mark === 0xe2) return bytes.toString('latin1', at + 4, at + 15) === 'ICC_PROFILE';
  const isAboutIt = (mark >= 0xe0 && mark <= 0xef) || mark === 0xfe;
  return !isAboutIt || mark === 0xe0 || mark === 0xee;
}

/** Packed pixels end at a mark that is neither a filler nor a restart. */
function endOfScan(bytes: Buffer, from: number): number {
  for (let at = from; ; at++) {
    at = bytes.indexOf(0xff, at);
    if (at < 0 || at + 1 >= bytes.length) throw new FaultFound('unreadable');
    const mark = bytes.readUInt8(at + 1);
    if (mark !== 0 && mark !== 0xff && !(mark >= 0xd0 && mark <= 0xd7)) return at;
  }
}

/** Which way up it is, and nothing else: EXIF with one entry. */
function orientationPart(orientation: number): Buffer {
  const tiff = Buffer.from('4d4d002a0000000800010112000300000001000000000000' + '0000', 'hex');
  tiff.writeUInt16BE(orientation, 18);
  const body = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff]);
  const head = Buffer.from([0xff, 0xe1, 0, 0]);
  head.writeUInt16BE(body.length + 2, 2);
  return Buffer.concat([head, body]);
}

const webpParts = new Set(['VP8 ', 'VP8L', 'VP8X', 'ALPH', 'ANIM', 'ANMF', 'ICCP']);

function cleanWebp(bytes: Buffer): Buffer {
  const end = Math.min(bytes.length, bytes.readUInt32LE(4) + 8);
  const kept: Buffer[] = [];
  for (let at = 12; at + 8 <= end; ) {
    const length = bytes.readUInt32LE(at + 4);
    const next = at + 8 + length + (length % 2);
    const name = bytes.toString('latin1', at, at + 4);
    if (at + 8 + length > end) throw new FaultFound('unreadable');
    if (webpParts.has(name)) {
      const part = Buffer.from(bytes.subarray(at, next));
      // Its flags no longer promise EXIF and XMP.
      if (name === 'VP8X') part.writeUInt8(part.readUInt8(8) & ~0x0c, 8);
      kept.push(part);
    }
    at = next;
  }
  const body = Buffer.concat(kept);
  const head = Buffer.from(bytes.subarray(0, 12));
  head.writeUInt32LE(body.length + 4, 4);
  return Buffer.concat([head, body]);
}

function cleanGif(bytes: Buffer): Buffer {
  const colours = (flags: number) => (flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0);
  let at = 13 + colours(bytes.readUInt8(10));
  const kept = [bytes.subarray(0, at)];
  for (;;) {
    const kind = bytes.readUInt8(at);
    if (kind === 0x3b) return Buffer.concat([...kept, Buffer.from([0x3b])]);
    if (kind !== 0x21 && kind !== 0x2c) throw new FaultFound('unreadable');
    const label = bytes.readUInt8(at + 1);
    const next = endOfBlocks(bytes, kind === 0x21 ? at + 2 : at + 11 + colours(bytes.readUInt8(at + 9)));
    const isLoop = label === 0xff && /^(NETSCAPE|ANIMEXTS)/.test(bytes.toString('latin1', at + 3, at + 11));
    if (kind === 0x2c || label === 0xf9 || isLoop) kept.push(bytes.subarray(at, next));
    at = next;
  }
}

function endOfBlocks(bytes: Buffer, from: number): number {
  let at = from;
  for (let length = bytes.readUInt8(at); length > 0; length = bytes.readUInt8(at)) at += length + 1;
  return at + 1;
}
