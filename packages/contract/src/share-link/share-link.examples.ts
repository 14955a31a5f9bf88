import type {z} from 'zod';
import type {ShareLink, ShareLinkFields} from './share-link.schema.ts';

const lumen = {id: '0193a0c0-0000-7000-8000-000000000101', name: 'Lumen Automation Oy'};
const aino = {id: '0193a0c0-0000-7000-8000-000000000203', name: 'Aino Virtanen'};

const sent: ShareLink = {
  id: '0193a0c0-0000-7000-8000-000000002701',
  asset: {id: '0193a0c0-0000-7000-8000-000000002001', title: 'Aurora Vision datasheet', type: 'datasheet'},
  partnerOrg: lumen,
  createdBy: aino,
  url: null,
  status: 'active',
  expiresAt: '2026-12-05T09:00:00.000Z',
  singleUse: false,
  watermarked: false,
  recipient: 'Tehdas Oy, Mikko Laine',
  language: 'fi',
  campaign: 'paper-2026',
  opens: 3,
  uses: 1,
  lastOpenedAt: '2026-11-21T14:10:00.000Z',
  lastUsedAt: '2026-11-21T14:11:00.000Z',
  revokedAt: null,
  version: 1,
  createdAt: '2026-11-21T09:00:00.000Z',
  updatedAt: '2026-11-21T09:00:00.000Z',
};

/** A link that is out, the same when it was made, one that served once, and one that was taken back. */
export const shareLinkExamples = {
  sent,
  made: {...sent, url: 'https://files.portico.example/s/Zk3v9QWcX1yT0pLr8sHbNd', opens: 0, uses: 0, lastOpenedAt: null, lastUsedAt: null},
  used: {...sent, id: '0193a0c0-0000-7000-8000-000000002702', status: 'used', singleUse: true, watermarked: true, recipient: null, language: null, campaign: null, opens: 1, uses: 1},
  revoked: {...sent, id: '0193a0c0-0000-7000-8000-000000002703', status: 'revoked', revokedAt: '2026-11-21T15:00:00.000Z', version: 2, updatedAt: '2026-11-21T15:00:00.000Z'},
} satisfies Record<string, ShareLink>;

/** A link that serves once. */
export const newShareLinkExample = {
  assetId: '0193a0c0-0000-7000-8000-000000002001',
  expiresAt: '2026-12-05T09:00:00.000Z',
  singleUse: true,
  recipient: 'Tehdas Oy, Mikko Laine',
} satisfies z.input<typeof ShareLinkFields>;
