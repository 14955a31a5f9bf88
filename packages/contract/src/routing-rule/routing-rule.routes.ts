import {z} from 'zod';
import {changesOf} from '../changes.ts';
import {pageInput, pageOf} from '../page.ts';
import {defineRoutes} from '../route.ts';
import {Id, Version} from '../text.ts';
import {NewRoutingRule, RoutingRule} from './routing-rule.schema.ts';

export const routingRuleRoutes = defineRoutes({
  /** Lists the rules in the order in which they are tried. */
  list: {method: 'GET', path: '/routing-rules', input: z.object(pageInput), response: pageOf(RoutingRule), callers: ['key', 'vendor']},
  /** Adds a rule. */
  create: {method: 'POST', path: '/routing-rules', input: NewRoutingRule, response: RoutingRule, status: 201, callers: ['key', 'vendor'], problems: ['partner_org_not_found']},
  /** Changes a rule; what is left out stays. */
  update: {
    method: 'PATCH',
    path: '/routing-rules/{id}',
    input: z.object({
      ...changesOf(NewRoutingRule).shape,
      id: Id,
      version: Version,
    }),
    response: RoutingRule,
    callers: ['key', 'vendor'],
    problems: ['routing_rule_not_found', 'partner_org_not_found'],
  },
  /** Removes a rule; decisions it made stay in the log. */
  delete: {method: 'DELETE', path: '/routing-rules/{id}', input: z.object({id: Id, version: Version}), response: z.undefined(), status: 204, callers: ['key', 'vendor'], problems: ['routing_rule_not_found']},
});
