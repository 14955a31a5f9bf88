import type {z} from 'zod';
import type {PrintOffer, PrintOrder, PrintOrderFields, PrintStock} from './print-order.schema.ts';

const assetId = '0193a0c0-0000-7000-8000-000000002001';
const shipTo = {name: 'Aino Virtanen', company: 'Lumen Automation Oy', street: 'Mannerheimintie 1', postalCode: '00100', city: 'Helsinki', region: null, country: 'FI', phone: null};

const requested: PrintOrder = {
  id: '0193a0c0-0000-7000-8000-000000002801',
  asset: {id: assetId, title: 'Aurora Vision datasheet', type: 'datasheet'},
  partnerOrg: {id: '0193a0c0-0000-7000-8000-000000000101', name: 'Lumen Automation Oy'},
  requestedBy: {id: '0193a0c0-0000-7000-8000-000000000203', name: 'Aino Virtanen'},
  quantity: 150,
  language: 'fi',
  shipTo,
  note: 'For the fair in Tampere.',
  costCentre: null,
  campaign: 'paper-2026',
  status: 'requested',
  tracking: null,
  reason: null,
  approvedAt: null,
  shippedAt: null,
  deliveredAt: null,
  actions: ['call_off'],
  version: 1,
  createdAt: '2026-11-20T08:00:00.000Z',
  updatedAt: '2026-11-20T08:00:00.000Z',
};

/** As the partner sees them. */
export const printOrderExamples = {
  requested,
  shipped: {
    ...requested,
    id: '0193a0c0-0000-7000-8000-000000002802',
    status: 'shipped',
    tracking: {carrier: 'Posti', number: 'JJFI60000000001', url: 'https://www.posti.fi/seuranta#/lahetys/JJFI60000000001'},
    approvedAt: '2026-11-20T09:00:00.000Z',
    shippedAt: '2026-11-20T15:00:00.000Z',
    actions: ['deliver'],
    version: 4,
    updatedAt: '2026-11-20T15:00:00.000Z',
  },
  backordered: {...requested, id: '0193a0c0-0000-7000-8000-000000002803', status: 'backordered', reason: 'A new edition is being printed, here in two weeks.', version: 2, updatedAt: '2026-11-20T10:00:00.000Z'},
} satisfies Record<string, PrintOrder>;

/** An order as a partner sends it. */
export const newPrintOrderExample = {assetId, quantity: 150, language: 'fi', shipTo, note: 'For the fair in Tampere.'} satisfies z.input<typeof PrintOrderFields>;

export const printStockExample = {
  assetId,
  isOffered: true,
  inStock: 850,
  perOrder: 200,
  perLevel: [{levelId: '0193a0c0-0000-7000-8000-000000000011', quantity: 1000}, {levelId: null, quantity: 200}],
  periodDays: 90,
  wanted: 150,
  version: 3,
} satisfies PrintStock;

export const printOrderOfferExample = {assetId, isOffered: true, inStock: 850, most: 200, moreAt: null} satisfies PrintOffer;
