import type {Api, LeadImport, LeadImportField, ImportIssue, LeadImportMapping, LeadImportPreview} from '@portico/contract';
import {readCsv, type CsvRecord} from './csv.ts';
import type {MockHandlers, Scope} from './handlers.ts';
import {importRow, readRow, suggestField, type ImportValues} from './lead-import.rows.ts';
import {newestBy, pageOf, sortRows} from './paging.ts';
import {problem} from './problem.ts';
import type {Store} from './store.ts';

const byAge = newestBy((each: LeadImport) => each.createdAt);
/** Rows taken at a time, so that a screen can show how far the import is. */
const chunkRows = 200;
const chunkMs = 150;

interface File {
  columns: string[];
  delimiter: string;
  rows: CsvRecord[];
}

export const leadImportMocks: MockHandlers<Api['leadImports']> = {
  preview(input, {store}) {
    const file = readFile(input.csv);
    const columns = file.columns.map((name, column) => ({name, samples: samplesOf(file, column), suggested: suggestField(name)}));
    const mapping = input.mapping ?? suggestion(columns);
    if (!mapping) return {columns, mapping: null, delimiter: file.delimiter, rows: file.rows.length, toCreate: 0, toUpdate: 0, withErrors: 0, sample: [], issues: []};
    return {columns, mapping, delimiter: file.delimiter, rows: file.rows.length, ...dryRun(store, file, mapping)};
  },
  create(input, scope) {
    const {store} = scope;
    const file = readFile(input.csv);
    const started = store.data.imports.set({
      id: store.newId('leadImport'),
      fileName: input.fileName,
      status: 'running',
      rows: file.rows.length,
      rowsDone: 0,
      created: 0,
      updated: 0,
      unchanged: 0,
      failed: 0,
      warnings: 0,
      issues: [],
      version: 1,
      createdAt: store.now(),
      endedAt: null,
    });
    store.change('lead_import', started.id);
    store.clock.after(chunkMs, () => takeChunk(scope, started.id, file, input.mapping));
    return started;
  },
  list: (input, {store}) => pageOf(sortRows(store.data.imports.values(), byAge), byAge, input, input),
  get({id}, {store}) {
    const found = store.data.imports.get(id);
    if (!found) throw problem('lead_import_not_found');
    return found;
  },
};

function readFile(csv: string): File {
  const {delimiter, records} = readCsv(csv);
  const [head, ...rows] = records;
  return {columns: (head?.cells ?? []).map(name => name.trim()), delimiter, rows};
}

function samplesOf({rows}: File, column: number): string[] {
  return [...new Set(rows.flatMap(({cells}) => cells[column] || []))].slice(0, 5);
}

function suggestion(columns: LeadImportPreview['columns']): LeadImportMapping | null {
  const taken = new Set<LeadImportField>();
  const mapped = columns.flatMap(({name, suggested}) => {
    if (!suggested || taken.has(suggested)) return [];
    taken.add(suggested);
    return [{column: name, field: suggested}];
  });
  return mapped.length > 0 ? {columns: mapped} : null;
}

function dryRun(store: Store, file: File, mapping: LeadImportMapping) {
  const issues: ImportIssue[] = [];
  const sample: {line: number; values: ImportValues}[] = [];
  let withErrors = 0;
  let toUpdate = 0;
  for (const row of file.rows) {
    const {values, issues: found} = readRow(row, file.columns, mapping);
    issues.push(...found);
    if (found.some(({severity}) => severity === 'error')) {
      withErrors++;
      continue;
    }
    if (values.externalId !== undefined && store.data.leads.values().some(lead => lead.externalId === values.externalId)) toUpdate++;
    if (sample.length < 20) sample.push({line: row.line, values});
  }
  return {toCreate: file.rows.length - withErrors - toUpdate, toUpdate, withErrors, sample, issues: issues.slice(0, 200)};
}

function takeChunk(scope: Scope, id: string, file: File, mapping: LeadImportMapping): void {
  const {store} = scope;
  const before = store.data.imports.get(id);
  if (!before) return;
  const next = {...before, issues: [...before.issues]};
  store.act(() => {
    for (const row of file.rows.slice(before.rowsDone, before.rowsDone + chunkRows)) {
      const {values, issues} = readRow(row, file.columns, mapping);
      next.rowsDone++;
      next.warnings += issues.filter(({severity}) => severity === 'warning').length;
      if (next.issues.length < 1000) next.issues.push(...issues);
      if (issues.some(({severity}) => severity === 'error')) next.failed++;
      else next[importRow(store, values, mapping)]++;
    }
    const done = next.rowsDone >= file.rows.length;
    store.data.imports.set({...next, version: before.version + 1, status: done ? 'done' : 'running', endedAt: done ? store.now() : null});
    store.change('lead_import', id);
    if (!done) store.clock.after(chunkMs, () => takeChunk(scope, id, file, mapping));
  });
}
