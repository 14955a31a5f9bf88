import {blankGif} from './gif-metadata.rules.ts';
import {blankPng} from './png-metadata.rules.ts';
import {minimalOrientation, orientationIn} from './orientation.rules.ts';

/**
 * Blanks what a camera or a program wrote into a picture besides the picture: place, time, device, names, small previews, whatever is hung on behind its end. How it is turned and
 * its colours stay. Bytes are overwritten where they are, so that the file keeps its length and its parts.
 *
 * @param bytes - All of a file; changed in place. Other files than pictures are left alone.
 * @returns Whether anything was blanked; `null` when the picture is built otherwise than its format says, so that nobody knows what is in it.
 */
export function blankMetadata(bytes: Uint8Array<ArrayBuffer>, type: string): boolean | null {
  switch (type) {
    case 'image/jpeg':
      return blankJpeg(bytes);
    case 'image/png':
      return blankPng(bytes);
    case 'image/webp':
      return blankWebp(bytes);
    case 'image/gif':
      return blankGif(bytes);
    default:
      return false;
  }
}

function blankJpeg(bytes: Uint8Array<ArrayBuffer>): boolean | null {
  const data = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let [at, hasChanged, isTurned] = [2, false, false];
  while (at + 1 < bytes.length) {
    if (bytes[at] !== 0xff) return null;
    const mark = bytes[at + 1] ?? 0;
    if (mark === 0xff) {
      at += 1;
      continue;
    }
    if (mark === 0xd9) return blank(bytes.subarray(at + 2)) || hasChanged;
    // Marks without a length.
    if (mark === 0x01 || (mark >= 0xd0 && mark <= 0xd7)) {
      at += 2;
      continue;
    }
    if (at + 4 > bytes.length) return null;
    const end = at + 2 + data.getUint16(at + 2);
    if (end < at + 4 || end > bytes.length) return null;
    const payload = bytes.subarray(at + 4, end);
    if (!isKept(mark, payload)) {
      const orientation = mark === 0xe1 && !isTurned && startsWith(payload, 'Exif\0\0') ? orientationIn(payload.subarray(6)) : null;
      hasChanged = blank(payload) || hasChanged;
      if (orientation !== null && payload.length >= 6 + minimalOrientation(orientation).length) {
        payload.set([0x45, 0x78, 0x69, 0x66, 0, 0]);
        payload.set(minimalOrientation(orientation), 6);
        isTurned = true;
      }
    }
    // After the head of a scan its coded points follow, up to the next mark that is not part of them.
    at = mark === 0xda ? endOfScan(bytes, end) : end;
  }
  // It has no end.
  return null;
}

/** Segments that say what the picture looks like. */
function isKept(mark: number, payload: Uint8Array): boolean {
  if (mark === 0xfe) return false;
  if (mark < 0xe0 || mark > 0xef) return true;
  return (mark === 0xe0 && startsWith(payload, 'JFIF\0')) || (mark === 0xe2 && startsWith(payload, 'ICC_PROFILE\0')) || (mark === 0xee && startsWith(payload, 'Adobe'));
}

function endOfScan(bytes: Uint8Array, from: number): number {
  let at = from;
  while (at + 1 < bytes.length) {
    const next = bytes[at + 1] ?? 0;
    if (bytes[at] === 0xff && next !== 0 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7)) return at;
    at++;
  }
  return bytes.length;
}

const webpChunks = ['VP8 ', 'VP8L', 'VP8X', 'ALPH', 'ANIM', 'ANMF', 'ICCP'];

function blankWebp(bytes: Uint8Array<ArrayBuffer>): boolean | null {
  const data = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 12) return null;
  const end = data.getUint32(4, true) + 8;
  if (end > bytes.length) return null;
  let hasChanged = blank(bytes.subarray(end));
  let [flags, isTurned] = [-1, false];
  for (let at = 12; at + 8 <= end; ) {
    const name = String.fromCharCode(...bytes.subarray(at, at + 4));
    const size = data.getUint32(at + 4, true);
    if (at + 8 + size > end) return null;
    const payload = bytes.subarray(at + 8, at + 8 + size);
    if (name === 'VP8X') flags = at + 8;
    if (!webpChunks.includes(name)) {
      const orientation = name === 'EXIF' ? orientationIn(startsWith(payload, 'Exif\0\0') ? payload.subarray(6) : payload) : null;
      hasChanged = blank(payload) || hasChanged;
      if (orientation !== null && size >= minimalOrientation(orientation).length) {
        payload.set(minimalOrientation(orientation));
        isTurned = true;
      } else bytes.set([0x62, 0x6c, 0x6e, 0x6b], at);
    }
    at += 8 + size + (size % 2);
  }
  // What the head says to be there: EXIF is bit 3, XMP bit 2.
  if (flags >= 0) bytes[flags] = ((bytes[flags] ?? 0) & ~0x0c) | (isTurned ? 0x08 : 0);
  return hasChanged;
}

/** @returns Whether there was anything but noughts. */
function blank(bytes: Uint8Array): boolean {
  const hasChanged = bytes.some(byte => byte !== 0);
  bytes.fill(0);
  return hasChanged;
}

function startsWith(bytes: Uint8Array, text: string): boolean {
  return bytes.length >= text.length && [...text].every((letter, index) => bytes[index] === letter.charCodeAt(0));
}
