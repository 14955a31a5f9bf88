import type {Api, Lead, RoutingRule} from '@portico/contract';
import type {MockHandlers, Scope} from './handlers.ts';
import {pageOf, sortRows, type Order} from './paging.ts';
import {definedOf} from './partner-org.mocks.ts';
import {problem} from './problem.ts';
import type {Store} from './store.ts';

const byPosition: Order<RoutingRule> = {keyOf: rule => rule.position, ids: 'up'};

export const routingRuleMocks: MockHandlers<Api['routingRules']> = {
  list: (input, {store}) => pageOf(sortRows(store.data.rules.values(), byPosition), byPosition, input, input),
  create(input, {store}) {
    const rule = store.data.rules.set({...input, id: store.newId('rule'), version: 1, updatedAt: store.now()});
    store.change('routing_rule', rule.id);
    return rule;
  },
  update({id, version, ...input}, scope) {
    const changed = scope.store.update(scope.store.data.rules, lockRule(scope, id, version), definedOf(input));
    scope.store.change('routing_rule', id);
    return changed;
  },
  delete({id, version}, scope) {
    lockRule(scope, id, version);
    scope.store.data.rules.delete(id);
    scope.store.change('routing_rule', id);
    return undefined;
  },
};

/** The rules that a lead falls under, in the order in which they are tried. */
export function rulesFor(store: Store, lead: Pick<Lead, 'company' | 'products' | 'campaign' | 'score'>): RoutingRule[] {
  const {company, products, campaign, score} = lead;
  return sortRows(store.data.rules.values(), byPosition).filter(
    ({active, condition}) =>
      active &&
      (condition.countries.length === 0 || (company.country !== null && condition.countries.includes(company.country))) &&
      (condition.products.length === 0 || products.some(product => condition.products.includes(product))) &&
      (condition.campaigns.length === 0 || (campaign !== null && condition.campaigns.includes(campaign))) &&
      (condition.minScore === null || (score ?? 0) >= condition.minScore),
  );
}

function lockRule({store}: Scope, id: string, version: number): RoutingRule {
  const rule = store.data.rules.get(id);
  if (!rule) throw problem('routing_rule_not_found');
  if (rule.version !== version) throw problem('version_conflict', {current: rule});
  return rule;
}
