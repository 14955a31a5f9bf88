import type {Api, RoutingRule} from '@portico/contract';
import {recordChange} from '../changes/record-change.ts';
import type {Scope} from '../database/scope.ts';
import type {Handlers} from '../handlers.ts';
import {expectVersion, problem} from '../problem.ts';
import {countPartnerOrgs, insertRule, listRules, lockRule, updateRule} from './routing-rule.queries.ts';

export const routingRuleHandlers: Handlers<Api['routingRules']> = {
  list: ({input, scope}) => listRules(scope, input),

  create: async ({input, scope}) => {
    await checkPartners(scope, input.partnerOrgIds);
    const rule = await insertRule(scope, input);
    await recordChange(scope, {resource: 'routing_rule', id: rule.id, action: 'create', changes: {after: input}});
    return rule;
  },

  update: async ({input, scope}) => {
    const {id, version, ...changes} = input;
    const before = await getHeldRule(scope, id, version);
    await checkPartners(scope, changes.partnerOrgIds ?? []);
    const rule = await updateRule(scope, id, changes);
    await recordChange(scope, {resource: 'routing_rule', id, action: 'update', changes: {before, after: rule}});
    return rule;
  },

  delete: async ({input, scope}) => {
    const before = await getHeldRule(scope, input.id, input.version);
    await updateRule(scope, input.id, {deleted: true});
    await recordChange(scope, {resource: 'routing_rule', id: input.id, action: 'delete', changes: {before}});
    return undefined;
  },
};

async function getHeldRule(scope: Scope, id: string, version: number): Promise<RoutingRule> {
  const rule = await lockRule(scope, id);
  if (!rule) throw problem('routing_rule_not_found');
  await expectVersion(rule, version, async () => rule);
  return rule;
}

async function checkPartners(scope: Scope, ids: readonly string[]): Promise<void> {
  const different = [...new Set(ids)];
  if ((await countPartnerOrgs(scope, different)) < different.length) throw problem('partner_org_not_found');
}
