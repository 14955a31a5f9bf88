import type {z} from 'zod';
import type {Badge, BadgeFields} from './badge.schema.ts';

/** One that ten deals in a year earn, as a partner sees it that holds it. */
export const badgeExamples = {
  closer: {
    id: '0193a0c0-0000-7000-8000-000000003731',
    name: 'Closer',
    description: 'Ten deals won within a year.',
    criterion: {goal: {metric: 'events', target: 10, event: 'deal_won'}, withinDays: 365},
    validForDays: 365,
    isRetired: false,
    own: {value: 12, target: 10, remaining: 0},
    award: {id: '0193a0c0-0000-7000-8000-000000003741', earnedAt: '2026-09-14T10:00:00.000Z', validUntil: '2027-09-14T10:00:00.000Z'},
    holders: null,
    version: 1,
    createdAt: '2026-01-05T08:00:00.000Z',
    updatedAt: '2026-01-05T08:00:00.000Z',
  },
} satisfies Record<string, Badge>;

export const newBadgeExample = {name: 'Speaker', description: 'Spoke at our conference.', validForDays: 730} satisfies z.input<typeof BadgeFields>;
