import {z} from 'zod';
import {pageInput, pageOf} from '../page.ts';
import {defineRoutes} from '../route.ts';
import {Id, text} from '../text.ts';
import {LeadImport, LeadImportMapping, LeadImportPreview} from './lead-import.schema.ts';

/** 20 MB of CSV as a JSON string, with room for escapes. */
const maxBodyBytes = 26_000_000;
const file = {
  fileName: text(200).default('leads.csv'),
  /** The file's text; UTF-8 after decoding, with or without a byte order mark. */
  csv: z.string().min(1).max(20_000_000),
};

export const leadImportRoutes = defineRoutes({
  /** Reads a file without writing anything: columns, a suggested mapping, and every error by line and column. */
  preview: {
    method: 'POST',
    path: '/lead-imports/preview',
    input: z.object({...file, mapping: LeadImportMapping.optional()}),
    response: LeadImportPreview,
    callers: ['key', 'vendor'],
    problems: ['csv_malformed', 'csv_too_large'],
    maxBodyBytes,
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
    maxBodyBytes,
  },
  /** Lists imports, newest first. */
  list: {method: 'GET', path: '/lead-imports', input: z.object(pageInput), response: pageOf(LeadImport), callers: ['key', 'vendor']},
  /** One import and how far it is. */
  get: {method: 'GET', path: '/lead-imports/{id}', input: z.object({id: Id}), response: LeadImport, callers: ['key', 'vendor'], problems: ['lead_import_not_found']},
});
