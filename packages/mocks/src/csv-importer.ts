import type {CsvImport, ImportIssue, Page, ProblemCode} from '@portico/contract';
import {readCsv, type CsvRecord} from './csv.ts';
import type {Scope} from './handlers.ts';
import {newestBy, pageOf, sortRows} from './paging.ts';
import {problem} from './problem.ts';
import type {Kind} from './random.ts';
import type {Store} from './store.ts';
import type {Table} from './table.ts';

/** How the columns of a file become fields. */
export interface Mapping<Field extends string> {
  columns: {column: string; field: Field; values?: Record<string, string> | undefined; dateOrder?: 'ymd' | 'mdy' | 'dmy' | undefined}[];
  currency?: string | undefined;
  defaults?: Partial<Record<Field, string>> | undefined;
}

export type Values<Field extends string> = Partial<Record<Field, string>>;

/** What an import of one kind of thing knows about its rows. */
export interface RowImporter<Field extends string> {
  readonly kind: Kind;
  readonly resource: 'lead_import' | 'deal_import';
  readonly missing: ProblemCode;
  imports(store: Store): Table<CsvImport>;
  /** The field that a column probably holds, by its header. */
  suggest(header: string): Field | null;
  /** What is wrong with a value that goes into a field, in a sentence. */
  faultOf(field: Field, value: string): string | undefined;
  /** What is wrong with the row as a whole. */
  check(store: Store, values: Values<Field>, mapping: Mapping<Field>): readonly Pick<ImportIssue, 'code' | 'message' | 'severity'>[];
  /** Whether the row is there already. */
  has(store: Store, values: Values<Field>): boolean;
  write(store: Store, values: Values<Field>, mapping: Mapping<Field>): 'created' | 'updated' | 'unchanged' | 'failed';
}

interface File {
  columns: string[];
  delimiter: string;
  rows: CsvRecord[];
}

/** Rows taken at a time, so that a screen can show how far the import is. */
const chunkRows = 200;
const chunkMs = 150;
const byAge = newestBy((each: CsvImport) => each.createdAt);

/** The routes of an import. */
export function importMocksOf<Field extends string>(importer: RowImporter<Field>) {
  return {
    preview(input: {csv: string; mapping?: Mapping<Field> | undefined}, {store}: Scope) {
      const file = readFile(input.csv);
      const columns = file.columns.map((name, column) => ({name, samples: samplesOf(file, column), suggested: importer.suggest(name)}));
      const mapping = input.mapping ?? suggestion(columns);
      const found = mapping ? dryRun(store, importer, file, mapping) : {toCreate: 0, toUpdate: 0, withErrors: 0, sample: [], issues: []};
      return {columns, mapping, delimiter: file.delimiter, rows: file.rows.length, ...found};
    },
    create(input: {fileName: string; csv: string; mapping: Mapping<Field>}, {store}: Scope): CsvImport {
      const file = readFile(input.csv);
      const started = importer.imports(store).set({
        id: store.newId(importer.kind),
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
      store.change(importer.resource, started.id);
      store.clock.after(chunkMs, () => takeChunk(store, importer, started.id, file, input.mapping));
      return started;
    },
    list: (input: {limit: number; cursor?: string | undefined}, {store}: Scope): Page<CsvImport> => pageOf(sortRows(importer.imports(store).values(), byAge), byAge, input, input),
    get({id}: {id: string}, {store}: Scope): CsvImport {
      const found = importer.imports(store).get(id);
      if (!found) throw problem(importer.missing);
      return found;
    },
  };
}

function readFile(csv: string): File {
  const {delimiter, records} = readCsv(csv);
  const [head, ...rows] = records;
  return {columns: (head?.cells ?? []).map(name => name.trim()), delimiter, rows};
}

function samplesOf({rows}: File, column: number): string[] {
  return [...new Set(rows.flatMap(({cells}) => cells[column] || []))].slice(0, 5);
}

function suggestion<Field extends string>(columns: readonly {name: string; suggested: Field | null}[]): Mapping<Field> | null {
  const taken = new Set<Field>();
  const mapped = columns.flatMap(({name, suggested}) => {
    if (!suggested || taken.has(suggested)) return [];
    taken.add(suggested);
    return [{column: name, field: suggested}];
  });
  return mapped.length > 0 ? {columns: mapped} : null;
}

/** One row as it would be taken, and what is wrong with it. */
function readRow<Field extends string>(store: Store, importer: RowImporter<Field>, {line, cells}: CsvRecord, columns: readonly string[], mapping: Mapping<Field>): {values: Values<Field>; issues: ImportIssue[]} {
  const issues: ImportIssue[] = [];
  const values: Values<Field> = {...mapping.defaults};
  const report = (column: string | null, code: string, message: string, severity: ImportIssue['severity'] = 'error') => issues.push({line, column, code, message, severity});
  if (cells.length !== columns.length) report(null, 'cells', `The row has ${cells.length} cells, the header ${columns.length}.`, cells.length > columns.length ? 'error' : 'warning');
  for (const {column, field, values: replaced = {}} of mapping.columns) {
    const raw = (cells[columns.indexOf(column)] ?? '').trim();
    const value = replaced[raw] ?? raw;
    if (value === '') continue;
    const wrong = importer.faultOf(field, value);
    if (wrong) report(column, 'invalid_format', wrong);
    else values[field] = value;
  }
  for (const {code, message, severity} of importer.check(store, values, mapping)) report(null, code, message, severity);
  return {values, issues};
}

function dryRun<Field extends string>(store: Store, importer: RowImporter<Field>, file: File, mapping: Mapping<Field>) {
  const issues: ImportIssue[] = [];
  const sample: {line: number; values: Values<Field>}[] = [];
  let withErrors = 0;
  let toUpdate = 0;
  for (const row of file.rows) {
    const {values, issues: found} = readRow(store, importer, row, file.columns, mapping);
    issues.push(...found);
    if (found.some(({severity}) => severity === 'error')) {
      withErrors++;
      continue;
    }
    if (importer.has(store, values)) toUpdate++;
    if (sample.length < 20) sample.push({line: row.line, values});
  }
  return {toCreate: file.rows.length - withErrors - toUpdate, toUpdate, withErrors, sample, issues: issues.slice(0, 200)};
}

function takeChunk<Field extends string>(store: Store, importer: RowImporter<Field>, id: string, file: File, mapping: Mapping<Field>): void {
  const before = importer.imports(store).get(id);
  if (!before) return;
  const next = {...before, issues: [...before.issues]};
  store.act(() => {
    for (const row of file.rows.slice(before.rowsDone, before.rowsDone + chunkRows)) {
      const {values, issues} = readRow(store, importer, row, file.columns, mapping);
      next.rowsDone++;
      next.warnings += issues.filter(({severity}) => severity === 'warning').length;
      if (next.issues.length < 1000) next.issues.push(...issues);
      if (issues.some(({severity}) => severity === 'error')) next.failed++;
      else next[importer.write(store, values, mapping)]++;
    }
    const done = next.rowsDone >= file.rows.length;
    importer.imports(store).set({...next, version: before.version + 1, status: done ? 'done' : 'running', endedAt: done ? store.now() : null});
    store.change(importer.resource, id);
    if (!done) store.clock.after(chunkMs, () => takeChunk(store, importer, id, file, mapping));
  });
}
