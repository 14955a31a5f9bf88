import type {Scope} from './handlers.ts';
import {problem} from './problem.ts';
import type {OfferRow} from './store.ts';

/**
 * An offer that the reader may see.
 *
 * @throws MockProblem `lead_offer_not_found`, the same for foreign and for missing ones.
 */
export function findOffer(scope: Scope, id: string): OfferRow {
  const offer = scope.store.data.offers.get(id);
  if (!offer || !mayReadOffer(scope, offer)) throw problem('lead_offer_not_found');
  return offer;
}

/** Whether an offer ever leaves the server for this reader. */
export function mayReadOffer({viewer}: Scope, offer: OfferRow): boolean {
  if (viewer.side === 'vendor') return true;
  return offer.partnerOrgId === viewer.partnerOrgId && (viewer.seesWholeOrg || offer.assigneeId === null || offer.assigneeId === viewer.person?.id);
}
