import type {Api, FieldError, TierPolicy, TierTerms} from '@portico/contract';
import {toTierPreview} from '@portico/contract/tier-rules';
import type {MockHandlers} from './handlers.ts';
import {newestBy, pageOf, sortRows} from './paging.ts';
import {problem} from './problem.ts';
import type {Store} from './store.ts';
import {measure, measuredStatuses, policyNow} from './tier-flow.ts';

const latest = newestBy<TierPolicy>(({effectiveFrom}) => effectiveFrom);

export const tierPolicyMocks: MockHandlers<Api['tierPolicies']> = {
  list: (input, {store}) => pageOf(sortRows(store.data.standing.policies.values(), latest), latest, input, input),
  current(_input, {store}) {
    const policy = policyNow(store);
    if (!policy) throw problem('tier_policy_not_found');
    return policy;
  },
  preview(terms, {store}) {
    const errors = faultsOf(store, terms);
    if (errors.length > 0) throw problem('input_invalid', {errors});
    const present = policyNow(store);
    const measured = store.data.partnerOrgs.values().filter(({partnership: {status}}) => measuredStatuses.includes(status));
    const reached = (org: (typeof measured)[number], some: TierTerms) => measure(store, org, some).outcome.reachedLevelId;
    return toTierPreview(store.data.program.levels, measured.map(org => ({partnerOrg: {id: org.id, name: org.name}, levelId: org.partnership.levelId, before: present ? reached(org, present.terms) : null, after: reached(org, terms)})));
  },
  create({effectiveFrom, ...terms}, {store}) {
    const {policies} = store.data.standing;
    const now = store.now();
    const from = effectiveFrom === undefined ? now : new Date(effectiveFrom).toISOString();
    const errors = faultsOf(store, terms);
    const last = policies.values().at(-1);
    if (from < now || (last && from < last.effectiveFrom)) errors.push({pointer: '/effectiveFrom', code: 'too_early', message: 'Must not be in the past, nor before another version takes effect.'});
    if (errors.length > 0) throw problem('input_invalid', {errors});
    const policy = policies.set({id: store.newId('tierPolicy'), number: policies.size + 1, effectiveFrom: from, terms, createdAt: now});
    store.data.standing.dueAt = Math.min(store.data.standing.dueAt, Date.parse(from));
    store.change('tier_policy', policy.id);
    return policy;
  },
};

function faultsOf(store: Store, {requirements}: Pick<TierTerms, 'requirements'>): FieldError[] {
  const ids = requirements.map(({levelId}) => levelId);
  return ids.flatMap((levelId, index): FieldError[] => {
    const pointer = `/requirements/${index}/levelId`;
    if (!store.data.program.levels.some(({id}) => id === levelId)) return [{pointer, code: 'unknown_level', message: 'The programme has no such level.'}];
    return ids.indexOf(levelId) < index ? [{pointer, code: 'repeated', message: 'Each level is named once.'}] : [];
  });
}
