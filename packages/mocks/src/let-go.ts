import {canHappen, type LeadOfferEvent} from '@portico/contract';
import {moveOffer, type Doer} from './lead-flow.ts';
import {isOpen} from './lead-views.ts';
import {routeLead} from './routing.ts';
import type {OfferRow, Store} from './store.ts';

/** Events after which a partner no longer has the lead, without a result. */
export type LetGo = Extract<LeadOfferEvent, 'decline' | 'expire' | 'withdraw' | 'reclaim' | 'time_out' | 'return'>;

/** Ends an offer without a result; the lead goes to the next partner, to a person or to its own end, as the programme says. */
export function letGo(store: Store, offer: OfferRow, event: LetGo, by: Doer, changes: Partial<OfferRow> = {}, data: Record<string, string> = {}): OfferRow {
  const ended = moveOffer(store, offer, event, by, changes, data);
  const lead = store.data.leads.get(offer.leadId);
  if (!lead) return ended;
  const rival = lead.offerIds.flatMap(id => store.data.offers.get(id) ?? []).find(isOpen);
  if (rival) {
    store.update(store.data.leads, lead, {status: rival.acceptedAt === null ? 'offered' : 'accepted', attention: null});
    return ended;
  }
  const {autoReoffer, onTimedOut} = store.data.program.leadPolicy;
  if (event === 'time_out' && onTimedOut === 'close_lost') store.update(store.data.leads, lead, {status: 'closed_lost', attention: null, lostReason: 'no_response', endedAt: ended.endedAt});
  else if (event === 'time_out' || (autoReoffer && (event === 'decline' || event === 'expire' || event === 'reclaim'))) routeLead(store, lead);
  return ended;
}

/** Ends an offer whose time has run out. */
export function endIfDue(store: Store, offer: OfferRow): OfferRow {
  const now = store.clock.now();
  const due = (event: LetGo, instant: string | null) => instant !== null && Date.parse(instant) <= now && canHappen(event, offer.status);
  if (due('expire', offer.acceptBy)) return letGo(store, offer, 'expire', null);
  if (due('time_out', offer.actBy)) return letGo(store, offer, 'time_out', null);
  return due('reclaim', offer.idleBy) ? letGo(store, offer, 'reclaim', null) : offer;
}

/** Ends every offer whose time has run out. */
export function sweep(store: Store): void {
  for (const offer of store.data.offers.values()) endIfDue(store, offer);
}
