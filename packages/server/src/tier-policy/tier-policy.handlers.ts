import type {Api, FieldError, TierTerms} from '@portico/contract';
import type {TierLevel} from '@portico/contract/tier-rules';
import {recordChange} from '../changes/record-change.ts';
import {nowText} from '../context.ts';
import type {Handlers} from '../handlers.ts';
import {problem} from '../problem.ts';
import {findPolicyAt, getLevels} from '../tier-flow/policy-in-effect.queries.ts';
import {previewPolicy} from '../tier-flow/preview-policy.ts';
import {insertPolicy, listPolicies, lockLastPolicy, toPolicy} from './tier-policy.queries.ts';

export const tierPolicyHandlers: Handlers<Api['tierPolicies']> = {
  list: ({input, scope}) => listPolicies(scope, input),

  current: async ({scope}) => {
    const policy = await findPolicyAt(scope, nowText(scope.context));
    if (!policy) throw problem('tier_policy_not_found');
    return toPolicy(policy);
  },

  preview: async ({input: terms, scope}) => {
    const errors = faultsOf(terms, await getLevels(scope));
    if (errors.length > 0) throw problem('input_invalid', {errors});
    return previewPolicy(scope, terms);
  },

  create: async ({input: {effectiveFrom, ...terms}, scope}) => {
    const now = nowText(scope.context);
    const from = effectiveFrom === undefined ? now : new Date(effectiveFrom).toISOString();
    const errors = faultsOf(terms, await getLevels(scope));
    const last = await lockLastPolicy(scope, from);
    if (from < now || (last && from < last.effectiveFrom)) errors.push({pointer: '/effectiveFrom', code: 'too_early', message: 'Must not be in the past, nor before another version takes effect.'});
    if (errors.length > 0) throw problem('input_invalid', {errors});
    const policy = await insertPolicy(scope, (last?.number ?? 0) + 1, from, terms);
    await recordChange(scope, {resource: 'tier_policy', id: policy.id, action: 'create', changes: {number: policy.number, effectiveFrom: from}});
    return policy;
  },
};

/** What is wrong with the levels that terms name. */
function faultsOf({requirements}: Pick<TierTerms, 'requirements'>, levels: readonly TierLevel[]): FieldError[] {
  return requirements.flatMap(({levelId}, index): FieldError[] => {
    const pointer = `/requirements/${index}/levelId`;
    if (!levels.some(({id}) => id === levelId)) return [{pointer, code: 'unknown_level', message: 'The programme has no such level.'}];
    return requirements.findIndex(other => other.levelId === levelId) < index ? [{pointer, code: 'repeated', message: 'Each level is named once.'}] : [];
  });
}
