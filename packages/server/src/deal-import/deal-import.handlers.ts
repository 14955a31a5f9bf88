import type {Api} from '@portico/contract';
import {importHandlers} from '../csv-import/import-handlers.ts';
import type {Handlers} from '../handlers.ts';
import {dealImportKind} from './deal-import.kind.ts';
import {exportDeals} from './export-deals.ts';

export const dealImportHandlers: Handlers<Api['dealImports']> = {
  ...importHandlers(dealImportKind, 'deal_import_not_found'),
  export: ({input, scope}) => exportDeals(scope, input),
};
