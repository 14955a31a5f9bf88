import {z} from 'zod';
import {csvBodyBytes, csvFile} from '../csv-import.ts';
import {pageInput, pageOf} from '../page.ts';
import {defineRoutes} from '../route.ts';
import {Id} from '../text.ts';
import {LeadImport, LeadImportMapping, LeadImportPreview} from './lead-import.schema.ts';

const file = csvFile('leads.csv');

export const leadImportRoutes = defineRoutes({
  /** Reads a file without writing anything: columns, a suggested mapping, and every error by line and column. */
  preview: {
    method: 'POST',
    path: '/lead-imports/preview',
    input: z.object({...file, mapping: LeadImportMapping.optional()}),
    response: LeadImportPreview,
    callers: ['key', 'vendor'],
    problems: ['csv_malformed', 'csv_too_large'],
    maxBodyBytes: csvBodyBytes,
  },
  /** Starts an import. Rows with errors are left out and reported; the rest is taken. */
  create: {
    method: 'POST',
    path: '/lead-imports',
    input: z.object({...file, mapping: LeadImportMapping}),
    response: LeadImport,
    status: 202,
    callers: ['key', 'vendor'],
    problems: ['csv_malformed', 'csv_too_large'],
    maxBodyBytes: csvBodyBytes,
  },
  /** Lists imports, newest first. */
  list: {method: 'GET', path: '/lead-imports', input: z.object(pageInput), response: pageOf(LeadImport), callers: ['key', 'vendor']},
  /** One import and how far it is. */
  get: {method: 'GET', path: '/lead-imports/{id}', input: z.object({id: Id}), response: LeadImport, callers: ['key', 'vendor'], problems: ['lead_import_not_found']},
});
