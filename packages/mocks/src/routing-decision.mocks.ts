import type {Api, RoutingDecision} from '@portico/contract';
import type {MockHandlers} from './handlers.ts';
import {newestBy, pageOf, sortRows} from './paging.ts';
import {problem} from './problem.ts';

const byAge = newestBy((decision: RoutingDecision) => decision.decidedAt);

export const routingDecisionMocks: MockHandlers<Api['routingDecisions']> = {
  list(input, {store}) {
    if (!store.data.leads.get(input.leadId)) throw problem('lead_not_found');
    return pageOf(sortRows(store.decisions(input.leadId), byAge), byAge, input, input);
  },
};
