import type {ImportIssue} from '@portico/contract';
import type {Scope} from '../database/scope.ts';
import {problem} from '../problem.ts';
import {CsvFault, openCsv, type CsvFile, type CsvRow} from './csv-file.ts';
import type {ImportKind, ImportRow, ReadRow} from './import-kind.ts';
import {planImport, type ImportMapping, type ImportPlan} from './plan.rules.ts';
import {recognise} from './recognise.ts';
import {SeenRows} from './row-key.ts';
import type {SeenColumn} from './suggest.rules.ts';

const sampleRows = 20;
const shownIssues = 200;
const shownSamples = 3;
const rememberedValues = 200;
const longestSample = 120;
const lookupRows = 1000;

/** What a dry run finds, for any kind of import. */
export interface FilePreview<Field extends string> {
  readonly columns: {name: string; samples: string[]; suggested: Field | null}[];
  readonly mapping: ImportMapping<Field> | null;
  readonly delimiter: string;
  readonly rows: number;
  readonly toCreate: number;
  readonly toUpdate: number;
  readonly withErrors: number;
  readonly sample: {line: number; values: Partial<Record<Field, string>>}[];
  readonly issues: ImportIssue[];
}

/**
 * Opens a file for work that reads it.
 *
 * @throws ProblemError `csv_malformed`, `csv_too_large` with the place.
 */
export async function readingCsv<T>(csv: string, work: (file: CsvFile) => Promise<T>): Promise<T> {
  try {
    return await work(openCsv(csv));
  } catch (error) {
    if (error instanceof CsvFault) throw problem(error.code, {detail: error.message, errors: [{pointer: '/csv', code: error.rule, message: error.message}]});
    throw error;
  }
}

/** Reads to the end, so that a broken file is refused now and not in the middle of the import. */
export async function countRows(file: CsvFile): Promise<number> {
  let count = 0;
  for await (const rows of file.rows()) count += rows.length;
  return count;
}

/**
 * Reads a whole file without writing anything.
 *
 * @param mapping - When left out, the one that the header suggests.
 * @throws CsvFault
 */
export async function previewFile<Field extends string, Row extends ReadRow<Field>, Setting>(scope: Scope, kind: ImportKind<Field, Row, Setting>, file: CsvFile, mapping: ImportMapping<Field> | undefined): Promise<FilePreview<Field>> {
  const rows: CsvRow[] = [];
  for await (const batch of file.rows()) rows.push(...batch);
  const columns = file.columns.map((name, index): SeenColumn => ({name, values: differentValues(rows, index)}));
  const fields = kind.suggestFields(columns);
  const applied = mapping ?? kind.suggestMapping(columns, fields);
  const found = {toCreate: 0, toUpdate: 0, withErrors: 0, sample: [] as FilePreview<Field>['sample'], issues: [] as ImportIssue[]};
  if (applied) await readAll(scope, kind, rows, planOf(kind, file.columns, applied), found);
  return {
    columns: columns.map(({name, values}, index) => ({name, samples: values.slice(0, shownSamples).map(value => value.slice(0, longestSample)), suggested: fields[index] ?? null})),
    mapping: applied,
    delimiter: file.delimiter,
    rows: rows.length,
    ...found,
  };
}

/** @throws ProblemError `input_invalid` when the mapping does not fit the file. */
export function planOf<Field extends string>({gathering}: {readonly gathering: readonly Field[]}, columns: readonly string[], mapping: ImportMapping<Field>): ImportPlan<Field> {
  const planned = planImport(columns, mapping, gathering);
  if ('errors' in planned) throw problem('input_invalid', {errors: planned.errors});
  return planned.plan;
}

interface Found<Field extends string> {
  toCreate: number;
  toUpdate: number;
  withErrors: number;
  readonly sample: FilePreview<Field>['sample'];
  readonly issues: ImportIssue[];
}

async function readAll<Field extends string, Row extends ReadRow<Field>, Setting>(scope: Scope, kind: ImportKind<Field, Row, Setting>, rows: readonly CsvRow[], plan: ImportPlan<Field>, found: Found<Field>): Promise<void> {
  const setting = await kind.readSetting(scope);
  const seen = new SeenRows();
  for (let start = 0; start < rows.length; start += lookupRows) {
    const read = rows.slice(start, start + lookupRows).map(({line, cells}) => kind.readRow(line, cells, plan, setting));
    const recognised = await recognise(kind, read, seen);
    const taken = recognised.filter(row => row.taken);
    const known = await kind.findKnownRows(scope, taken.map(({key}) => key));
    for (const {key} of taken) {
      const before = known.get(key.key);
      if (!before) found.toCreate++;
      else if (!before.same) found.toUpdate++;
    }
    found.withErrors += recognised.filter(isWrong).length;
    for (const {row} of recognised.slice(0, sampleRows - found.sample.length)) found.sample.push({line: row.line, values: row.read});
    found.issues.push(...recognised.flatMap(({issues}) => issues).slice(0, shownIssues - found.issues.length));
  }
}

function isWrong({issues}: ImportRow): boolean {
  return issues.some(({severity}) => severity === 'error');
}

function differentValues(rows: readonly CsvRow[], index: number): string[] {
  const values = new Set<string>();
  for (const {cells} of rows) {
    const value = cells[index]?.trim();
    if (value) values.add(value);
    if (values.size >= rememberedValues) break;
  }
  return [...values];
}
