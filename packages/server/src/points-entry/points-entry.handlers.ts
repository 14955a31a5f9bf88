import type {Api} from '@portico/contract';
import type {Handlers} from '../handlers.ts';
import {problem} from '../problem.ts';
import {listEntries, sumEntries} from './points-entry.queries.ts';

export const pointsEntryHandlers: Handlers<Api['pointsEntries']> = {
  list: ({input, scope}) => listEntries(scope, input),

  summary: async ({input: {partnerOrgId: named, ...window}, scope}) => {
    const partnerOrgId = named ?? scope.partnerOrgId;
    if (partnerOrgId === null) throw problem('input_invalid', {errors: [{pointer: '/partnerOrgId', code: 'required', message: 'Say whose points.'}]});
    const summary = await sumEntries(scope, partnerOrgId, window);
    if (!summary) throw problem('partner_org_not_found');
    return summary;
  },
};
