import type {AssetEventRecord, AssetReport} from './asset-event.schema.ts';

const asset = {id: '0193a0c0-0000-7000-8000-000000002001', title: 'Aurora Vision datasheet', type: 'datasheet'} as const;
const lumen = {id: '0193a0c0-0000-7000-8000-000000000101', name: 'Lumen Automation Oy'};

const download: AssetEventRecord = {
  id: '0193a0c0-0000-7000-8000-000000002901',
  kind: 'download',
  at: '2026-11-21T14:11:00.000Z',
  count: 1,
  asset,
  versionId: '0193a0c0-0000-7000-8000-000000002203',
  number: 2,
  language: 'fi',
  partnerOrg: lumen,
  person: {id: '0193a0c0-0000-7000-8000-000000000203', name: 'Aino Virtanen'},
  campaign: null,
  shareLinkId: null,
  collateralEmbedId: null,
  pageOrigin: null,
  leadId: null,
};

/** A download, the page of a link that was opened, and an enquiry from a partner's own page, as vendor staff see it. */
export const assetEventExamples = {
  download,
  linkOpen: {...download, id: '0193a0c0-0000-7000-8000-000000002902', kind: 'link_open', at: '2026-11-21T14:10:00.000Z', person: null, campaign: 'paper-2026', shareLinkId: '0193a0c0-0000-7000-8000-000000002701'},
  enquiry: {
    ...download,
    id: '0193a0c0-0000-7000-8000-000000002903',
    kind: 'enquiry',
    at: '2026-11-21T13:00:00.000Z',
    versionId: null,
    number: null,
    language: null,
    person: null,
    campaign: 'website',
    collateralEmbedId: '0193a0c0-0000-7000-8000-000000002a01',
    pageOrigin: 'https://lumen.example',
    leadId: '0193a0c0-0000-7000-8000-000000000301',
  },
} satisfies Record<string, AssetEventRecord>;

export const assetEventReportExample = {
  by: 'asset',
  rows: [{key: asset.id, name: asset.title, version: null, counts: {download: 12, link_open: 30, embed_view: 410, enquiry: 2}, total: 454}],
  isCut: false,
} satisfies AssetReport;
