import type {LeadOffer} from '@portico/contract';
import type {Scope} from '../database/scope.ts';
import {getLeadProgram} from '../lead-flow/lead-program.queries.ts';
import {problem} from '../problem.ts';
import {findOffer, readerOf} from './lead-offer.queries.ts';
import {isVisibleTo} from './lead-offer.rules.ts';

/**
 * Reads one offer for its reader.
 *
 * @throws ProblemError `lead_offer_not_found`, also for a colleague's offer that they may not see.
 */
export async function readOffer(scope: Scope, id: string): Promise<LeadOffer> {
  const {policy} = await getLeadProgram(scope);
  const offer = await findOffer(scope, policy, id);
  if (!offer || !isVisibleTo(readerOf(scope), {partnerOrgId: offer.partnerOrg.id, assigneeId: offer.assignee?.id ?? null})) throw problem('lead_offer_not_found');
  return offer;
}
