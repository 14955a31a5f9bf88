import {storedFileExamples} from '../stored-file/stored-file.examples.ts';
import type {AssetDownload, AssetHolder, AssetVersion} from './asset-version.schema.ts';

const assetId = '0193a0c0-0000-7000-8000-000000002001';
const first = '0193a0c0-0000-7000-8000-000000002201';
const second = '0193a0c0-0000-7000-8000-000000002202';

/** A datasheet in English and Finnish: the English one was replaced once. */
export const assetVersionExamples = {
  replaced: {
    id: first,
    assetId,
    number: 1,
    language: 'en',
    storedFile: storedFileExamples.datasheet,
    changeNote: null,
    validFrom: null,
    validUntil: null,
    status: 'superseded',
    publishedAt: '2026-10-05T08:00:00.000Z',
    recallReason: null,
    currentId: second,
    version: 3,
    createdAt: '2026-10-05T07:45:00.000Z',
    updatedAt: '2026-11-12T09:00:00.000Z',
  },
  english: {
    id: second,
    assetId,
    number: 3,
    language: 'en',
    storedFile: {...storedFileExamples.datasheet, downloadUrl: null},
    changeNote: 'New housing, IP67.',
    validFrom: null,
    validUntil: '2027-11-12T00:00:00.000Z',
    status: 'current',
    publishedAt: '2026-11-12T09:00:00.000Z',
    recallReason: null,
    currentId: second,
    version: 2,
    createdAt: '2026-11-12T08:40:00.000Z',
    updatedAt: '2026-11-12T09:00:00.000Z',
  },
  finnish: {
    id: '0193a0c0-0000-7000-8000-000000002203',
    assetId,
    number: 2,
    language: 'fi',
    storedFile: storedFileExamples.datasheetFi,
    changeNote: null,
    validFrom: null,
    validUntil: null,
    status: 'current',
    publishedAt: '2026-10-06T08:00:00.000Z',
    recallReason: null,
    currentId: '0193a0c0-0000-7000-8000-000000002203',
    version: 2,
    createdAt: '2026-10-06T07:45:00.000Z',
    updatedAt: '2026-10-06T08:00:00.000Z',
  },
} satisfies Record<string, AssetVersion>;

/** What a download answers. */
export const assetDownloadExample = {
  url: 'https://files.portico.example/files/d/1?until=1795338300&sign=x',
  isSingleUse: false,
  expiresAt: '2026-11-21T09:05:00.000Z',
  fileName: 'aurora-vision-datasheet.pdf',
  mediaType: 'application/pdf',
  sizeBytes: 184_220,
} satisfies AssetDownload;

/** Somebody who has the version that was replaced. */
export const assetHolderExamples = {
  stale: {
    id: '0193a0c0-0000-7000-8000-000000002401',
    partnerOrg: {id: '0193a0c0-0000-7000-8000-000000000101', name: 'Lumen Automation Oy'},
    person: {id: '0193a0c0-0000-7000-8000-000000000203', name: 'Aino Virtanen'},
    versionId: first,
    number: 1,
    language: 'en',
    downloads: 2,
    downloadedAt: '2026-10-20T12:00:00.000Z',
    isStale: true,
  },
} satisfies Record<string, AssetHolder>;
