import type {Api} from '@portico/contract';
import type {Handlers} from '../handlers.ts';
import {findLead} from '../lead/lead.queries.ts';
import {problem} from '../problem.ts';
import {listDecisions} from './routing-decision.queries.ts';

export const routingDecisionHandlers: Handlers<Api['routingDecisions']> = {
  list: async ({input, scope}) => {
    if (!(await findLead(scope, input.leadId))) throw problem('lead_not_found');
    return listDecisions(scope, input);
  },
};
