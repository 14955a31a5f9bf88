import type {NewLead} from '@portico/contract';
import {newLeadExample, partnerOrgExamples, personExamples} from '@portico/contract/examples';
import {NewLead as NewLeadSchema, canHappen} from '@portico/contract';
import {challengeActsOn, type ChallengeActs} from './challenge-acts.ts';
import {dealActsOn, type DealActs} from './deal-acts.ts';
import {addLead} from './lead.mocks.ts';
import {moveOffer, offerLead, type Doer} from './lead-flow.ts';
import {letGo} from './let-go.ts';
import {standingActsOn, type StandingActs} from './standing-acts.ts';
import type {LeadRow, OfferRow, Store} from './store.ts';
import type {Viewer} from './viewer.ts';

const vendor: Viewer = {caller: 'vendor', person: {id: personExamples.priya.id, name: personExamples.priya.name}, partnerOrgId: null, roles: ['channel_manager'], side: 'vendor', seesWholeOrg: true};
const partner: Viewer = {caller: 'partner', person: {id: personExamples.mika.id, name: personExamples.mika.name}, partnerOrgId: partnerOrgExamples.lumen.id, roles: ['sales_rep'], side: 'partner', seesWholeOrg: false};

/** Makes something happen while a page looks on; the change feed tells it. */
export interface Acts extends ChallengeActs, DealActs, StandingActs {
  /** A lead arrives and is offered to the partner of the examples. */
  newLead(input?: Partial<NewLead>): {leadId: string; leadOfferId: string};
  /** The vendor takes an offer back; the first open one when none is named. */
  withdraw(leadOfferId?: string): string;
  /** A partner's person accepts; the first that can be when none is named. */
  accept(leadOfferId?: string): string;
  /** A partner's person logs a call on an accepted offer. */
  logCall(leadOfferId?: string, body?: string): string;
  /** The time to accept runs out. */
  expire(leadOfferId?: string): string;
  /** The vendor writes a note that the partner reads. */
  vendorNote(leadOfferId?: string, body?: string): string;
}

/** Acts on a backend's rows. */
export function actsOn(store: Store): Acts {
  let arrivals = 0;
  const end = (event: 'withdraw' | 'expire', by: Doer, id: string | undefined, changes: Partial<OfferRow> = {}) =>
    store.act(() => letGo(store, find(id, offer => canHappen(event, offer.status)), event, by, changes).id);
  const find = (id: string | undefined, fits: (offer: OfferRow) => boolean): OfferRow => {
    const offer = id === undefined ? store.data.offers.values().find(fits) : store.data.offers.get(id);
    if (!offer) throw new Error('There is no such offer to act on.');
    return offer;
  };
  return {
    ...challengeActsOn(store),
    ...dealActsOn(store),
    ...standingActsOn(store),
    newLead(input = {}) {
      return store.act(() => {
        const number = ++arrivals;
        const lead: LeadRow = addLead(store, NewLeadSchema.parse({...newLeadExample, externalId: `arrival-${number}`, contact: {...newLeadExample.contact, email: `erik@arrival-${number}.example`}, ...input, route: false}));
        const offer = offerLead(store, store.data.leads.get(lead.id) ?? lead, partnerOrgExamples.lumen.id, null, {decision: {method: 'territory'}});
        return {leadId: lead.id, leadOfferId: offer.id};
      });
    },
    withdraw: id => end('withdraw', vendor, id, {endReason: 'customer_request', nextStep: null}),
    accept: id => store.act(() => moveOffer(store, find(id, offer => canHappen('accept', offer.status)), 'accept', partner, {assigneeId: personExamples.mika.id}).id),
    expire: id => end('expire', null, id),
    logCall(id, body = 'Called them; they want an offer by Wednesday.') {
      return store.act(() => {
        const offer = find(id, each => canHappen('log_activity', each.status));
        moveOffer(store, offer, offer.status === 'accepted' ? 'contact' : 'log_activity', partner);
        return store.write({leadId: offer.leadId, leadOfferId: offer.id, kind: 'call', visibility: 'shared', side: 'partner', author: partner.person, body, event: null, data: {}}).id;
      });
    },
    vendorNote(id, body = 'I can bring a specialist to the first visit.') {
      return store.act(() => {
        const offer = find(id, each => each.acceptedAt !== null);
        return store.write({leadId: offer.leadId, leadOfferId: offer.id, kind: 'note', visibility: 'shared', side: 'vendor', author: vendor.person, body, event: null, data: {}}).id;
      });
    },
  };
}
