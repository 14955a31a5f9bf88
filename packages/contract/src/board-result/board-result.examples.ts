import type {BoardDispute, BoardResult} from './board-result.schema.ts';

/** The revenue of a quarter, verified and with prizes. */
export const boardResultExamples = {
  awarded: {
    id: '0193a0c0-0000-7000-8000-000000003611',
    board: {id: '0193a0c0-0000-7000-8000-000000003601', name: 'Revenue of the quarter', metric: 'revenue', currency: 'EUR', isNormalised: false},
    period: {key: '2026-Q3', from: '2026-06-30T21:00:00.000Z', until: '2026-09-30T21:00:00.000Z'},
    status: 'awarded',
    participants: 14,
    own: {rank: 2, value: 7_400_000, prize: 'A day at the plant'},
    prizes: [{toRank: 1, prize: 'A week in Lapland'}, {toRank: 3, prize: 'A day at the plant'}],
    openDisputes: 0,
    frozenAt: '2026-09-30T21:00:04.000Z',
    verifiedAt: '2026-10-05T08:00:00.000Z',
    awardedAt: '2026-10-06T08:00:00.000Z',
    version: 3,
  },
} satisfies Record<string, BoardResult>;

export const boardDisputeExample = {
  id: '0193a0c0-0000-7000-8000-000000003621',
  resultId: '0193a0c0-0000-7000-8000-000000003611',
  partnerOrg: {id: '0193a0c0-0000-7000-8000-000000000101', name: 'Lumen Automation'},
  text: 'The order of 29 September is missing.',
  status: 'accepted',
  answer: 'It was booked a day late. We counted it and froze the quarter again.',
  createdAt: '2026-10-01T07:00:00.000Z',
  answeredAt: '2026-10-02T07:00:00.000Z',
} satisfies BoardDispute;
