import type {Api, TierEvaluation} from '@portico/contract';
import type {MockHandlers} from './handlers.ts';
import {newestBy, pageOf, sortRows} from './paging.ts';
import {problem} from './problem.ts';
import {measure, openChange, policyNow, sweepTiers, toLevelChange} from './tier-flow.ts';

const latest = newestBy<TierEvaluation>(({asOf}) => asOf);

export const tierEvaluationMocks: MockHandlers<Api['tierEvaluations']> = {
  list(input, {store, viewer}) {
    sweepTiers(store);
    const rows = store.data.standing.evaluations.values().filter(({partnerOrg: {id}}) => (viewer.side === 'vendor' || id === viewer.partnerOrgId) && (input.partnerOrgId === undefined || id === input.partnerOrgId));
    return pageOf(sortRows(rows, latest), latest, input, input);
  },
  current(input, {store, viewer}) {
    const partnerOrgId = input.partnerOrgId ?? viewer.partnerOrgId;
    if (partnerOrgId === null) throw problem('input_invalid', {errors: [{pointer: '/partnerOrgId', code: 'required', message: 'Say whose level.'}]});
    const org = viewer.side === 'vendor' || partnerOrgId === viewer.partnerOrgId ? store.data.partnerOrgs.get(partnerOrgId) : undefined;
    if (!org) throw problem('partner_org_not_found');
    const policy = policyNow(store);
    if (!policy) throw problem('tier_policy_not_found');
    const {values, outcome} = measure(store, org, policy.terms);
    const change = openChange(store, org.id);
    return {
      partnerOrg: {id: org.id, name: org.name},
      policyNumber: policy.number,
      asOf: store.now(),
      levelId: org.partnership.levelId,
      reachedLevelId: outcome.reachedLevelId,
      values,
      levels: outcome.levels.map(level => ({...level, criteria: [...level.criteria]})),
      change: change ? toLevelChange(store, change) : null,
    };
  },
};
