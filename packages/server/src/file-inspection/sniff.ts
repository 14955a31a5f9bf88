import {open} from 'node:fs/promises';
import {fileTypeFromFile} from 'file-type';
import type {FileMediaType} from '../file-content/file-types.data.ts';
import {FaultFound} from './inspection.ts';

/** What the first bytes of each type tell; texts tell nothing. */
const signs: Readonly<Record<FileMediaType, readonly (string | undefined)[]>> = {
  'application/pdf': ['application/pdf'],
  'image/png': ['image/png', 'image/apng'],
  'image/jpeg': ['image/jpeg'],
  'image/webp': ['image/webp'],
  'image/gif': ['image/gif'],
  'image/svg+xml': [undefined, 'application/xml', 'image/svg+xml'],
  'text/html': [undefined, 'text/html', 'application/xml'],
  'text/csv': [undefined],
  'video/mp4': ['video/mp4', 'video/x-m4v'],
  'video/webm': ['video/webm'],
  'application/zip': ['application/zip'],
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': ['application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
  'application/vnd.openxmlformats-officedocument.presentationml.presentation': ['application/vnd.openxmlformats-officedocument.presentationml.presentation'],
};

const archives: readonly FileMediaType[] = ['application/zip', ...(Object.keys(signs) as FileMediaType[]).filter(type => type.includes('openxmlformats'))];
const tailBytes = 22 + 0xffff;

/**
 * Whether the bytes are of the type that the file was said to have, and of no second type besides.
 *
 * @throws FaultFound `type_mismatch`, or `unsafe_content` when a page or an archive hides in it.
 */
export async function expectType(path: string, type: FileMediaType): Promise<void> {
  const sniffed = await fileTypeFromFile(path).catch(() => undefined);
  // A bare zip that names itself a document is looked at by its list of contents.
  const isOffice = archives.includes(type) && sniffed?.mime === 'application/zip';
  if (!isOffice && !signs[type].includes(sniffed?.mime)) throw new FaultFound('type_mismatch');
  const file = await open(path);
  try {
    const {size} = await file.stat();
    const head = await read(file, 0, Math.min(size, 4096));
    if (signs[type][0] !== undefined && /<\s*(?:script|html|!doctype html|svg|body|iframe)\b/i.test(head.toString('latin1'))) throw new FaultFound('unsafe_content');
    const tail = await read(file, Math.max(0, size - tailBytes), Math.min(size, tailBytes));
    if (!archives.includes(type) && endsAsArchive(tail)) throw new FaultFound('unsafe_content');
  } finally {
    await file.close();
  }
}

/** Archives are read from their end, so they hide behind anything. */
function endsAsArchive(tail: Buffer): boolean {
  for (let at = tail.indexOf('PK\x05\x06', 0, 'latin1'); at >= 0; at = tail.indexOf('PK\x05\x06', at + 1, 'latin1')) {
    if (at + 22 <= tail.length && tail.readUInt16LE(at + 8) > 0 && at + 22 + tail.readUInt16LE(at + 20) <= tail.length) return true;
  }
  return false;
}

async function read(file: Awaited<ReturnType<typeof open>>, from: number, length: number): Promise<Buffer> {
  const bytes = Buffer.alloc(length);
  const {bytesRead} = await file.read(bytes, 0, length, from);
  return bytes.subarray(0, bytesRead);
}
