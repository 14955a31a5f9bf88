import type {z} from 'zod';
import {storedFileExamples} from '../stored-file/stored-file.examples.ts';
import type {Asset, AssetCounts, AssetFields} from './asset.schema.ts';

const priya = {id: '0193a0c0-0000-7000-8000-000000000201', name: 'Priya Raman'};
const anybody = {minLevelId: null, groups: [], partnerTypes: [], territories: [], certifications: [], products: false, termsVersion: null, from: null, until: null, whenDenied: 'hidden'} as const;
const open = {...anybody, groups: [], partnerTypes: [], territories: [], certifications: []};

const datasheet: Asset = {
  id: '0193a0c0-0000-7000-8000-000000002001',
  title: 'Aurora Vision datasheet',
  summary: 'Two pages: what the camera sees, sizes, interfaces, part numbers.',
  type: 'datasheet',
  products: ['Aurora Vision'],
  industries: ['Paper', 'Food'],
  salesStages: ['discovery'],
  personas: ['plant manager'],
  tags: ['camera', 'IP67'],
  folderId: '0193a0c0-0000-7000-8000-000000002302',
  classification: 'public',
  delivery: 'open',
  watermark: false,
  shareable: false,
  entitlement: null,
  altText: null,
  transcript: null,
  linkUrl: null,
  status: 'published',
  owner: priya,
  languages: ['en', 'fi'],
  current: [
    {id: '0193a0c0-0000-7000-8000-000000002202', number: 3, language: 'en', fileName: 'aurora-vision-datasheet.pdf', mediaType: 'application/pdf', sizeBytes: 184_220, validUntil: '2027-11-12T00:00:00.000Z'},
    {id: '0193a0c0-0000-7000-8000-000000002203', number: 2, language: 'fi', fileName: 'aurora-vision-tuotetiedot.pdf', mediaType: 'application/pdf', sizeBytes: 190_031, validUntil: null},
  ],
  preview: storedFileExamples.datasheet.previews[0] ?? null,
  access: 'granted',
  reach: {link: true, embed: true, print: true, cobrand: true},
  unlocks: [],
  isFavourite: true,
  isNew: true,
  held: {versionId: '0193a0c0-0000-7000-8000-000000002201', number: 1, language: 'en', downloadedAt: '2026-10-20T12:00:00.000Z', isStale: true},
  holders: null,
  recall: null,
  replacedById: null,
  replacedBy: null,
  publishedAt: '2026-10-05T08:00:00.000Z',
  newsAt: '2026-11-12T09:00:00.000Z',
  expiresAt: null,
  changesWanted: null,
  actions: [],
  version: 4,
  createdAt: '2026-10-05T07:40:00.000Z',
  updatedAt: '2026-11-12T09:00:00.000Z',
};

/** As a partner sees them, the last one as vendor staff do. */
export const assetExamples = {
  datasheet,
  locked: {
    ...datasheet,
    id: '0193a0c0-0000-7000-8000-000000002002',
    title: 'Price list 2027',
    summary: 'For Gold partners.',
    type: 'price_list',
    classification: 'partner',
    delivery: 'locked',
    watermark: true,
    languages: ['en'],
    current: [],
    preview: null,
    access: 'locked',
    reach: {link: false, embed: false, print: false, cobrand: false},
    unlocks: [
      {kind: 'level', levelId: '0193a0c0-0000-7000-8000-000000000011', levelName: 'Gold'},
      {kind: 'certification', certifications: ['vision-pro']},
    ],
    isFavourite: false,
    isNew: false,
    held: null,
    version: 3,
  },
  recalled: {...datasheet, id: '0193a0c0-0000-7000-8000-000000002003', title: 'Mounting guide', status: 'recalled', languages: [], current: [], preview: null, reach: {link: false, embed: false, print: false, cobrand: false}, isFavourite: false, isNew: false, recall: {reason: 'The torque on page 3 is wrong.', at: '2026-11-19T14:00:00.000Z'}},
  inReview: {
    ...datasheet,
    id: '0193a0c0-0000-7000-8000-000000002004',
    title: 'Why Aurora wins against fixed optics',
    type: 'battlecard',
    status: 'in_review',
    entitlement: {...open, certifications: ['vision-pro'], whenDenied: 'locked'},
    languages: [],
    current: [],
    preview: null,
    reach: {link: false, embed: false, print: false, cobrand: false},
    isFavourite: false,
    isNew: false,
    held: null,
    holders: {partnerOrgs: 0, stale: 0},
    publishedAt: null,
    newsAt: null,
    actions: ['request_changes', 'approve'],
    version: 2,
  },
} satisfies Record<string, Asset>;

/** Under no filters. */
export const assetCountsExample = {
  total: 2,
  isMore: false,
  favourites: 1,
  new: 1,
  expiring: 0,
  stale: 1,
  facets: {
    type: [{value: 'datasheet', count: 1}, {value: 'price_list', count: 1}],
    product: [{value: 'Aurora Vision', count: 2}],
    industry: [{value: 'Food', count: 2}, {value: 'Paper', count: 2}],
    salesStage: [{value: 'discovery', count: 2}],
    persona: [{value: 'plant manager', count: 2}],
    language: [{value: 'en', count: 2}, {value: 'fi', count: 1}],
    tag: [{value: 'IP67', count: 2}, {value: 'camera', count: 2}],
    folderId: [{value: '0193a0c0-0000-7000-8000-000000002302', count: 2}],
  },
} satisfies AssetCounts;

/** What a vendor writes for a new one. */
export const newAssetExample = {
  title: 'Aurora Edge deck',
  type: 'deck',
  products: ['Aurora Edge'],
  tags: ['customer meeting'],
  entitlement: {certifications: ['edge-basic'], whenDenied: 'locked'},
} satisfies z.input<typeof AssetFields>;
