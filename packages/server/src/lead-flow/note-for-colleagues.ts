import {insertActivity} from '../activity/activity.queries.ts';
import type {HeldOffer} from '../lead-offer/held-offer.queries.ts';
import type {Doer, LeadCase} from './lead-case.ts';

/** Keeps words that people of one side wrote for their own side. */
export async function noteForColleagues({scope, news, lead}: LeadCase, offer: HeldOffer, {side, personId}: Doer, body: string): Promise<void> {
  const isPartner = side === 'partner';
  const own = isPartner ? ({visibility: 'partner_internal', partnerOrgId: offer.partnerOrgId} as const) : ({visibility: 'vendor_internal'} as const);
  const id = await insertActivity(scope, {leadId: lead.id, leadOfferId: offer.id, kind: 'note', side, authorId: personId, body, ...own});
  const audience = isPartner ? {partnerOrgId: offer.partnerOrgId, toVendor: false} : {};
  news.changes.push({resource: 'activity', id, action: 'create', ...audience});
}
