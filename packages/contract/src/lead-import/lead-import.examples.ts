import type {LeadImport, LeadImportMapping, LeadImportPreview} from './lead-import.schema.ts';

/** A small file with one good row and one bad one. */
export const leadCsvExample = 'id,company,country,mail,stage\n1,Tampere Paper Works Oy,FI,kaisa.makela@tamperepaper.example,Engaging\n2,,Finland,not-a-mail,Prospecting\n';

export const leadImportMappingExample = {
  columns: [
    {column: 'id', field: 'externalId'},
    {column: 'company', field: 'company.name'},
    {column: 'country', field: 'company.country'},
    {column: 'mail', field: 'contact.email'},
    {column: 'stage', field: 'stage', values: {Prospecting: 'offered', Engaging: 'working'}},
  ],
  currency: 'EUR',
  defaults: {partnerOrg: 'p-lumen', consentText: 'Imported from the CRM'},
} satisfies LeadImportMapping;

const issue = {line: 3, column: 'mail', code: 'invalid_format', message: 'Not an e-mail address.', severity: 'error'} as const;

export const leadImportPreviewExample = {
  columns: [
    {name: 'id', samples: ['1', '2'], suggested: 'externalId'},
    {name: 'company', samples: ['Tampere Paper Works Oy'], suggested: 'company.name'},
    {name: 'country', samples: ['FI', 'Finland'], suggested: 'company.country'},
    {name: 'mail', samples: ['kaisa.makela@tamperepaper.example', 'not-a-mail'], suggested: 'contact.email'},
    {name: 'stage', samples: ['Engaging', 'Prospecting'], suggested: 'stage'},
  ],
  mapping: leadImportMappingExample,
  delimiter: ',',
  rows: 2,
  toCreate: 1,
  toUpdate: 0,
  withErrors: 1,
  sample: [{line: 2, values: {externalId: '1', 'company.name': 'Tampere Paper Works Oy', 'company.country': 'FI', 'contact.email': 'kaisa.makela@tamperepaper.example', stage: 'working'}}],
  issues: [issue],
} satisfies LeadImportPreview;

/** An import on its way, and one that has ended. */
export const leadImportExamples = {
  running: {
    id: '0193a0c0-0000-7000-8000-000000000a01',
    fileName: 'leads.csv',
    status: 'running',
    rows: 8800,
    rowsDone: 2500,
    created: 2410,
    updated: 0,
    unchanged: 0,
    failed: 90,
    warnings: 12,
    issues: [issue],
    version: 6,
    createdAt: '2026-11-21T08:55:00.000Z',
    endedAt: null,
  },
  done: {
    id: '0193a0c0-0000-7000-8000-000000000a02',
    fileName: 'fair.csv',
    status: 'done',
    rows: 2,
    rowsDone: 2,
    created: 1,
    updated: 0,
    unchanged: 0,
    failed: 1,
    warnings: 0,
    issues: [issue],
    version: 3,
    createdAt: '2026-11-20T16:00:00.000Z',
    endedAt: '2026-11-20T16:00:01.000Z',
  },
} satisfies Record<string, LeadImport>;
