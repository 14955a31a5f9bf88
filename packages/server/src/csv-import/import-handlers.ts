import type {CsvImport, Page, ProblemCode} from '@portico/contract';
import {recordChange} from '../changes/record-change.ts';
import type {Scope} from '../database/scope.ts';
import {problem} from '../problem.ts';
import type {ImportKind, ReadRow} from './import-kind.ts';
import {findImport, insertImport, listImports} from './import-store.queries.ts';
import type {ImportMapping} from './plan.rules.ts';
import {countRows, planOf, previewFile, readingCsv, type FilePreview} from './preview.ts';

interface Call<Input> {
  readonly input: Input;
  readonly scope: Scope;
}

/** What every kind of import answers. */
export interface ImportHandlers<Field extends string> {
  preview(call: Call<{readonly csv: string; readonly mapping?: ImportMapping<Field> | undefined}>): Promise<FilePreview<Field>>;
  create(call: Call<{readonly fileName: string; readonly csv: string; readonly mapping: ImportMapping<Field>}>): Promise<CsvImport>;
  list(call: Call<{readonly limit: number; readonly cursor?: string | undefined}>): Promise<Page<CsvImport>>;
  get(call: Call<{readonly id: string}>): Promise<CsvImport>;
}

/** The handlers of one kind of import. */
export function importHandlers<Field extends string, Row extends ReadRow<Field>, Setting>(kind: ImportKind<Field, Row, Setting>, notFound: ProblemCode): ImportHandlers<Field> {
  const get = async (scope: Scope, id: string): Promise<CsvImport> => {
    const found = await findImport(scope, kind.table, id);
    if (!found) throw problem(notFound);
    return found;
  };
  return {
    preview: ({input, scope}) => readingCsv(input.csv, file => previewFile(scope, kind, file, input.mapping)),
    create: ({input, scope}) =>
      readingCsv(input.csv, async file => {
        planOf(kind, file.columns, input.mapping);
        const id = await insertImport(scope, kind.table, {fileName: input.fileName, csv: input.csv, mapping: input.mapping, rows: await countRows(file)});
        await recordChange(scope, {resource: kind.table, id, action: 'create'});
        return get(scope, id);
      }),
    list: ({input, scope}) => listImports(scope, kind.table, input),
    get: ({input, scope}) => get(scope, input.id),
  };
}
