import {dealFromLead, type Api, type DealRegistration, type Money} from '@portico/contract';
import {dealRegistrationExamples} from '@portico/contract/examples';
import type {MockHandlers, Scope} from './handlers.ts';
import {orgRef} from './lead-flow.ts';
import {toPersonRef} from './lead-views.ts';
import {newestBy, pageOf, sortRows} from './paging.ts';
import {problem} from './problem.ts';
import type {OfferRow} from './store.ts';

const byAge = newestBy((deal: DealRegistration) => deal.createdAt);

const notYet = (): never => {
  throw problem('unavailable');
};

export const dealRegistrationMocks: MockHandlers<Api['dealRegistrations']> = {
  list: (input, scope) => pageOf(sortRows(visibleDeals(scope), byAge), byAge, input, input),
  get({id}, scope) {
    const deal = visibleDeals(scope).find(each => each.id === id);
    if (!deal) throw problem('deal_registration_not_found');
    return deal;
  },
  counts: notYet,
  create: notYet,
  update: notYet,
  submit: notYet,
  recall: notYet,
  revise: notYet,
  withdraw: notYet,
  reassign: notYet,
  setStage: notYet,
  win: notYet,
  lose: notYet,
};

/** A draft filled in from the lead of an offer. */
export function makeDealRegistration({store, viewer}: Scope, offer: OfferRow, input: {dealName?: string | undefined; amount?: Money | undefined; expectedCloseOn?: string | undefined}): DealRegistration {
  const lead = store.data.leads.get(offer.leadId);
  if (!lead) throw problem('lead_offer_not_found');
  const now = store.now();
  const deal = store.data.dealRegistrations.set({
    ...dealRegistrationExamples.empty,
    ...dealFromLead(lead),
    id: store.newId('dealRegistration'),
    source: 'vendor_assigned',
    partnerOrg: orgRef(store, offer.partnerOrgId),
    owner: toPersonRef(store, viewer.person?.id ?? null),
    leadId: lead.id,
    leadOfferId: offer.id,
    name: input.dealName ?? lead.title,
    estimatedAmount: input.amount ?? lead.estimatedValue,
    expectedCloseOn: input.expectedCloseOn ?? null,
    version: 1,
    createdAt: now,
    updatedAt: now,
  });
  store.change('deal_registration', deal.id);
  return deal;
}

function visibleDeals({store, viewer}: Scope): DealRegistration[] {
  return store.data.dealRegistrations.values().filter(deal => deal.partnerOrg.id === viewer.partnerOrgId);
}
