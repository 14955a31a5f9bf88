import type {Api} from '@portico/contract';
import {evaluateTiers} from '@portico/contract/tier-rules';
import {nowText} from '../context.ts';
import type {Handlers} from '../handlers.ts';
import {findPartnerOrg} from '../partner-org/partner-org.queries.ts';
import {problem} from '../problem.ts';
import {getAchieved} from '../tier-flow/achieved.queries.ts';
import {findOpenChange} from '../tier-flow/level-changes.queries.ts';
import {findPolicyAt, getLevels} from '../tier-flow/policy-in-effect.queries.ts';
import {listEvaluations, toProgress} from './tier-evaluation.queries.ts';

export const tierEvaluationHandlers: Handlers<Api['tierEvaluations']> = {
  list: ({input, scope}) => listEvaluations(scope, input),

  current: async ({input, scope}) => {
    const partnerOrgId = input.partnerOrgId ?? scope.partnerOrgId;
    if (partnerOrgId === null) throw problem('input_invalid', {errors: [{pointer: '/partnerOrgId', code: 'required', message: 'Say whose level.'}]});
    const partner = await findPartnerOrg(scope, partnerOrgId);
    if (!partner) throw problem('partner_org_not_found');
    const now = nowText(scope.context);
    const policy = await findPolicyAt(scope, now);
    if (!policy) throw problem('tier_policy_not_found');
    const values = (await getAchieved(scope, [partnerOrgId], policy.terms, now)).get(partnerOrgId) ?? {};
    const outcome = evaluateTiers(policy.terms, await getLevels(scope), values, now);
    return {
      partnerOrg: {id: partner.id, name: partner.name},
      policyNumber: policy.number,
      asOf: now,
      levelId: partner.partnership.levelId,
      reachedLevelId: outcome.reachedLevelId,
      values,
      levels: toProgress(outcome),
      change: await findOpenChange(scope, partnerOrgId),
    };
  },
};
