import {z} from 'zod';
import {pageInput, pageOf} from '../page.ts';
import {defineRoutes} from '../route.ts';
import {Id} from '../text.ts';
import {TierEvaluation, TierStanding} from './tier-evaluation.schema.ts';

const everybody = ['key', 'vendor', 'partner'] as const;

export const tierEvaluationRoutes = defineRoutes({
  /** Lists the daily evaluations, the latest first: one for each day on which something was different. Partners see their own. */
  list: {method: 'GET', path: '/tier-evaluations', input: z.object({...pageInput, partnerOrgId: Id.optional()}), response: pageOf(TierEvaluation), callers: everybody},
  /** Measures a partner now. Partners need not say who they are; everybody else does. */
  current: {method: 'GET', path: '/tier-evaluations/current', input: z.object({partnerOrgId: Id.optional()}), response: TierStanding, callers: everybody, problems: ['partner_org_not_found', 'tier_policy_not_found']},
});
