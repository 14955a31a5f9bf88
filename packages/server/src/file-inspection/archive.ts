import {once} from 'node:events';
import yauzl, {type Entry, type ZipFile} from 'yauzl';
import {FaultFound} from './inspection.ts';

const mostEntries = 10_000;
const mostUnpackedBytes = 1_000_000_000;
const mostTimesLarger = 10;
/** So much may come out of any archive, however small: documents are mostly text, which packs twenty to one. */
const alwaysFineBytes = 50_000_000;

/**
 * Unpacks an archive into nothing, to see that what comes out is what its list says, is not too much, and has no names that lead elsewhere.
 *
 * @param packed - The whole file.
 * @throws FaultFound `too_large_inside`, `unreadable`, or `type_mismatch` when something else is hidden around it.
 */
export async function checkArchive(packed: Buffer): Promise<void> {
  expectNothingAround(packed);
  const most = Math.min(mostUnpackedBytes, Math.max(alwaysFineBytes, packed.length * mostTimesLarger));
  const zip = await open(packed);
  if (zip.entryCount > mostEntries) throw new FaultFound('too_large_inside');
  const entries = await listEntries(zip);
  // First what it says of itself, which costs nothing; then what is really in it, because lists lie.
  if (entries.reduce((sum, {uncompressedSize}) => sum + uncompressedSize, 0) > most) throw new FaultFound('too_large_inside');
  let unpacked = 0;
  for (const entry of entries) {
    if (entry.fileName.endsWith('/')) continue;
    unpacked += await unpackedBytes(zip, entry, most - unpacked);
  }
}

/** An archive begins with its first file and ends with its list: bytes before, between or behind belong to something else. */
function expectNothingAround(packed: Buffer): void {
  if (packed.length < 22 || packed.readUInt32BE(0) !== 0x504b0304) throw new FaultFound('type_mismatch');
  const end = packed.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
  if (end < 0 || end + 22 > packed.length || end + 22 + packed.readUInt16LE(end + 20) !== packed.length) throw new FaultFound('unreadable');
  const [listBytes, listAt] = [packed.readUInt32LE(end + 12), packed.readUInt32LE(end + 16)];
  // Larger ones say so in another record in between.
  if (listAt !== 0xffffffff && listAt + listBytes !== end) throw new FaultFound('type_mismatch');
}

async function open(packed: Buffer): Promise<ZipFile> {
  return new Promise((resolve, reject) => {
    yauzl.fromBuffer(packed, {lazyEntries: true, validateEntrySizes: true, strictFileNames: true}, (error, zip) => (error ? reject(new FaultFound('unreadable')) : resolve(zip)));
  });
}

async function listEntries(zip: ZipFile): Promise<Entry[]> {
  const entries: Entry[] = [];
  zip.on('entry', (entry: Entry) => {
    entries.push(entry);
    if (entries.length > mostEntries) zip.emit('error', new FaultFound('too_large_inside'));
    else zip.readEntry();
  });
  zip.readEntry();
  try {
    await once(zip, 'end');
  } catch (error) {
    if (error instanceof FaultFound) throw error;
    // Names that lead elsewhere are errors here too.
    throw new FaultFound(error instanceof Error && /absolute path|relative path|characters in fileName/.test(error.message) ? 'unsafe_content' : 'unreadable');
  }
  return entries;
}

async function unpackedBytes(zip: ZipFile, entry: Entry, most: number): Promise<number> {
  if (entry.isEncrypted()) throw new FaultFound('unreadable');
  const stream = await new Promise<NodeJS.ReadableStream & AsyncIterable<Buffer>>((resolve, reject) => {
    zip.openReadStream(entry, (error, opened) => (error ? reject(new FaultFound('unreadable')) : resolve(opened)));
  });
  let bytes = 0;
  try {
    for await (const chunk of stream) {
      bytes += chunk.length;
      if (bytes > most) throw new FaultFound('too_large_inside');
    }
  } catch (error) {
    throw error instanceof FaultFound ? error : new FaultFound('unreadable');
  }
  return bytes;
}
