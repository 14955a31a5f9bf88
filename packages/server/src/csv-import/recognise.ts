import type {ImportIssue} from '@portico/contract';
import type {ImportRow, ReadRow} from './import-kind.ts';
import {toRowKey, type SeenRows} from './row-key.ts';

/** Recognises the rows of a chunk, and those that the file has brought before. */
export async function recognise<Row extends ReadRow>({nameOf}: {readonly nameOf: (row: Row) => string | undefined}, rows: readonly Row[], seen: SeenRows): Promise<ImportRow<Row>[]> {
  const recognised: ImportRow<Row>[] = [];
  for (const row of rows) {
    const key = await toRowKey(row.read, nameOf(row));
    const first = row.failed ? undefined : seen.meet(row.line, key);
    if (!first) recognised.push({row, key, issues: row.issues, taken: !row.failed});
    else recognised.push({row, key, issues: [...row.issues, repeated(row.line, first)], taken: false});
  }
  return recognised;
}

/** How many rows only say again what the file has said before. */
export function countRepeats(rows: readonly ImportRow[]): number {
  return rows.filter(({row, taken, issues}) => !row.failed && !taken && issues.every(({severity}) => severity === 'warning')).length;
}

function repeated(line: number, first: {readonly line: number; readonly same: boolean}): ImportIssue {
  if (first.same) return {line, column: null, code: 'row_repeated', message: `The row says the same as line ${first.line} and was taken once.`, severity: 'warning'};
  return {line, column: null, code: 'row_contradicted', message: `Line ${first.line} is of the same object and says something else. Keep one of them.`, severity: 'error'};
}
