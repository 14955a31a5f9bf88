import type {z} from 'zod';
import type {CollateralEmbed, CollateralEmbedFields, CollateralEnquiry, EmbeddedCollateral} from './collateral-embed.schema.ts';

const assetId = '0193a0c0-0000-7000-8000-000000002001';
const home: CollateralEmbed = {
  id: '0193a0c0-0000-7000-8000-000000002a01',
  partnerOrg: {id: '0193a0c0-0000-7000-8000-000000000101', name: 'Lumen Automation Oy'},
  name: 'Home page',
  items: [{asset: {id: assetId, title: 'Aurora Vision datasheet', type: 'datasheet'}, isShown: true}],
  campaign: 'website',
  enquiries: true,
  sites: ['https://lumen.example'],
  privacyUrl: 'https://lumen.example/privacy',
  status: 'active',
  token: 'f3JmW0xTq8sVb2LrYc9KdA',
  views: 410,
  clicks: 37,
  enquiryCount: 2,
  version: 1,
  createdAt: '2026-11-10T08:00:00.000Z',
  updatedAt: '2026-11-10T08:00:00.000Z',
};

/** One that is on a page, one with a piece that was recalled, and one that was ended. */
export const collateralEmbedExamples = {
  home,
  partlyRecalled: {
    ...home,
    id: '0193a0c0-0000-7000-8000-000000002a02',
    name: 'Installers',
    token: 'w5RzN1hGk7uPe4XjQa6MtB',
    items: [...home.items, {asset: {id: '0193a0c0-0000-7000-8000-000000002003', title: 'Mounting guide', type: 'datasheet'}, isShown: false}],
  },
  revoked: {...home, id: '0193a0c0-0000-7000-8000-000000002a03', name: 'Fair 2025', token: 'c8YvD2nSi6oBt0WlEf5GzH', status: 'revoked', version: 2},
} satisfies Record<string, CollateralEmbed>;

/** An embed as a partner makes one. */
export const newCollateralEmbedExample = {name: 'Home page', assetIds: [assetId], campaign: 'website', privacyUrl: 'https://lumen.example/privacy'} satisfies z.input<typeof CollateralEmbedFields>;

/** What visitors' browsers get. */
export const embeddedCollateralExample = {
  partner: {name: 'Lumen Automation Oy', logoUrl: 'https://files.portico.example/e/f3JmW0xTq8sVb2LrYc9KdA/logo?v=1', accent: '#0b6e4f'},
  items: [
    {
      id: assetId,
      title: 'Aurora Vision datasheet',
      summary: 'Two pages: what the camera sees, sizes, interfaces, part numbers.',
      type: 'datasheet',
      language: 'en',
      altText: null,
      preview: {url: `https://files.portico.example/e/f3JmW0xTq8sVb2LrYc9KdA/${assetId}/preview?v=3`, width: 480, height: 679},
      url: `https://files.portico.example/e/f3JmW0xTq8sVb2LrYc9KdA/${assetId}`,
      sizeBytes: 184_220,
    },
  ],
  enquiries: true,
  privacyUrl: 'https://lumen.example/privacy',
} satisfies EmbeddedCollateral;

/** What the form of `<portico-collateral>` sends. */
export const newCollateralEnquiryExample = {
  assetId,
  name: 'Mikko Laine',
  email: 'mikko@tehdas.example',
  company: 'Tehdas Oy',
  message: 'Does it see through steam?',
  consent: true,
  consentTextVersion: 'collateral-1',
  locale: 'fi',
  page: 'https://lumen.example/products',
  elapsedMs: 41_000,
} satisfies z.input<typeof CollateralEnquiry>;
