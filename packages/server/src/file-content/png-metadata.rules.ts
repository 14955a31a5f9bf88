import {minimalOrientation, orientationIn} from './orientation.rules.ts';

/** Chunks that say what the picture looks like. */
const shown = ['IHDR', 'PLTE', 'IDAT', 'IEND', 'tRNS', 'gAMA', 'cHRM', 'sRGB', 'iCCP', 'sBIT', 'bKGD', 'hIST', 'pHYs', 'sPLT', 'cICP', 'mDCV', 'cLLI', 'acTL', 'fcTL', 'fdAT'];
// A name of nobody's, that every reader passes over: lower case for additional, private, and safe to copy.
const blankName = Uint8Array.of(0x62, 0x6c, 0x4e, 0x6b);

/** Blanks the metadata of a PNG in place, as `blankMetadata` says. */
export function blankPng(bytes: Uint8Array<ArrayBuffer>): boolean | null {
  const data = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let hasChanged = false;
  for (let at = 8; at + 12 <= bytes.length; ) {
    const size = data.getUint32(at);
    const end = at + 12 + size;
    if (end > bytes.length) return null;
    const name = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    if (!shown.includes(name)) {
      const payload = bytes.subarray(at + 8, end - 4);
      const orientation = name === 'eXIf' ? orientationIn(payload) : null;
      hasChanged = payload.some(byte => byte !== 0) || hasChanged;
      payload.fill(0);
      if (orientation !== null && size >= minimalOrientation(orientation).length) payload.set(minimalOrientation(orientation));
      else bytes.set(blankName, at + 4);
      data.setUint32(end - 4, crc32(bytes.subarray(at + 4, end - 4)));
    }
    at = end;
    if (name !== 'IEND') continue;
    const behind = bytes.subarray(end);
    const isHung = behind.some(byte => byte !== 0);
    behind.fill(0);
    return isHung || hasChanged;
  }
  return null;
}

/** The checksum of PNG. Written out, because the server also runs inside a page, where there is no zlib. */
function crc32(bytes: Uint8Array): number {
  let sum = 0xffffffff;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit++) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1;
  }
  return (sum ^ 0xffffffff) >>> 0;
}
