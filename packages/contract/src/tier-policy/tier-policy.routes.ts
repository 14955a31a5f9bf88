import {z} from 'zod';
import {pageInput, pageOf} from '../page.ts';
import {defineRoutes} from '../route.ts';
import {Instant} from '../text.ts';
import {TierPolicy, TierPreview, TierTerms} from './tier-policy.schema.ts';

export const tierPolicyRoutes = defineRoutes({
  /** Lists all versions, the one that takes effect last first. */
  list: {method: 'GET', path: '/tier-policies', input: z.object(pageInput), response: pageOf(TierPolicy), callers: ['key', 'vendor']},
  /** The version that is in effect now: what partners are measured by. */
  current: {method: 'GET', path: '/tier-policies/current', input: z.object({}), response: TierPolicy, callers: ['key', 'vendor', 'partner'], problems: ['tier_policy_not_found']},
  /** Measures every partner by terms that are not announced, and says who would reach another level. Writes nothing. */
  preview: {method: 'POST', path: '/tier-policies/preview', input: z.object(TierTerms.shape), response: TierPreview, callers: ['key', 'vendor']},
  /** Announces new terms. Every partner is evaluated by them as soon as they take effect. */
  create: {
    method: 'POST',
    path: '/tier-policies',
    input: z.object({...TierTerms.shape, /** Not in the past, and after every other version's; now unless said. */ effectiveFrom: Instant.optional()}),
    response: TierPolicy,
    status: 201,
    callers: ['key', 'vendor'],
  },
});
