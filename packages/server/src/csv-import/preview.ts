import type {ImportIssue, LeadImportMapping, LeadImportPreview} from '@portico/contract';
import type {Scope} from '../database/scope.ts';
import {problem} from '../problem.ts';
import type {CsvFile, CsvRow} from './csv-file.ts';
import {recognise, type ImportRow} from './import-chunk.ts';
import {findKnownRows} from './lead-import.queries.ts';
import {planImport, type ImportPlan} from './plan.rules.ts';
import {readSetting} from './references.queries.ts';
import {SeenRows} from './row-key.ts';
import {readRow} from './row.rules.ts';
import {suggestFields, suggestMapping, type SeenColumn} from './suggest.rules.ts';

const sampleRows = 20;
const shownIssues = 200;
const shownSamples = 3;
const rememberedValues = 200;
const longestSample = 120;
const lookupRows = 1000;

/**
 * Reads a whole file without writing anything.
 *
 * @param mapping - When left out, the one that the header suggests.
 * @throws CsvFault
 */
export async function previewFile(scope: Scope, file: CsvFile, mapping: LeadImportMapping | undefined): Promise<LeadImportPreview> {
  const rows: CsvRow[] = [];
  for await (const batch of file.rows()) rows.push(...batch);
  const columns = file.columns.map((name, index): SeenColumn => ({name, values: differentValues(rows, index)}));
  const fields = suggestFields(columns);
  const applied = mapping ?? suggestMapping(columns, fields);
  const found = {toCreate: 0, toUpdate: 0, withErrors: 0, sample: [] as LeadImportPreview['sample'], issues: [] as ImportIssue[]};
  if (applied) await readAll(scope, rows, planOf(file.columns, applied), found);
  return {
    columns: columns.map(({name, values}, index) => ({name, samples: values.slice(0, shownSamples).map(value => value.slice(0, longestSample)), suggested: fields[index] ?? null})),
    mapping: applied,
    delimiter: file.delimiter,
    rows: rows.length,
    ...found,
  };
}

/** @throws ProblemError `input_invalid` when the mapping does not fit the file. */
export function planOf(columns: readonly string[], mapping: LeadImportMapping): ImportPlan {
  const planned = planImport(columns, mapping);
  if ('errors' in planned) throw problem('input_invalid', {errors: planned.errors});
  return planned.plan;
}

async function readAll(scope: Scope, rows: readonly CsvRow[], plan: ImportPlan, found: {toCreate: number; toUpdate: number; withErrors: number; sample: LeadImportPreview['sample']; issues: ImportIssue[]}): Promise<void> {
  const setting = await readSetting(scope);
  const seen = new SeenRows();
  for (let start = 0; start < rows.length; start += lookupRows) {
    const read = rows.slice(start, start + lookupRows).map(({line, cells}) => readRow(line, cells, plan, setting));
    const recognised = await recognise(read, seen);
    const taken = recognised.filter(row => row.taken);
    const known = await findKnownRows(scope, taken.map(({key}) => key));
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
