import type {DealCustomer, DealEvent, DealLine, DealStatus, OwnPartnerEvent} from '@portico/contract';
import {ownAct, type PartnerAct, type TakenBack} from '../points-flow/partner-act.rules.ts';

/** A registration, as far as points look at it. */
export interface DealThatCounts {
  readonly deal_registration_id: string;
  readonly partner_org_id: string;
  readonly owner_id: string | null;
  readonly estimated_minor: number | null;
  readonly estimated_currency: string | null;
  readonly customer: unknown;
  readonly lines: unknown;
}

const counted: Partial<Record<DealEvent, OwnPartnerEvent>> = {submit: 'deal_registered', approve: 'deal_approved', win: 'deal_won', lose: 'deal_lost'};

/** What an event of a registration counts as; a win that is voided is taken back. */
export function actsOfDeal(event: DealEvent, deal: DealThatCounts, now: string): (PartnerAct | TakenBack)[] {
  if (event === 'void') return [{event: 'deal_won', takesBack: deal.deal_registration_id}];
  const own = counted[event];
  return own ? [dealAct(own, deal, now)] : [];
}

/** What a registration that came standing as a file says counts as, at the times that the file gives. */
export function actsOfPlaced(deal: DealThatCounts & {readonly status: DealStatus; readonly submitted_at: string | null; readonly decided_at: string | null; readonly ended_at: string | null}): PartnerAct[] {
  const {status, submitted_at: submittedAt, decided_at: decidedAt, ended_at: endedAt} = deal;
  const wasApproved = status === 'approved' || status === 'converted' || status === 'won';
  return [
    ...(submittedAt === null ? [] : [dealAct('deal_registered', deal, submittedAt)]),
    ...(wasApproved && decidedAt !== null ? [dealAct('deal_approved', deal, decidedAt)] : []),
    ...((status === 'won' || status === 'lost') && endedAt !== null ? [dealAct(status === 'won' ? 'deal_won' : 'deal_lost', deal, endedAt)] : []),
  ];
}

/** One of the acts of a registration: each counts once for it. */
export function dealAct(event: OwnPartnerEvent, deal: DealThatCounts, occurredAt: string): PartnerAct {
  const {estimated_minor: amountMinor, estimated_currency: currency} = deal;
  const products = [...new Set((deal.lines as DealLine[]).map(({product}) => product))].slice(0, 100);
  const {country, name, website} = deal.customer as DealCustomer;
  return ownAct(event, {partnerOrgId: deal.partner_org_id, personId: deal.owner_id, id: deal.deal_registration_id, occurredAt, facts: {amount: amountMinor === null || currency === null ? null : {amountMinor, currency}, products, country, customer: name ?? website?.slice(0, 200) ?? null}});
}
