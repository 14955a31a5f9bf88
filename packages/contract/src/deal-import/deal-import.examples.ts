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

export const dealExportExample = {fileName: 'deals-2026-11-21.csv', csv: '\uFEFFnumber,customer.name\r\nDR-000042,Tampere Paper Works Oy\r\n', rows: 1} satisfies DealExport;
