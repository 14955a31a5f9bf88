import type {RoutingDecision} from './routing-decision.schema.ts';

const lumen = {id: '0193a0c0-0000-7000-8000-000000000101', name: 'Lumen Automation Oy'};
const bergmann = {id: '0193a0c0-0000-7000-8000-000000000102', name: 'Bergmann Systemhaus GmbH'};
const byRule: RoutingDecision = {
  id: '0193a0c0-0000-7000-8000-000000000701',
  leadId: '0193a0c0-0000-7000-8000-000000000301',
  method: 'named_partner',
  ruleId: '0193a0c0-0000-7000-8000-000000000601',
  ruleName: 'Finland to Lumen',
  ruleVersion: 1,
  candidates: [{partnerOrg: lumen, failed: []}],
  chosen: lumen,
  decidedBy: null,
  overridden: false,
  decidedAt: '2026-11-20T13:45:02.000Z',
};

/** A rule's choice, a person's against the rules, and none at all. */
export const routingDecisionExamples = {
  byRule,
  byHand: {
    ...byRule,
    id: '0193a0c0-0000-7000-8000-000000000702',
    method: 'manual',
    ruleId: null,
    ruleName: null,
    ruleVersion: null,
    candidates: [{partnerOrg: bergmann, failed: ['territory']}],
    chosen: bergmann,
    decidedBy: {id: '0193a0c0-0000-7000-8000-000000000201', name: 'Priya Raman'},
    overridden: true,
  },
  none: {
    ...byRule,
    id: '0193a0c0-0000-7000-8000-000000000703',
    leadId: '0193a0c0-0000-7000-8000-000000000302',
    method: 'manual_queue',
    ruleId: null,
    ruleName: null,
    ruleVersion: null,
    candidates: [{partnerOrg: lumen, failed: ['territory']}, {partnerOrg: bergmann, failed: ['not_declined_before', 'capacity']}],
    chosen: null,
  },
} satisfies Record<string, RoutingDecision>;
