import {CsvFault} from './csv-file.ts';

/**
 * The text of a CSV file: UTF-8, or UTF-16 with a byte order mark.
 *
 * @throws CsvFault when the bytes are in another encoding.
 */
export function decodeCsv(bytes: Uint8Array): string {
  const [first, second] = bytes;
  const encoding = first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
  try {
    return new TextDecoder(encoding, {fatal: true}).decode(bytes);
  } catch {
    throw new CsvFault('csv_malformed', 'encoding_unknown', 'The file is not UTF-8, nor UTF-16 with a byte order mark. Save it as “CSV UTF-8” and send it again.');
  }
}
