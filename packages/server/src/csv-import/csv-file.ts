import {CsvError, parse} from 'csv-parse/sync';

/** What a file may hold; more than that is split by whoever sends it. */
export const csvLimits = {bytes: 20_000_000, rows: 50_000, columns: 200, cellLength: 32_000} as const;

/** One row with something in it. */
export interface CsvRow {
  /** Line of the file on which the row begins; the header is usually line 1. */
  readonly line: number;
  /** Cells in file order; may be more or fewer than there are columns. */
  readonly cells: readonly string[];
}

/** A file whose header has been read. */
export interface CsvFile {
  readonly delimiter: string;
  /** Names of the columns, each one once. */
  readonly columns: readonly string[];
  /**
   * The rows after the header, some hundred at a time. Lets other work run between the batches.
   *
   * @throws CsvFault at the first place that is not CSV, and when there are more rows than `csvLimits` allows.
   */
  rows(): AsyncGenerator<readonly CsvRow[], void, undefined>;
}

/** Why a file cannot be read, and where. */
export class CsvFault extends Error {
  override readonly name = 'CsvFault';
  readonly code: 'csv_malformed' | 'csv_too_large';
  /** Which rule, for programs: `quote_not_closed`, `too_many_rows`, … */
  readonly rule: string;

  constructor(code: CsvFault['code'], rule: string, message: string) {
    super(message);
    this.code = code;
    this.rule = rule;
  }
}

const delimiters = [',', ';', '\t', '|'] as const;
/** Characters handed to the parser at a time: about 30 ms of work. */
const segmentLength = 256_000;

interface Segment {
  readonly text: string;
  /** Line of the file on which it begins. */
  readonly line: number;
}

/**
 * Opens the text of a CSV file (RFC 4180; commas, semicolons, tabs or bars; a first line `sep=;` is obeyed).
 *
 * @throws CsvFault when there is no header, when it has too many columns, or when the text cannot be stored.
 */
export function openCsv(source: string): CsvFile {
  if (isTooLarge(source)) throw new CsvFault('csv_too_large', 'too_many_bytes', 'The file is larger than 20 MB.');
  // The parser counts a line break of two characters inside quotes as two lines, so there is one kind of line break only.
  const text = source.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  refuseUnstorable(text);
  const declared = /^sep=([,;|\t])\n/i.exec(text);
  const start: Segment = declared ? {text: text.slice(declared[0].length), line: 2} : {text, line: 1};
  const delimiter = declared?.[1] ?? sniffDelimiter(start.text);

  const header = readHeader(start, delimiter);
  const columns = nameColumns(header.cells);
  return {delimiter, columns, rows: () => readRows(start, header.line, delimiter, columns)};
}

/** Counts bytes of UTF-8 only where letters of several bytes could make the difference. */
function isTooLarge(source: string): boolean {
  return source.length > csvLimits.bytes || (source.length * 3 > csvLimits.bytes && new TextEncoder().encode(source).length > csvLimits.bytes);
}

async function* readRows(start: Segment, headerLine: number, delimiter: string, columns: readonly string[]): AsyncGenerator<readonly CsvRow[], void, undefined> {
  let count = 0;
  for (const segment of cutSegments(start)) {
    const rows = parseSegment(segment, delimiter, columns).filter(({line}) => line > headerLine);
    count += rows.length;
    if (count > csvLimits.rows) throw new CsvFault('csv_too_large', 'too_many_rows', 'The file has more than 50,000 rows.');
    yield rows;
    await new Promise(resolve => setTimeout(resolve, 0));
  }
}

/** Cuts at ends of rows: a line break outside quotes, which is one after an even number of quotes. */
function* cutSegments({text, line: firstLine}: Segment): Generator<Segment, void, undefined> {
  let start = 0;
  let line = firstLine;
  let startLine = firstLine;
  let quoted = false;
  for (let index = 0; index < text.length; index++) {
    const character = text.charCodeAt(index);
    if (character === 0x22) quoted = !quoted;
    else if (character === 0x0a) {
      line++;
      if (quoted || index - start < segmentLength) continue;
      yield {text: text.slice(start, index + 1), line: startLine};
      start = index + 1;
      startLine = line;
    }
  }
  if (start < text.length) yield {text: text.slice(start), line: startLine};
}

function parseSegment({text, line: firstLine}: Segment, delimiter: string, columns: readonly string[], to?: number): CsvRow[] {
  const rows: CsvRow[] = [];
  try {
    parse(text, {
      delimiter,
      recordDelimiter: '\n',
      relaxColumnCount: true,
      skipEmptyLines: true,
      maxRecordSize: csvLimits.columns * csvLimits.cellLength,
      ...(to === undefined ? {} : {to}),
      onRecord: (cells: string[], {lines}) => {
        // Spreadsheets write rows of nothing but delimiters below the data.
        if (cells.some(cell => cell.trim() !== '')) rows.push({line: firstLine + lines - 1 - countBreaks(cells), cells});
      },
    });
  } catch (error) {
    throw error instanceof CsvError ? toFault(error, {text, line: firstLine}, columns) : error;
  }
  return rows;
}

