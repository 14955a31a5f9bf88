import type {z} from 'zod';
import type {Reward, RewardFields} from './reward.schema.ts';

export const rewardExamples = {
  day: {
    id: '0193a0c0-0000-7000-8000-000000003751',
    name: 'A day with our engineers',
    description: 'One of ours at your customer for a day, travel included.',
    points: 300,
    value: {amountMinor: 90_000, currency: 'EUR'},
    stock: 4,
    isOffered: true,
    version: 1,
    createdAt: '2026-10-01T08:00:00.000Z',
    updatedAt: '2026-10-01T08:00:00.000Z',
  },
} satisfies Record<string, Reward>;

export const newRewardExample = {name: 'Two seats at the conference', points: 800, stock: 10} satisfies z.input<typeof RewardFields>;
