import {problem} from './problem.ts';

/** One record of a file and the line on which it begins. */
export interface CsvRecord {
  line: number;
  cells: string[];
}

/** Reads the records of a CSV text: quotes, doubled quotes, line breaks inside quotes, comma, semicolon or tab. */
export function readCsv(text: string): {delimiter: string; records: CsvRecord[]} {
  const body = text.replace(/^\uFEFF/, '');
  const head = body.slice(0, body.search(/\r|\n|$/));
  const delimiter = [',', ';', '\t'].reduce((best, each) => (head.split(each).length > head.split(best).length ? each : best));
  const records: CsvRecord[] = [];
  let record: CsvRecord = {line: 1, cells: []};
  let cell = '';
  let quoted = false;
  let line = 1;
  const endCell = () => {
    record.cells.push(cell);
    cell = '';
  };
  const endRecord = () => {
    endCell();
    if (record.cells.length > 1 || record.cells[0] !== '') records.push(record);
    record = {line, cells: []};
  };
  for (let index = 0; index < body.length; index++) {
    const char = body[index] ?? '';
    if (char === '\n') line++;
    if (quoted) {
      if (char !== '"') cell += char;
      else if (body[index + 1] === '"') cell += body[++index];
      else quoted = false;
    } else if (char === '"' && cell === '') quoted = true;
    else if (char === delimiter) endCell();
    else if (char === '\n') endRecord();
    else if (char !== '\r') cell += char;
  }
  if (quoted) throw problem('csv_malformed', {errors: [{pointer: '/csv', code: 'quote_open', message: `A quote is opened on line ${record.line} and never closed.`}]});
  if (cell !== '' || record.cells.length > 0) endRecord();
  if (records.length === 0) throw problem('csv_malformed', {errors: [{pointer: '/csv', code: 'empty', message: 'The file has no rows.'}]});
  return {delimiter, records};
}
