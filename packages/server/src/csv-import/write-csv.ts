/** `spreadsheet` is for people, `data` for machines. */
export type CsvFormat = 'spreadsheet' | 'data';

/**
 * Writes CSV (RFC 4180). For spreadsheets it begins with a byte order mark, and cells that a spreadsheet would run as a formula get an apostrophe in front, which
 * imports take away again; so do cells that begin with apostrophes before such a sign, so that both ways lead to the same text.
 */
export function writeCsv<Field extends string>(columns: readonly Field[], rows: readonly Readonly<Partial<Record<Field, string>>>[], format: CsvFormat): string {
  const cell = (text: string): string => quoted(format === 'spreadsheet' && /^'*[=+\-@\t\r\n\0＝＋－＠]/.test(text) ? `'${text}` : text);
  const lines = [columns.map(cell), ...rows.map(row => columns.map(column => cell(row[column] ?? '')))];
  return `${format === 'spreadsheet' ? '\uFEFF' : ''}${lines.map(cells => `${cells.join(',')}\r\n`).join('')}`;
}

function quoted(text: string): string {
  return /[",;|\t\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
