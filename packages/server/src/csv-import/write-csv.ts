/** `spreadsheet` is for people, `data` for machines. */
export type CsvFormat = 'spreadsheet' | 'data';

/** What spreadsheets know UTF-8 by, at the beginning of a file. */
export const byteOrderMark = '\uFEFF';

/**
 * Writes CSV (RFC 4180). For spreadsheets it begins with a byte order mark, and cells that a spreadsheet would run as a formula get an apostrophe in front, which
 * imports take away again; so do cells that begin with apostrophes before such a sign, so that both ways lead to the same text.
 *
 * @param part - A later part of a file has neither mark nor header.
 */
export function writeCsv<Field extends string>(columns: readonly Field[], rows: readonly Readonly<Partial<Record<Field, string>>>[], format: CsvFormat, part: 'first' | 'later' = 'first'): string {
  const cell = (text: string): string => quoted(format === 'spreadsheet' && /^'*[=+\-@\t\r\n\0＝＋－＠]/.test(text) ? `'${text}` : text);
  const lines = [...(part === 'first' ? [columns.map(cell)] : []), ...rows.map(row => columns.map(column => cell(row[column] ?? '')))];
  return `${format === 'spreadsheet' && part === 'first' ? byteOrderMark : ''}${lines.map(cells => `${cells.join(',')}\r\n`).join('')}`;
}

function quoted(text: string): string {
  return /[",;|\t\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
