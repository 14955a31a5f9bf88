import type {LeadOfferEvent, Money} from '@portico/contract';
import {hoursBetween, ownAct, type PartnerAct} from '../points-flow/partner-act.rules.ts';

/** What an event of an offer counts as, when a partner's person made it happen. */
export function actOfOffer(
  event: LeadOfferEvent,
  {offer, lead, by, now}: {
    readonly offer: {readonly partnerOrgId: string; readonly offeredAt: string; readonly acceptedAt: string | null; readonly firstContactAt: string | null};
    readonly lead: {readonly id: string; readonly details: {readonly products: string[]; readonly company: {readonly country: string | null}; readonly estimatedValue: Money | null}};
    readonly by: {readonly side: string; readonly personId: string | null};
    readonly now: string;
  },
): PartnerAct[] {
  if (by.side !== 'partner' || (event !== 'accept' && event !== 'contact')) return [];
  const {partnerOrgId, offeredAt, acceptedAt, firstContactAt} = offer;
  const hours = event === 'accept' ? hoursBetween(offeredAt, now) : hoursBetween(acceptedAt ?? now, firstContactAt ?? now);
  const {products, company, estimatedValue} = lead.details;
  const occurredAt = event === 'accept' ? now : (firstContactAt ?? now);
  return [ownAct(event === 'accept' ? 'lead_accepted' : 'first_contact', {partnerOrgId, personId: by.personId, id: lead.id, occurredAt, facts: {amount: estimatedValue, products, country: company.country, hours}})];
}
