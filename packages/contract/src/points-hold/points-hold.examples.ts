import type {PointsCheck, PointsHold} from './points-hold.schema.ts';

/** The fourth deal in a row with one customer. */
export const pointsHoldExamples = {
  oneCustomer: {
    id: '0193a0c0-0000-7000-8000-000000003631',
    partnerOrg: {id: '0193a0c0-0000-7000-8000-000000000102', name: 'Bergmann Systeme'},
    event: {id: '0193a0c0-0000-7000-8000-000000003205', event: 'deal_won', entityId: '0193a0c0-0000-7000-8000-000000002105', amount: {amountMinor: 240_000, currency: 'EUR'}, occurredAt: '2026-11-18T09:00:00.000Z'},
    findings: [{kind: 'one_customer', count: 5, of: 6, customer: 'Nordwind Logistik'}],
    status: 'held',
    comment: null,
    createdAt: '2026-11-18T09:00:01.000Z',
    decidedAt: null,
    version: 1,
  },
} satisfies Record<string, PointsHold>;

export const pointsCheckExample = {burst: {times: 100, minutes: 60}, selfDealing: true, oneCustomer: {sharePercent: 80, minDeals: 5, days: 90}} satisfies PointsCheck;
