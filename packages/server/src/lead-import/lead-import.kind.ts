import type {LeadImportField} from '@portico/contract';
import type {ImportKind} from '../csv-import/import-kind.ts';
import {importRows} from './import-chunk.ts';
import {findKnownRows} from './known-rows.queries.ts';
import {readSetting} from './references.queries.ts';
import {readRow, type ReadLead} from './row.rules.ts';
import {suggestFields, suggestMapping} from './suggest.rules.ts';

/** Imports of leads. */
export const leadImportKind: ImportKind<LeadImportField, ReadLead, Awaited<ReturnType<typeof readSetting>>> = {
  table: 'lead_import',
  gathering: ['products', 'tags', 'need'],
  suggestFields,
  suggestMapping,
  readSetting,
  readRow,
  nameOf: ({read}) => read.externalId,
  // Rows that are routed one by one.
  isSlow: ({row, taken}) => taken && row.placement === null,
  findKnownRows,
  write: (scope, importId, rows, {policy}) => importRows(scope, importId, rows, policy),
};
