import type {StoredFile} from '@portico/contract';

const office = 'application/vnd.openxmlformats-officedocument.';
const typeByEnding: Readonly<Record<string, StoredFile['mediaType']>> = {
  pdf: 'application/pdf',
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  webp: 'image/webp',
  gif: 'image/gif',
  svg: 'image/svg+xml',
  html: 'text/html',
  htm: 'text/html',
  csv: 'text/csv',
  mp4: 'video/mp4',
  m4v: 'video/mp4',
  webm: 'video/webm',
  zip: 'application/zip',
  docx: `${office}wordprocessingml.document`,
  xlsx: `${office}spreadsheetml.sheet`,
  pptx: `${office}presentationml.presentation`,
};

/** Endings of files that are taken, for the `accept` of a file input: `.pdf,.png,…`. */
export const acceptedEndings = Object.keys(typeByEnding).map(ending => `.${ending}`).join(',');

/** The type of a file by its name; browsers name csv and office files differently on each system. `undefined` for one that is not taken. */
export function mediaTypeOf(fileName: string): StoredFile['mediaType'] | undefined {
  return typeByEnding[fileName.slice(fileName.lastIndexOf('.') + 1).toLowerCase()];
}

/** A size for people: `1.4 MB`. */
export function toSize(bytes: number, lang: string): string {
  const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;
  const step = Math.min(units.length - 1, Math.max(0, Math.floor(Math.log10(Math.max(1, bytes)) / 3)));
  return new Intl.NumberFormat(lang, {style: 'unit', unit: units[step] ?? 'byte', unitDisplay: step === 0 ? 'long' : 'short', maximumFractionDigits: step < 2 ? 0 : 1}).format(bytes / 1000 ** step);
}
