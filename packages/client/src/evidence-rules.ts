import type {EvidenceMediaType} from '@portico/contract';

// Which files are taken as evidence. Apart from sending them, so that a page may say so before anybody has chosen one.

/** Largest file. */
export const largestFileBytes = 20_000_000;

const office = 'application/vnd.openxmlformats-officedocument.';
const typeByEnding: Readonly<Record<string, EvidenceMediaType>> = {
  pdf: 'application/pdf',
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  webp: 'image/webp',
  csv: 'text/csv',
  docx: `${office}wordprocessingml.document`,
  xlsx: `${office}spreadsheetml.sheet`,
  pptx: `${office}presentationml.presentation`,
};

/** Endings of files that are taken, for the `accept` of a file input: `.pdf,.png,…`. */
export const acceptedEndings = Object.keys(typeByEnding).map(ending => `.${ending}`).join(',');

/** The type of a file by its name; browsers name csv and office files differently on each system. `null` for one that is not taken. */
export function evidenceTypeOf(fileName: string): EvidenceMediaType | null {
  return typeByEnding[fileName.slice(fileName.lastIndexOf('.') + 1).toLowerCase()] ?? null;
}

/** Why a file cannot be sent at all. */
export type EvidenceFileFault = 'type_unsupported' | 'too_large' | 'empty';

/** What keeps a file from being sent, or `null`: to be said before anything travels. */
export function evidenceFileFault({name, size}: Pick<File, 'name' | 'size'>): EvidenceFileFault | null {
  if (!evidenceTypeOf(name)) return 'type_unsupported';
  return size === 0 ? 'empty' : size > largestFileBytes ? 'too_large' : null;
}
