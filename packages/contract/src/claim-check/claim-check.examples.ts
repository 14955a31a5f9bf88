import type {z} from 'zod';
import type {Claim, ClaimCheck} from './claim-check.schema.ts';

export const newClaimExample = {website: 'https://www.tamperepaper.example/contact', name: 'Tampere Paper Works Oy', country: 'FI'} satisfies z.input<typeof Claim>;

/** What a partner hears. */
export const claimCheckExamples = {
  clear: {answer: 'clear', domain: 'tamperepaper.example'},
  taken: {answer: 'protected_by_other', domain: 'tamperepaper.example'},
} satisfies Record<string, ClaimCheck>;
