import type {z} from 'zod';
import type {TierPolicy, TierTerms} from './tier-policy.schema.ts';

const criterion = {event: null, operator: 'at_least', window: 'trailing_12_months', weight: 1, mandatory: false} as const;

/** What the example programme asks for Gold and Silver. */
export const tierPolicyExamples = {
  aurora: {
    id: '0193a0c0-0000-7000-8000-000000003301',
    number: 1,
    effectiveFrom: '2026-01-01T00:00:00.000Z',
    terms: {
      currency: 'EUR',
      requirements: [
        {
          levelId: '0193a0c0-0000-7000-8000-000000000011',
          criteria: [{...criterion, metric: 'revenue', target: 20_000_000, weight: 2, mandatory: true}, {...criterion, metric: 'closed_deals', target: 8}, {...criterion, metric: 'certifications', target: 4}],
          minScore: 75,
        },
        {levelId: '0193a0c0-0000-7000-8000-000000000012', criteria: [{...criterion, metric: 'revenue', target: 5_000_000}, {...criterion, metric: 'certifications', target: 1}], minScore: 50},
      ],
      promotion: 'propose',
      promotionOn: 'quarter',
      graceDays: 90,
      holdForYear: true,
      retryAfterDays: 90,
      timeZone: 'Europe/Helsinki',
    },
    createdAt: '2025-12-10T09:00:00.000Z',
  },
} satisfies Record<string, TierPolicy>;

export const newTierPolicyExample = {
  currency: 'EUR',
  requirements: [{levelId: '0193a0c0-0000-7000-8000-000000000012', criteria: [{metric: 'revenue', target: 6_000_000}]}],
} satisfies z.input<typeof TierTerms>;
