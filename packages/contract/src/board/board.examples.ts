import type {z} from 'zod';
import type {Board, BoardFields, BoardStandings} from './board.schema.ts';

/** Revenue of a quarter, the first three and one's neighbours by name. */
export const boardExamples = {
  revenue: {
    id: '0193a0c0-0000-7000-8000-000000003601',
    name: 'Revenue of the quarter',
    metric: 'revenue',
    currency: 'EUR',
    period: 'quarter',
    timeZone: 'Europe/Helsinki',
    levelIds: [],
    countries: [],
    within: 'all',
    isNormalised: false,
    visibility: {kind: 'top', top: 3, around: 1},
    minParticipants: 5,
    minCount: 3,
    version: 1,
    createdAt: '2026-10-01T06:00:00.000Z',
    updatedAt: '2026-10-01T06:00:00.000Z',
  },
} satisfies Record<string, Board>;

export const newBoardExample = {name: 'Points of the month', metric: 'points', period: 'month', timeZone: 'Europe/Helsinki'} satisfies z.input<typeof BoardFields>;

export const boardStandingsExample = {
  board: {id: '0193a0c0-0000-7000-8000-000000003601', name: 'Revenue of the quarter', metric: 'revenue', currency: 'EUR', visibility: {kind: 'top', top: 3, around: 1}, isNormalised: false},
  period: {key: '2026-Q4', from: '2026-09-30T21:00:00.000Z', until: '2026-12-31T22:00:00.000Z'},
  participants: 14,
  rows: [
    {rank: 1, isOwn: false, partnerOrg: {id: '0193a0c0-0000-7000-8000-000000000102', name: 'Bergmann Systeme'}, alias: null, value: 9_400_000, previousRank: 2},
    {rank: 2, isOwn: true, partnerOrg: {id: '0193a0c0-0000-7000-8000-000000000101', name: 'Lumen Automation'}, alias: null, value: 8_100_000, previousRank: 2},
  ],
  own: {rank: 2, value: 8_100_000, previousRank: 2, toNext: {rank: 1, difference: 1_300_000}},
} satisfies BoardStandings;
