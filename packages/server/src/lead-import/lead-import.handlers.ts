import type {api} from '@portico/contract';
import {recordChange} from '../changes/record-change.ts';
import type {Handlers} from '../handlers.ts';
import {problem} from '../problem.ts';
import {CsvFault, openCsv, type CsvFile} from './csv-file.ts';
import {findImport, insertImport, listImports} from './lead-import.queries.ts';
import {planOf, previewFile} from './preview.ts';

export const leadImportHandlers: Handlers<typeof api.leadImports> = {
  preview: ({input, scope}) => reading(input.csv, file => previewFile(scope, file, input.mapping)),

  create: ({input, scope}) =>
    reading(input.csv, async file => {
      planOf(file.columns, input.mapping);
      const id = await insertImport(scope, {fileName: input.fileName, csv: input.csv, mapping: input.mapping, rows: await countRows(file)});
      await recordChange(scope, {resource: 'lead_import', id, action: 'create'});
      return getImport(scope, id);
    }),

  list: ({input, scope}) => listImports(scope, input),

  get: ({input, scope}) => getImport(scope, input.id),
};

async function getImport(scope: Parameters<typeof findImport>[0], id: string) {
  const found = await findImport(scope, id);
  if (!found) throw problem('lead_import_not_found');
  return found;
}

async function reading<T>(csv: string, work: (file: CsvFile) => Promise<T>): Promise<T> {
  try {
    return await work(openCsv(csv));
  } catch (error) {
    if (error instanceof CsvFault) throw problem(error.code, {detail: error.message, errors: [{pointer: '/csv', code: error.rule, message: error.message}]});
    throw error;
  }
}

/** Reads to the end, so that a broken file is refused now and not in the middle of the import. */
async function countRows(file: CsvFile): Promise<number> {
  let count = 0;
  for await (const rows of file.rows()) count += rows.length;
  return count;
}