function readHeader(start: Segment, delimiter: string): CsvRow {
  const [first] = cutSegments(start);
  const header = first && parseSegment(first, delimiter, [], 1)[0];
  if (!header) throw new CsvFault('csv_malformed', 'empty', 'The file is empty. Its first line must name the columns.');
  return header;
}

function nameColumns(header: readonly string[]): string[] {
  // A spreadsheet may leave delimiters after the last column.
  const used = header.findLastIndex(cell => cell.trim() !== '') + 1;
  if (used > csvLimits.columns) throw new CsvFault('csv_too_large', 'too_many_columns', `The file has ${used} columns; 200 is the limit.`);
  const names = new Set<string>();
  header.slice(0, used).forEach((cell, index) => {
    const name = cell.trim() || `Column ${index + 1}`;
    if (name.length > 190) throw new CsvFault('csv_malformed', 'header_too_long', `The name of column ${index + 1} is longer than 190 characters. Is the first line the header?`);
    let unique = name;
    for (let copy = 2; names.has(unique); copy++) unique = `${name} (${copy})`;
    names.add(unique);
  });
  return [...names];
}

/** The delimiter that cuts most of the first rows into as many cells as the header. */
function sniffDelimiter(text: string): string {
  const counts = new Map<string, number[]>(delimiters.map(delimiter => [delimiter, [0]]));
  let quoted = false;
  let row = 0;
  for (let index = 0; index < text.length && index < segmentLength && row < 25; index++) {
    const character = text.charAt(index);
    if (character === '"') quoted = !quoted;
    if (quoted) continue;
    if (character === '\n' && text.charAt(index + 1) !== '\n') {
      row++;
      for (const perRow of counts.values()) perRow.push(0);
    }
    const perRow = counts.get(character);
    if (perRow) perRow[row] = (perRow[row] ?? 0) + 1;
  }
  let best: string = ',';
  let bestScore = 0;
  for (const [delimiter, [header = 0, ...rows]] of counts) {
    const score = header === 0 ? 0 : 1000 * (1 + rows.filter(count => count === header).length) + header;
    if (score > bestScore) [best, bestScore] = [delimiter, score];
  }
  return best;
}

function refuseUnstorable(text: string): void {
  const index = text.isWellFormed() ? text.indexOf('\0') : text.search(/\0|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/);
  if (index < 0) return;
  const line = countBreaks([text.slice(0, index)]) + 1;
  throw new CsvFault('csv_malformed', 'not_text', `Line ${line}: holds a character that is not text. Save the file as “CSV UTF-8” and send it again.`);
}

function toFault(error: CsvError, segment: Segment, columns: readonly string[]): CsvFault {
  // The parser's types leave these two out; both are there for every fault of a cell.
  const {lines, index} = error as CsvError & {lines?: number; index?: number};
  const line = segment.line + (lines ?? 1) - 1;
  const column = columns[index ?? -1];
  const place = column === undefined ? `Line ${line}` : `Line ${line}, column “${column}”`;
  switch (error.code) {
    case 'INVALID_OPENING_QUOTE':
      return new CsvFault('csv_malformed', 'quote_inside_cell', `${place}: a quote stands inside a cell that does not begin with one. Put the whole cell in quotes and double the quotes inside it.`);
    case 'CSV_INVALID_CLOSING_QUOTE':
      return new CsvFault('csv_malformed', 'text_after_quote', `${place}: text follows a closing quote. Double the quotes inside the cell.`);
    case 'CSV_QUOTE_NOT_CLOSED':
    case 'CSV_MAX_RECORD_SIZE':
      return new CsvFault('csv_malformed', 'quote_not_closed', `Line ${lineOfOpenQuote(segment)}: a quote is opened and never closed.`);
    default:
      return new CsvFault('csv_malformed', 'not_csv', `${place}: this is not CSV.`);
  }
}

function lineOfOpenQuote({text, line: firstLine}: Segment): number {
  let line = firstLine;
  let opened = firstLine;
  let quoted = false;
  for (const character of text) {
    if (character === '\n') line++;
    else if (character === '"') {
      quoted = !quoted;
      if (quoted) opened = line;
    }
  }
  return opened;
}

function countBreaks(cells: readonly string[]): number {
  let count = 0;
  for (const cell of cells) for (let at = cell.indexOf('\n'); at >= 0; at = cell.indexOf('\n', at + 1)) count++;
  return count;
}
