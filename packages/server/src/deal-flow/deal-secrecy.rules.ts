import type {DealProgram} from './deal-program.queries.ts';
import type {HeldDeal} from './held-deal.queries.ts';

/** Whether vendor staff see a registration: all but drafts that a partner has to itself. */
export function isSeenByVendor(deal: Pick<HeldDeal, 'status' | 'number' | 'drafted_by'>, {policy}: Pick<DealProgram, 'policy'>): boolean {
  return !isPrivateDraft(deal) || deal.drafted_by === 'vendor' || policy.vendorSeesDrafts;
}

/** Whether a distributor that may see a reseller's registrations sees this one. */
export function isSeenByDistributor(deal: Pick<HeldDeal, 'status' | 'number' | 'drafted_by'>): boolean {
  return !isPrivateDraft(deal) || deal.drafted_by === 'distributor';
}

/** A draft, or one that was given up before it was ever sent. */
function isPrivateDraft({status, number}: Pick<HeldDeal, 'status' | 'number'>): boolean {
  return status === 'draft' || (status === 'withdrawn' && number === null);
}
