import type {PointsAccount, PointsScheme} from './points-account.schema.ts';

export const pointsAccountExample = {
  partnerOrg: {id: '0193a0c0-0000-7000-8000-000000000101', name: 'Lumen Automation'},
  asOf: '2026-11-22T09:00:00.000Z',
  earned: 1240,
  balance: 940,
  reserved: 300,
  nextExpiry: {at: '2027-01-31T00:00:00.000Z', points: 120},
  level: {name: 'Silver', minPoints: 1000},
  nextLevel: {name: 'Gold', minPoints: 2500, remaining: 1260},
} satisfies PointsAccount;

export const pointsSchemeExample = {
  levels: [{name: 'Bronze', minPoints: 250}, {name: 'Silver', minPoints: 1000}, {name: 'Gold', minPoints: 2500}],
  value: {points: 100, amountMinor: 500, currency: 'EUR'},
} satisfies PointsScheme;
