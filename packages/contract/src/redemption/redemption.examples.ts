import type {PointsLiability, Redemption} from './redemption.schema.ts';

const requested: Redemption = {
  id: '0193a0c0-0000-7000-8000-000000003761',
  reward: {id: '0193a0c0-0000-7000-8000-000000003751', name: 'A day with our engineers'},
  partnerOrg: {id: '0193a0c0-0000-7000-8000-000000000101', name: 'Lumen Automation'},
  person: {id: '0193a0c0-0000-7000-8000-000000000203', name: 'Aino Virtanen'},
  status: 'requested',
  points: 300,
  value: {amountMinor: 90_000, currency: 'EUR'},
  note: 'For Nordwind, in the second week of December.',
  answer: null,
  reason: null,
  approvedAt: null,
  endedAt: null,
  actions: ['call_off'],
  version: 1,
  createdAt: '2026-11-20T10:00:00.000Z',
  updatedAt: '2026-11-20T10:00:00.000Z',
};

/** As the partner sees them. */
export const redemptionExamples = {
  requested,
  fulfilled: {...requested, id: '0193a0c0-0000-7000-8000-000000003762', status: 'fulfilled', answer: 'Jukka comes on 9 December.', approvedAt: '2026-11-20T12:00:00.000Z', endedAt: '2026-11-21T08:00:00.000Z', actions: [], version: 3, updatedAt: '2026-11-21T08:00:00.000Z'},
} satisfies Record<string, Redemption>;

export const redemptionLiabilityExample = {
  asOf: '2026-11-22T09:00:00.000Z',
  unredeemed: 48_200,
  reserved: 300,
  points: 48_500,
  partners: 31,
  rate: {points: 100, amountMinor: 500, currency: 'EUR'},
  value: {amountMinor: 242_500, currency: 'EUR'},
} satisfies PointsLiability;
