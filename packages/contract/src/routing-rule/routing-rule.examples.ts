import type {z} from 'zod';
import type {NewRoutingRule, RoutingRule} from './routing-rule.schema.ts';

const anyLead: RoutingRule['condition'] = {countries: [], products: [], campaigns: [], minScore: null};

/** A rule for the home market, and one that takes what is left. */
export const routingRuleExamples = {
  finland: {
    id: '0193a0c0-0000-7000-8000-000000000601',
    name: 'Finland to Lumen',
    position: 0,
    active: true,
    method: 'named_partner',
    condition: {...anyLead, countries: ['FI']},
    partnerOrgIds: ['0193a0c0-0000-7000-8000-000000000101'],
    version: 1,
    updatedAt: '2026-11-02T08:00:00.000Z',
  },
  everywhere: {
    id: '0193a0c0-0000-7000-8000-000000000602',
    name: 'Everywhere else in turn',
    position: 10,
    active: true,
    method: 'round_robin',
    condition: anyLead,
    partnerOrgIds: [],
    version: 2,
    updatedAt: '2026-11-10T08:00:00.000Z',
  },
} satisfies Record<string, RoutingRule>;

export const newRoutingRuleExample = {
  name: 'Hot leads by territory',
  position: 5,
  active: true,
  method: 'territory',
  condition: {...anyLead, minScore: 80},
  partnerOrgIds: [],
} satisfies z.input<typeof NewRoutingRule>;
