import type {Scope} from './handlers.ts';
import {problem} from './problem.ts';
import type {DealRow} from './deal-rows.ts';
import type {Store} from './store.ts';
import type {Viewer} from './viewer.ts';

/** Whether a registration ever leaves the server for this reader. */
export function mayReadDeal(store: Store, viewer: Viewer, deal: DealRow): boolean {
  if (viewer.side === 'vendor') return isOfManager(store, viewer, deal.partnerOrgId) && (!isPrivate(deal) || deal.createdByOrgId === null || store.data.program.dealPolicy.vendorSeesDrafts);
  if (deal.partnerOrgId === viewer.partnerOrgId) return viewer.seesWholeOrg || (deal.ownerId !== null && deal.ownerId === viewer.person?.id);
  const seesResellers = viewer.seesWholeOrg || viewer.roles.includes('distributor_user');
  return seesResellers && isOfDistributor(viewer, deal) && (!isPrivate(deal) || deal.createdByOrgId === viewer.partnerOrgId);
}

/** A draft, or one that was given up before it was ever sent. */
function isPrivate({status, number}: DealRow): boolean {
  return status === 'draft' || (status === 'withdrawn' && number === null);
}

/** Whether a distributor reads its reseller's registration: it may not act on what it did not start. */
export function isOfDistributor(viewer: Viewer, deal: DealRow): boolean {
  return viewer.partnerOrgId !== null && deal.distributorId === viewer.partnerOrgId && !deal.hideFromDistributor;
}

/** Whether the reader acts for the organisation whose registration it is, or started it for its reseller. */
export function isActor(viewer: Viewer, deal: DealRow): boolean {
  if (viewer.side === 'vendor') return true;
  return deal.partnerOrgId === viewer.partnerOrgId || (isOfDistributor(viewer, deal) && deal.createdByOrgId === viewer.partnerOrgId);
}

/** Whoever is only a channel manager sees the partners that are assigned to them. */
export function isOfManager(store: Store, {roles, person}: Viewer, partnerOrgId: string): boolean {
  if (roles.length === 0 || roles.some(role => role !== 'channel_manager')) return true;
  return store.data.partnerOrgs.get(partnerOrgId)?.partnership.managerId === person?.id;
}

/**
 * A registration that the reader may see.
 *
 * @throws MockProblem `deal_registration_not_found`, the same for foreign and for missing ones.
 */
export function findDeal({store, viewer}: Scope, id: string): DealRow {
  const deal = store.data.deals.get(id);
  if (!deal || !mayReadDeal(store, viewer, deal)) throw problem('deal_registration_not_found');
  return deal;
}

export function visibleDeals({store, viewer}: Scope): DealRow[] {
  return store.remember(`deals of ${viewer.caller} ${viewer.person?.id}`, () => store.data.deals.values().filter(deal => mayReadDeal(store, viewer, deal)));
}
