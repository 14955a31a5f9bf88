import type {EvidenceMediaType} from '@portico/contract';

// Documents of office programs are zip archives; their list of contents, at the end, says what they are. Nothing is unpacked.

const mostEntries = 10_000;
const mostUnpackedBytes = 1_000_000_000;

/** The folder in which each kind of document keeps its main part. */
const homes: Partial<Record<EvidenceMediaType, string>> = {
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'word/',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'xl/',
  'application/vnd.openxmlformats-officedocument.presentationml.presentation': 'ppt/',
};

/** @returns `type_mismatch`: no such document, or one with macros; `unreadable`: cut off, or far larger unpacked; `null`: fine. */
export function officeFault(bytes: Uint8Array, type: EvidenceMediaType): 'type_mismatch' | 'unreadable' | null {
  const data = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 4 || data.getUint32(0) !== 0x504b0304) return 'type_mismatch';
  const entries = readEntries(bytes, data);
  if (!entries || entries.unpackedBytes > mostUnpackedBytes) return 'unreadable';
  const {names} = entries;
  const home = homes[type];
  const isDocument = names.includes('[Content_Types].xml') && home !== undefined && names.some(name => name.startsWith(home));
  return isDocument && !names.some(name => /vbaProject/i.test(name)) ? null : 'type_mismatch';
}

/** Reads the archive's list of contents; `null` when it is not whole. */
function readEntries(bytes: Uint8Array, data: DataView): {readonly names: readonly string[]; readonly unpackedBytes: number} | null {
  const end = findEnd(data);
  if (end === null) return null;
  const count = data.getUint16(end + 10, true);
  let at = data.getUint32(end + 16, true);
  if (count > mostEntries) return null;
  const names: string[] = [];
  let unpackedBytes = 0;
  for (let entry = 0; entry < count; entry++) {
    if (at + 46 > end || data.getUint32(at) !== 0x504b0102) return null;
    const nameLength = data.getUint16(at + 28, true);
    unpackedBytes += data.getUint32(at + 24, true);
    names.push(new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength)));
    at += 46 + nameLength + data.getUint16(at + 30, true) + data.getUint16(at + 32, true);
  }
  return {names, unpackedBytes};
}

/** Where the list ends: the last such mark, behind which there is only a comment. */
function findEnd(data: DataView): number | null {
  const first = Math.max(0, data.byteLength - 22 - 0xffff);
  for (let at = data.byteLength - 22; at >= first; at--) if (data.getUint32(at) === 0x504b0506) return at;
  return null;
}
