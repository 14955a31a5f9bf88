import type {Api} from '@portico/contract';
import {importMocksOf} from './csv-importer.ts';
import type {MockHandlers} from './handlers.ts';
import {leadRows} from './lead-import.rows.ts';

export const leadImportMocks: MockHandlers<Api['leadImports']> = importMocksOf(leadRows);
