import {canHappen, leadOfferTransitions, type LeadOfferAction, type LeadOfferEvent, type LeadOfferStatus, type LeadStatus, type ProblemCode, type Role} from '@portico/contract';

/** Who looks at an offer or acts on it. */
export interface OfferReader {
  readonly side: 'vendor' | 'partner';
  readonly partnerOrgId: string | null;
  readonly personId: string | null;
  readonly seesWholeOrg: boolean;
  /** May act on offers. */
  readonly mayAct: boolean;
  /** May log activities. */
  readonly mayLog: boolean;
}

const workingRoles: readonly Role[] = ['org_admin', 'sales_lead', 'sales_rep', 'distributor_user'];

/** Whether a person with these roles at a partner can be given leads to work. */
export function mayWorkLeads(roles: readonly Role[]): boolean {
  return roles.some(role => workingRoles.includes(role));
}

/** Whether an offer is this reader's to see: all of the organisation's for those who lead it, own and unassigned ones for the rest. */
export function isVisibleTo(reader: OfferReader, offer: {readonly partnerOrgId: string; readonly assigneeId: string | null}): boolean {
  if (reader.side === 'vendor') return true;
  if (offer.partnerOrgId !== reader.partnerOrgId) return false;
  return reader.seesWholeOrg || offer.assigneeId === null || offer.assigneeId === reader.personId;
}

/** Whether the partner sees all of the lead: from acceptance on, unless the offer was withdrawn. */
export function isRevealed(offer: {readonly status: LeadOfferStatus; readonly acceptedAt: string | null}): boolean {
  return offer.acceptedAt !== null && offer.status !== 'withdrawn';
}

export function isOpen(status: LeadOfferStatus): boolean {
  return canHappen('withdraw', status);
}

const endings: Partial<Record<LeadOfferStatus, ProblemCode>> = {lost_race: 'lead_offer_lost_race', withdrawn: 'lead_offer_withdrawn', expired: 'lead_offer_expired'};

/**
 * Why an offer has ended in a way that its partner should be told, whatever version they saw; decided before versions are compared, because everybody who
 * lost a race also saw an old version.
 *
 * @param event - What they are trying.
 */
export function endingProblemOf(event: LeadOfferEvent, offer: {readonly status: LeadOfferStatus; readonly acceptBy: string | null}, nowMs: number): ProblemCode | null {
  const {by} = leadOfferTransitions[event];
  if (by !== 'partner' || (event !== 'accept' && event !== 'decline' && offer.status !== 'withdrawn')) return null;
  return endings[offer.status] ?? (isOverdue(event, offer, nowMs) ? 'lead_offer_expired' : null);
}

/** Whether an event may not happen in the present status. */
export function statusProblemOf(event: LeadOfferEvent, status: LeadOfferStatus): ProblemCode | null {
  return canHappen(event, status) ? null : 'lead_offer_status_conflict';
}

/** The status after an event. */
export function statusAfter(event: LeadOfferEvent, status: LeadOfferStatus): LeadOfferStatus {
  return leadOfferTransitions[event].to ?? status;
}

/** What a reader may do with an offer now. */
export function actionsOf(reader: OfferReader, offer: {readonly status: LeadOfferStatus; readonly acceptBy: string | null; readonly partnerOrgId: string; readonly assigneeId: string | null}, nowMs: number): LeadOfferAction[] {
  if (!isVisibleTo(reader, offer)) return [];
  return (Object.keys(leadOfferTransitions) as LeadOfferEvent[]).filter(event => {
    const {by} = leadOfferTransitions[event];
    // A first contact is not an act of its own: it comes with the activity that is logged.
    const allowed = event === 'log_activity' ? reader.mayLog : reader.mayAct;
    return allowed && by === reader.side && event !== 'contact' && canHappen(event, offer.status) && !isOverdue(event, offer, nowMs);
  }) as LeadOfferAction[];
}

/** The clock ends an offer a moment after its time; until then nobody may act on it any more. */
function isOverdue(event: LeadOfferEvent, {status, acceptBy}: {readonly status: LeadOfferStatus; readonly acceptBy: string | null}, nowMs: number): boolean {
  return (event === 'accept' || event === 'decline') && canHappen('expire', status) && acceptBy !== null && Date.parse(acceptBy) <= nowMs;
}

const leadStatuses: Partial<Record<LeadOfferStatus, LeadStatus>> = {
  offered: 'offered',
  viewed: 'offered',
  accepted: 'accepted',
  working: 'working',
  converted: 'converted',
  closed_won: 'closed_won',
  closed_lost: 'closed_lost',
};

/** The status that a lead takes from its latest offer; an offer that ended without a result leaves the lead `routable`. */
export function leadStatusOf(status: LeadOfferStatus): LeadStatus {
  return leadStatuses[status] ?? 'routable';
}

/** Whether an ending is news that the partner has yet to see: the vendor or the clock took away a lead, rather than they themselves or a rival. */
export function isUnreadAfter(event: LeadOfferEvent): boolean {
  return event === 'withdraw' || event === 'reclaim' || event === 'time_out';
}
