import type {PointsEntry, PointsSummary} from './points-entry.schema.ts';

const lumen = {id: '0193a0c0-0000-7000-8000-000000000101', name: 'Lumen Automation'};
const mika = {id: '0193a0c0-0000-7000-8000-000000000202', name: 'Mika Laine'};
const given: PointsEntry = {
  id: '0193a0c0-0000-7000-8000-000000003201',
  partnerOrg: lumen,
  person: mika,
  rule: {id: '0193a0c0-0000-7000-8000-000000003101', name: 'Deals won', number: 1},
  event: {id: '0193a0c0-0000-7000-8000-000000003001', event: 'deal_won', entityId: '0193a0c0-0000-7000-8000-000000000801', amount: {amountMinor: 1_240_000, currency: 'EUR'}},
  challenge: null,
  redemption: null,
  points: 124,
  reason: 'event',
  occurredAt: '2026-11-20T14:10:00.000Z',
  recordedAt: '2026-11-20T14:10:00.000Z',
  expiresAt: '2027-11-20T14:10:00.000Z',
  reversesId: null,
  reversedById: null,
};
const lost: PointsEntry = {...given, id: '0193a0c0-0000-7000-8000-000000003202', event: {id: '0193a0c0-0000-7000-8000-000000003003', event: 'deal_won', entityId: '0193a0c0-0000-7000-8000-000000000801', amount: {amountMinor: 300_000, currency: 'EUR'}}, points: 30, reversedById: '0193a0c0-0000-7000-8000-000000003203'};

/** What a deal brought, and one that was voided. */
export const pointsEntryExamples = {
  given,
  lost,
  reversal: {...lost, id: '0193a0c0-0000-7000-8000-000000003203', points: -30, reason: 'event_retracted', recordedAt: '2026-11-21T08:00:00.000Z', reversesId: lost.id, reversedById: null},
} satisfies Record<string, PointsEntry>;

/** The three together. */
export const pointsSummaryExample = {
  partnerOrg: lumen,
  asOf: '2026-11-22T09:00:00.000Z',
  total: 124,
  unexpired: 124,
  redeemed: 0,
  nextExpiry: {at: '2027-11-20T14:10:00.000Z', points: 124},
  byRule: [{ruleId: '0193a0c0-0000-7000-8000-000000003101', ruleName: 'Deals won', event: 'deal_won', entries: 1, points: 124}],
  byChallenge: [],
} satisfies PointsSummary;
