import {z} from 'zod';
import {csvBodyBytes, csvFile} from '../csv-import.ts';
import {DealStatus} from '../deal-registration/deal-registration.schema.ts';
import {pageInput, pageOf} from '../page.ts';
import {defineRoutes} from '../route.ts';
import {Id} from '../text.ts';
import {DealExport, DealImport, DealImportMapping, DealImportPreview} from './deal-import.schema.ts';

const file = csvFile('deals.csv');

export const dealImportRoutes = defineRoutes({
  /** Reads a file without writing anything: columns, a suggested mapping, and every error by line and column. */
  preview: {
    method: 'POST',
    path: '/deal-imports/preview',
    input: z.object({...file, mapping: DealImportMapping.optional()}),
    response: DealImportPreview,
    callers: ['key', 'vendor'],
    problems: ['csv_malformed', 'csv_too_large'],
    maxBodyBytes: csvBodyBytes,
  },
  /** Starts an import. Rows with errors are left out and reported; the rest is taken. */
  create: {
    method: 'POST',
    path: '/deal-imports',
    input: z.object({...file, mapping: DealImportMapping}),
    response: DealImport,
    status: 202,
    callers: ['key', 'vendor'],
    problems: ['csv_malformed', 'csv_too_large'],
    maxBodyBytes: csvBodyBytes,
  },
  /** Lists imports, newest first. */
  list: {method: 'GET', path: '/deal-imports', input: z.object(pageInput), response: pageOf(DealImport), callers: ['key', 'vendor']},
  /** One import and how far it is. */
  get: {method: 'GET', path: '/deal-imports/{id}', input: z.object({id: Id}), response: DealImport, callers: ['key', 'vendor'], problems: ['deal_import_not_found']},
  /**
   * Writes registrations as CSV: a partner's own, or all that vendor staff may see. `spreadsheet` guards cells that a spreadsheet would take for formulas
   * and is what people open; `data` is raw. Importing an export changes nothing. A short one is done at once and its file in the answer; a longer one goes on by itself:
   * ask for it until it is done, then for its parts.
   */
  export: {
    method: 'POST',
    path: '/deal-exports',
    input: z.object({format: z.enum(['spreadsheet', 'data']).default('spreadsheet'), status: z.array(DealStatus).max(16).optional()}),
    response: DealExport,
    status: 202,
    callers: ['key', 'vendor', 'partner'],
  },
  /** One export and how far it is. */
  getExport: {method: 'GET', path: '/deal-exports/{id}', input: z.object({id: Id}), response: DealExport, callers: ['key', 'vendor', 'partner'], problems: ['deal_export_not_found']},
  /** One part of the file of an export that is done. */
  getExportPart: {
    method: 'GET',
    path: '/deal-exports/{id}/parts/{index}',
    input: z.object({id: Id, index: z.int().min(0).max(1_000_000)}),
    response: z.object({index: z.int().nonnegative(), parts: z.int().positive(), csv: z.string()}),
    callers: ['key', 'vendor', 'partner'],
    problems: ['deal_export_not_found', 'deal_export_unfinished'],
  },
});
