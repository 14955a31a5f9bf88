import type {Lead, LeadOfferSummary, LostReason, PartnerOrgRef, WithdrawReason} from '@portico/contract';
import type {LeadChanges} from './lead-desk.model.ts';

/*
 * How a lead will look when an act has taken effect: shown until the server answers, so a guess in details and right in what one looks at.
 */

/** @param now - ISO instant. */
export function afterOffer(lead: Lead, partnerOrg: PartnerOrgRef, now: string, acceptWithinHours: number | undefined): Lead {
  const offer: LeadOfferSummary = {
    id: '',
    status: 'offered',
    partnerOrg,
    assignee: null,
    offeredAt: now,
    acceptBy: acceptWithinHours ? new Date(Date.parse(now) + acceptWithinHours * 3_600_000).toISOString() : null,
    actBy: null,
    firstViewedAt: null,
    acceptedAt: null,
    firstContactAt: null,
    lastActivityAt: null,
    endedAt: null,
    reason: null,
    version: 1,
  };
  return {...lead, status: 'offered', offer, offerCount: lead.offerCount + 1, attention: null};
}

/** @param now - ISO instant. */
export function afterWithdraw(lead: Lead, reason: WithdrawReason, now: string): Lead {
  return {...lead, status: 'routable', offer: lead.offer && {...lead.offer, status: 'withdrawn', endedAt: now, reason}, attention: 'withdrawn'};
}

export function afterQuarantine(lead: Lead): Lead {
  return {...lead, status: 'quarantined', attention: null};
}

export function afterRecycle(lead: Lead): Lead {
  return {...lead, status: 'recycled', lostReason: null, endedAt: null};
}

/** @param now - ISO instant. */
export function afterClose(lead: Lead, reason: LostReason, now: string): Lead {
  return {...lead, status: 'closed_lost', lostReason: reason, endedAt: now, attention: null};
}

export function afterUpdate(lead: Lead, changes: LeadChanges): Lead {
  return {...lead, ...changes};
}
