import {deflateRawSync} from 'node:zlib';
import sharp from 'sharp';
import {pdf, zip} from './evidence-samples.ts';

// Files that are made to do harm, each as small as it can be.

/** An archive whose one file is far larger unpacked than its list admits. */
export function lyingZipBomb(unpackedBytes: number): Buffer {
  const packed = deflateRawSync(Buffer.alloc(unpackedBytes), {level: 1});
  const name = Buffer.from('word/document.xml');
  const fields = Buffer.alloc(26);
  fields.writeUInt16LE(20, 0);
  fields.writeUInt16LE(8, 4);
  fields.writeUInt32LE(packed.length, 14);
  fields.writeUInt32LE(1000, 18);
  fields.writeUInt16LE(name.length, 22);
  const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), fields, name, packed]);
  const list = Buffer.concat([Buffer.from('PK\x01\x02\x14\x00', 'latin1'), fields, Buffer.alloc(14), name]);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(list.length, 12);
  end.writeUInt32LE(local.length, 16);
  return Buffer.concat([local, list, end]);
}

/** An archive that says itself how large it gets. */
export const honestZipBomb = (): Buffer => zip({'a.txt': 'x'.repeat(60_000_000)});

export const manyEntries = (): Buffer => zip(Object.fromEntries(Array.from({length: 10_001}, (_, index) => [`${index}`, ''])));

/** A document with a file that would be unpacked elsewhere. */
export const escapingZip = (name = '../../etc/cron.d/job'): Buffer => zip({'a.txt': 'a', [name]: 'b'});

/** A document that is an archive as well. */
export const pdfWithArchive = (): Buffer => Buffer.concat([pdf(), zip({'evil.js': 'alert(1)'})]);

/** An archive with something before it, as self-extracting programs are. */
export const archiveBehindProgram = (): Buffer => Buffer.concat([Buffer.from('MZ this is a program '), zip({'a.txt': 'a'})]);

/** A document that is a page as well. */
export const pdfWithPage = (): Buffer => Buffer.concat([Buffer.from('%PDF-1.4\n%<html><script>alert(1)</script>\n'), pdf().subarray(9)]);

export const page = (): Buffer => Buffer.from('<!doctype html><html><body><script>alert(document.domain)</script></body></html>');

export const drawing = (inside = '<rect width="40" height="30" fill="#147"/>', attributes = ''): Buffer => Buffer.from(`<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" width="40" height="30" ${attributes}>${inside}</svg>`);

/** A photo that says where and by whom it was taken, with an archive behind it. */
export async function tellingPhoto(format: 'jpeg' | 'png' | 'webp', orientation = 6): Promise<Buffer> {
  const noise = Buffer.alloc(90 * 60 * 3);
  for (let at = 0; at < noise.length; at++) noise[at] = (at * 7 + (at >> 5) * 13) % 251;
  const exif = {IFD0: {Artist: 'Secret Photographer', Copyright: 'Secret Owner'}, IFD3: {GPSLatitudeRef: 'N', GPSLatitude: '60/1 10/1 0/1', GPSLongitudeRef: 'E', GPSLongitude: '24/1 56/1 0/1'}};
  return sharp(noise, {raw: {width: 90, height: 60, channels: 3}}).withExif(exif).withMetadata({orientation}).toFormat(format).toBuffer();
}
