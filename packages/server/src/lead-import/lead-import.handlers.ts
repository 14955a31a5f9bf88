import type {api} from '@portico/contract';
import {importHandlers} from '../csv-import/import-handlers.ts';
import type {Handlers} from '../handlers.ts';
import {leadImportKind} from './lead-import.kind.ts';

export const leadImportHandlers: Handlers<typeof api.leadImports> = importHandlers(leadImportKind, 'lead_import_not_found');
