import type {LeadOffer, LeadOfferEvent} from '@portico/contract';
import {elevated} from '../database/elevate.ts';
import type {Scope} from '../database/scope.ts';
import {openCase, type Doer, type LeadCase} from '../lead-flow/lead-case.ts';
import {publishNews, startNews} from '../lead-flow/news.ts';
import {expectVersion, problem} from '../problem.ts';
import {findOfferPlace, type HeldOffer} from './held-offer.queries.ts';
import {findOffer, readerOf} from './lead-offer.queries.ts';
import {endingProblemOf, isVisibleTo, statusProblemOf} from './lead-offer.rules.ts';

/** Who acts, for the story. */
export function doerOf({caller, personId}: Scope): Doer {
  return {side: caller === 'partner' ? 'partner' : caller === 'system' ? 'system' : 'vendor', personId};
}

/**
 * Lets somebody act on an offer: locks its lead, checks that they see it, what became of it, their version and the table of transitions, then acts, announces, and
 * answers the offer as they see it afterwards.
 *
 * @param input.version - The version they saw; left out where repeating does no harm.
 * @throws ProblemError `lead_offer_not_found`, `version_conflict`, `lead_offer_status_conflict` and how the offer ended.
 */
export async function actOnOffer(scope: Scope, input: {readonly id: string; readonly version?: number}, event: LeadOfferEvent | null, act: (held: LeadCase, offer: HeldOffer) => Promise<unknown>): Promise<LeadOffer> {
  const place = await findOfferPlace(scope, input.id);
  if (!place || !isVisibleTo(readerOf(scope), place)) throw problem('lead_offer_not_found');
  const policy = await elevated(scope, async system => {
    const news = startNews();
    const held = await openCase(system, news, place.leadId);
    const offer = held?.offers.find(({id}) => id === input.id);
    // Looked at again under the lock: it may have been given to a colleague meanwhile.
    if (!held || !offer || !isVisibleTo(readerOf(scope), offer)) throw problem('lead_offer_not_found');
    const ending = event && endingProblemOf(event, offer, scope.context.now());
    if (ending) throw problem(ending);
    if (input.version !== undefined) await expectVersion(offer, input.version, () => findOffer(scope, held.program.policy, input.id));
    const refusal = event && statusProblemOf(event, offer.status);
    if (refusal) throw problem(refusal);
    await act(held, offer);
    await publishNews(system, news);
    return held.program.policy;
  });
  const after = await findOffer(scope, policy, input.id);
  if (!after) throw problem('lead_offer_not_found');
  return after;
}
