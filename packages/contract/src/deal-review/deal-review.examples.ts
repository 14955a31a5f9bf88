import type {SimilarDeal} from './deal-review.schema.ts';

/** Another partner's protected deal with the same domain, and a customer of the vendor with a similar name. */
export const dealReviewSimilarExamples = {
  registration: {
    kind: 'registration',
    id: '0193a0c0-0000-7000-8000-000000000904',
    label: 'DR-000031',
    customerName: 'Tampere Paper Works',
    partnerName: 'Bergmann Systemhaus GmbH',
    status: 'approved',
    submittedAt: '2026-10-02T12:00:00.000Z',
    protectedUntil: '2027-01-04T12:00:00.000Z',
    products: ['Aurora Vision'],
    matches: ['domain', 'name_and_country'],
    certainty: 'certain',
    conflicts: true,
  },
  account: {
    kind: 'account',
    id: '0193a0c0-0000-7000-8000-000000000d01',
    label: 'Tampere Paperworks',
    customerName: 'Tampere Paperworks',
    partnerName: null,
    status: 'existing_customer',
    submittedAt: null,
    protectedUntil: null,
    products: [],
    matches: ['similar_name'],
    certainty: 'likely',
    conflicts: false,
  },
} satisfies Record<string, SimilarDeal>;
