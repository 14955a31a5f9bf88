import {cobrandTemplateExamples} from '../cobrand-template/cobrand-template.examples.ts';
import {storedFileExamples} from '../stored-file/stored-file.examples.ts';
import type {Cobrand, CobrandOutput, CobrandPreview, CobrandPreviewFindings, CopyStatus, ZoneFinding} from './cobrand.schema.ts';

const {datasheet, before} = cobrandTemplateExamples;
const aino = {id: '0193a0c0-0000-7000-8000-000000000203', name: 'Aino Virtanen'};
const common = {
  assetId: datasheet.assetId,
  assetTitle: datasheet.assetTitle,
  language: 'en',
  format: 'pdf',
  approval: 'vendor_approves',
  partnerOrg: {id: '0193a0c0-0000-7000-8000-000000000101', name: 'Lumen Automation Oy'},
  isMaking: false,
  findings: [],
  nextTemplateId: null,
  reason: null,
  createdBy: aino,
  decidedAt: null,
  decidedBy: null,
  publishedAt: null,
  createdAt: '2026-10-10T09:00:00.000Z',
} as const satisfies Partial<Cobrand>;
const output: CobrandOutput = {
  code: 'Xk3pW9aQ7fLm2ZtB',
  copyUrl: 'https://portico.example/v1/copies/Xk3pW9aQ7fLm2ZtB',
  storedFile: storedFileExamples.lumenCopy,
  templateNumber: before.number,
  assetVersionId: before.assetVersionId,
  madeAt: '2026-10-10T09:05:00.000Z',
};
const contrast: ZoneFinding = {zoneId: 'logo', pointer: '/values/logo', code: 'logo_contrast', severity: 'warning', message: 'The logo stands out too little from what is under it: 1.8, at least 3 is asked for. Use a lighter or darker logo.', limit: 3, actual: 1.8, characters: []};

/** Copies of the datasheet: one to be looked at, one that its template has left behind, and a draft whose logo breaks a rule. */
export const cobrandExamples = {
  submitted: {
    ...common,
    id: '0193a0c0-0000-7000-8000-000000002602',
    name: 'Datasheet for the trade fair',
    templateId: datasheet.id,
    values: {headline: {text: 'Nothing slips past', color: '#0f766e'}},
    status: 'submitted',
    output: {...output, code: 'bV6nC1xK8sRd4YhJ', copyUrl: 'https://portico.example/v1/copies/bV6nC1xK8sRd4YhJ', templateNumber: datasheet.number, assetVersionId: datasheet.assetVersionId, madeAt: '2026-11-20T09:00:00.000Z'},
    submittedAt: '2026-11-20T09:01:00.000Z',
    actions: ['approve', 'reject', 'download'],
    version: 4,
    updatedAt: '2026-11-20T09:01:00.000Z',
  },
  stale: {
    ...common,
    id: '0193a0c0-0000-7000-8000-000000002601',
    name: 'Datasheet with our logo',
    templateId: before.id,
    values: {},
    status: 'stale',
    output,
    nextTemplateId: datasheet.id,
    submittedAt: '2026-10-10T09:06:00.000Z',
    decidedAt: '2026-10-10T11:00:00.000Z',
    decidedBy: {id: '0193a0c0-0000-7000-8000-000000000201', name: 'Priya Raman'},
    publishedAt: '2026-10-10T12:00:00.000Z',
    actions: ['update', 'remake'],
    version: 6,
    updatedAt: '2026-11-12T09:30:00.000Z',
  },
  draft: {
    ...common,
    id: '0193a0c0-0000-7000-8000-000000002603',
    name: 'Datasheet, white logo',
    templateId: datasheet.id,
    values: {logo: {storedFileId: storedFileExamples.lumenLogo.id}},
    status: 'draft',
    findings: [contrast],
    output: null,
    submittedAt: null,
    actions: ['update', 'generate', 'delete'],
    version: 1,
    updatedAt: '2026-11-20T10:00:00.000Z',
  },
} satisfies Record<string, Cobrand>;

/** Where the picture of a draft is. */
export const cobrandPreviewExample = {
  url: 'https://files.portico.example/files/c/1',
  mediaType: 'image/webp',
  page: 1,
  expiresAt: '2026-11-21T09:05:00.000Z',
  findings: [],
} satisfies CobrandPreview;

/** What drawing it found. */
export const cobrandPreviewFindingsExample = {findings: [contrast], width: 636, height: 900} satisfies CobrandPreviewFindings;

/** What QR codes lead to. */
export const copyStatusExamples = {
  current: {
    code: 'bV6nC1xK8sRd4YhJ',
    state: 'current',
    title: datasheet.assetTitle,
    language: 'en',
    partnerName: 'Lumen Automation Oy',
    vendorName: 'Aurora Partner Programme',
    templateNumber: 2,
    madeAt: '2026-11-20T09:00:00.000Z',
    partnerWebsite: 'https://lumen.example',
  },
} satisfies Record<string, CopyStatus>;
