import type {Lead, PartnerOrg, RoutingCandidate} from '@portico/contract';
import {isOpen} from './lead-views.ts';
import type {LeadRow, OfferRow, Store} from './store.ts';

type Check = RoutingCandidate['failed'][number];

/** One partner for one lead, with the checks that failed. */
export function toCandidate(store: Store, lead: LeadRow, org: PartnerOrg): RoutingCandidate {
  return {partnerOrg: {id: org.id, name: org.name}, failed: failedChecks(store, lead, org)};
}

function failedChecks(store: Store, lead: LeadRow, {id, partnership}: PartnerOrg): Check[] {
  const {company, products} = lead;
  const offers = lead.offerIds.flatMap(offerId => store.data.offers.get(offerId) ?? []);
  const failed: Check[] = [];
  if (partnership.status !== 'active') failed.push('partnership_active');
  if (partnership.territories.length > 0 && !partnership.territories.some(({country, region}) => country === company.country && (region === null || region === company.region))) failed.push('territory');
  if (partnership.products.length > 0 && !products.every(product => partnership.products.includes(product))) failed.push('product');
  if (offers.some(offer => offer.partnerOrgId === id && hadIt(lead, offer))) failed.push('not_declined_before');
  if (partnership.capacity !== null && openLeads(store, id) >= partnership.capacity) failed.push('capacity');
  if (partnership.pausedReason !== null) failed.push('not_paused');
  return failed;
}

/** Who declined it gets it never again; who let it go otherwise gets it again only after the lead was put back. */
function hadIt({recycledAt}: LeadRow, {status, offeredAt}: OfferRow): boolean {
  return status === 'declined' || (['expired', 'withdrawn', 'reclaimed', 'returned', 'timed_out', 'closed_lost'].includes(status) && offeredAt >= (recycledAt ?? ''));
}

/** Leads accepted and in work now. */
export function openLeads(store: Store, partnerOrgId: string): number {
  return store.remember(`open leads ${partnerOrgId}`, () => store.data.offers.values().filter(offer => offer.partnerOrgId === partnerOrgId && offer.acceptedAt !== null && isOpen(offer)).length);
}

/** The customer's key, for "one customer, one partner": the mail's domain or the company's name. */
export function accountKey({company, contact}: Pick<Lead, 'company' | 'contact'>): string | null {
  return contact.email?.split('@')[1]?.toLowerCase() ?? company.name?.toLowerCase() ?? null;
}
