import {leadImportExamples} from '../lead-import/lead-import.examples.ts';
import type {DealExport, DealImport, DealImportMapping, DealImportPreview} from './deal-import.schema.ts';

export const dealCsvExample = 'id,partner,customer,country,product,amount,status\n1,p-lumen,Tampere Paper Works Oy,FI,Aurora Vision,84000,approved\n';

export const dealImportMappingExample = {
  columns: [
    {column: 'id', field: 'externalId'},
    {column: 'partner', field: 'partnerOrg'},
    {column: 'customer', field: 'customer.name'},
    {column: 'country', field: 'customer.country'},
    {column: 'product', field: 'products'},
    {column: 'amount', field: 'estimatedAmount'},
    {column: 'status', field: 'status'},
  ],
  currency: 'EUR',
  defaults: {registrationType: 'resale'},
} satisfies DealImportMapping;

export const dealImportPreviewExample = {
  columns: [{name: 'id', samples: ['1'], suggested: 'externalId'}],
  mapping: dealImportMappingExample,
  delimiter: ',',
  rows: 1,
  toCreate: 1,
  toUpdate: 0,
  withErrors: 0,
  sample: [{line: 2, values: {externalId: '1', partnerOrg: 'p-lumen', 'customer.name': 'Tampere Paper Works Oy'}}],
  issues: [],
} satisfies DealImportPreview;

export const dealImportExamples = {done: {...leadImportExamples.done, fileName: 'deals.csv'}} satisfies Record<string, DealImport>;

export const dealExportExample = {
  id: '0190a000-0000-7000-8000-0000000000e1',
  fileName: 'deals-2026-11-21.csv',
  format: 'spreadsheet',
  status: 'done',
  problem: null,
  rows: 1,
  total: 1,
  parts: 1,
  csv: '\uFEFFnumber,customer.name\r\nDR-000042,Tampere Paper Works Oy\r\n',
  createdAt: '2026-11-21T10:00:00.000Z',
  endedAt: '2026-11-21T10:00:00.000Z',
} satisfies DealExport;
