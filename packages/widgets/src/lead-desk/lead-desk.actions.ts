import type {Lead, LeadStatus} from '@portico/contract';
import {hasOpenOffer, type LeadDeskAction, leadGroups} from './lead-desk.model.ts';

const ended: readonly LeadStatus[] = leadGroups.ended;

/** What can be done with a lead now, by the rules of the server, which has the last word. */
export function actionsOf(lead: Lead): ReadonlySet<LeadDeskAction> {
  const {status} = lead;
  if (ended.includes(status)) return new Set(status === 'closed_lost' ? ['note', 'recycle'] : ['note']);
  if (hasOpenOffer(lead)) return new Set(['note', 'update', 'withdraw', 'reoffer']);
  if (status === 'quarantined') return new Set(['note', 'update', 'recycle', 'close']);
  return new Set(['note', 'update', 'offer', 'route', 'quarantine', 'close']);
}
