import type {Api} from '@portico/contract';
import {importHandlers} from '../csv-import/import-handlers.ts';
import type {Handlers} from '../handlers.ts';
import {dealImportKind} from './deal-import.kind.ts';
import {getExport, getExportPart, startExport} from './export-deals.ts';

export const dealImportHandlers: Handlers<Api['dealImports']> = {
  ...importHandlers(dealImportKind, 'deal_import_not_found'),
  export: ({input, scope}) => startExport(scope, input),
  getExport: ({input, scope}) => getExport(scope, input.id),
  getExportPart: ({input, scope}) => getExportPart(scope, input.id, input.index),
};
