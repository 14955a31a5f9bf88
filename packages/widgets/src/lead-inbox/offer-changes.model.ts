import type {LeadOffer, LeadOfferStatus} from '@portico/contract';
import type {LeadInboxAct} from './lead-inbox.model.ts';

const statusAfter: Partial<Record<LeadInboxAct, LeadOfferStatus>> = {
  accept: 'accepted',
  decline: 'declined',
  return: 'returned',
  convert: 'converted',
  close_won: 'closed_won',
  close_lost: 'closed_lost',
};

/** What the screen shows of an act before the server has answered; nothing that only the server knows. */
export interface ActPreview {
  readonly assignee?: LeadOffer['assignee'];
  readonly reason?: string | undefined;
  /** ISO text, on the server's clock. */
  readonly at: string;
}

/** The offer as it will be if the server agrees. */
export function previewAct(offer: LeadOffer, act: LeadInboxAct, {assignee, reason, at}: ActPreview): LeadOffer {
  if (act === 'reassign') return {...offer, assignee: assignee ?? null};
  const status = statusAfter[act] ?? offer.status;
  if (act === 'accept') return {...offer, status, acceptedAt: at, acceptBy: null, actions: [], unread: false};
  return {...offer, status, endedAt: at, endReason: reason ?? null, nextStep: null, actions: [], unread: false};
}

/** What happened to an open offer behind the reader's back, for the note above it: its status, or that it was changed. */
export function toNews(before: LeadOffer, after: LeadOffer): LeadOfferStatus | 'changed' | 'reassigned' | null {
  if (before.status !== after.status) return after.status === 'viewed' ? null : after.status;
  if (before.assignee?.id !== after.assignee?.id) return 'reassigned';
  return sameLead(before, after) ? null : 'changed';
}

function sameLead(a: LeadOffer, b: LeadOffer): boolean {
  return a.acceptBy === b.acceptBy && a.actBy === b.actBy && same(a.teaser, b.teaser) && same(a.lead, b.lead);
}

/** Deep equality of plain values as they come from the wire. */
function same(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || !a || !b) return false;
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every(key => same((a as Record<string, unknown>)[key], (b as Record<string, unknown>)[key]));
}
