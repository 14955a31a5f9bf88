import type {EvidenceFile, EvidenceMediaType} from '@portico/contract';
import {officeFault} from './office-content.rules.ts';

/** Why a file is not taken. */
export type ContentFault = Extract<EvidenceFile['problem'], 'type_mismatch' | 'unreadable'>;

/** Pixels of a picture that anybody can still open. */
const mostPixels = 40_000_000;

/**
 * Whether the content is what the file was said to be, by its first bytes and its structure. Nothing is unpacked and nothing is run.
 *
 * @param bytes - All of the file.
 * @returns `type_mismatch`: it is something else; `unreadable`: it is cut off, or larger than anybody can open; `null`: fine.
 */
export function contentFault(bytes: Uint8Array, type: EvidenceMediaType): ContentFault | null {
  switch (type) {
    case 'application/pdf':
      if (!startsWith(bytes, '%PDF-')) return 'type_mismatch';
      return latin1(bytes.subarray(-2048)).includes('%%EOF') ? null : 'unreadable';
    case 'image/png':
      return startsWith(bytes, '\x89PNG\r\n\x1a\n') ? pngFault(bytes) : 'type_mismatch';
    case 'image/jpeg':
      return startsWith(bytes, '\xff\xd8\xff') ? jpegFault(bytes) : 'type_mismatch';
    case 'image/webp':
      if (!startsWith(bytes, 'RIFF') || latin1(bytes.subarray(8, 12)) !== 'WEBP') return 'type_mismatch';
      return view(bytes).getUint32(4, true) + 8 <= bytes.length ? null : 'unreadable';
    case 'text/csv':
      return isText(bytes) ? null : 'type_mismatch';
    default:
      return officeFault(bytes, type);
  }
}

function pngFault(bytes: Uint8Array): ContentFault | null {
  if (bytes.length < 45 || latin1(bytes.subarray(12, 16)) !== 'IHDR') return 'unreadable';
  const [width, height] = [view(bytes).getUint32(16), view(bytes).getUint32(20)];
  // Its last part; what follows it is of no picture.
  const isWhole = latin1(bytes.subarray(-1024)).includes('IEND\xae\x42\x60\x82');
  return isWhole && isPicture(width, height) ? null : 'unreadable';
}

/** Walks from mark to mark until the one that says how large the picture is. */
function jpegFault(bytes: Uint8Array): ContentFault | null {
  const data = view(bytes);
  let at = 2;
  while (at + 9 < bytes.length && bytes[at] === 0xff) {
    const mark = bytes[at + 1] ?? 0;
    const isFrame = mark >= 0xc0 && mark <= 0xcf && mark !== 0xc4 && mark !== 0xc8 && mark !== 0xcc;
    if (isFrame) return isPicture(data.getUint16(at + 7), data.getUint16(at + 5)) ? null : 'unreadable';
    // Padding before a mark.
    at += mark === 0xff ? 1 : 2 + data.getUint16(at + 2);
  }
  return 'unreadable';
}

function isPicture(width: number, height: number): boolean {
  return width > 0 && height > 0 && width * height <= mostPixels;
}

/** Text in any encoding that spreadsheets write, that is not a page or a drawing in disguise. */
function isText(bytes: Uint8Array): boolean {
  const text = decode(bytes);
  if (text === null || /[^\t\n\r -\u{10ffff}]|\u007f/u.test(text)) return false;
  return !text.trimStart().startsWith('<') && !/^(%PDF-|%!PS|\{\\rtf)/.test(text);
}

function decode(bytes: Uint8Array): string | null {
  const [first, second] = bytes;
  const encoding = first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
  try {
    return new TextDecoder(encoding, {fatal: true}).decode(bytes);
  } catch {
    // Older spreadsheets write one byte a character, in the code page of their country.
    return encoding === 'utf-8' ? latin1(bytes) : null;
  }
}

function startsWith(bytes: Uint8Array, text: string): boolean {
  return latin1(bytes.subarray(0, text.length)) === text;
}

/** One character a byte. */
function latin1(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 8192) text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return text;
}

function view(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
