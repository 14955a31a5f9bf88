import type {Activity, Api} from '@portico/contract';
import {elevated} from '../database/elevate.ts';
import type {Scope} from '../database/scope.ts';
import type {Handlers} from '../handlers.ts';
import {logActivity, noteOnLead} from '../lead-flow/log-activity.ts';
import {openCase, type LeadCase} from '../lead-flow/lead-case.ts';
import {publishNews, startNews} from '../lead-flow/news.ts';
import {lockOwnLead} from '../lead-flow/managed-partners.queries.ts';
import {findLead} from '../lead/lead.queries.ts';
import {findOfferPlace, getOffersOf, type HeldOffer} from '../lead-offer/held-offer.queries.ts';
import {readerOf} from '../lead-offer/lead-offer.queries.ts';
import {endingProblemOf, isOpen, isRevealed, isVisibleTo, statusProblemOf} from '../lead-offer/lead-offer.rules.ts';
import {problem} from '../problem.ts';
import {getActivity, listForPartner, listForVendor} from './activity.queries.ts';
import {inFuture, isInFuture} from './occurred-at.rules.ts';

export const activityHandlers: Handlers<Api['activities']> = {
  list: async ({input, scope}) => {
    const {leadOfferId} = input;
    const offer = await getVisibleOffer(scope, leadOfferId);
    if (scope.caller !== 'partner') return listForVendor(scope, {leadOfferId}, input);
    return listForPartner(scope, leadOfferId, input, isRevealed(offer) ? 'all' : offer.acceptedAt === null ? 'own_notes' : 'events');
  },

  listForLead: async ({input, scope}) => {
    if (!(await findLead(scope, input.leadId))) throw problem('lead_not_found');
    return listForVendor(scope, {leadId: input.leadId}, input);
  },

  create: async ({input, scope}) => {
    const {leadOfferId, ...entry} = input;
    if (isInFuture(entry.occurredAt, scope.context.now())) throw problem('input_invalid', {errors: [inFuture]});
    if (scope.caller !== 'partner' && entry.nextStep !== undefined) throw problem('forbidden', {detail: 'The next step is the partner’s to plan.'});
    const {leadId} = await getVisibleOffer(scope, leadOfferId);
    return write(scope, leadId, 'lead_offer_not_found', held => {
      const offer = held.offers.find(({id}) => id === leadOfferId);
      if (!offer || !isVisibleTo(readerOf(scope), offer)) throw problem('lead_offer_not_found');
      // Nobody reads what is said to a partner who no longer has the lead.
      if (scope.caller !== 'partner' && !entry.internal && !isOpen(offer.status)) throw problem('lead_offer_status_conflict');
      if (scope.caller !== 'partner') return noteOnLead(held, entry, {by: {side: 'vendor', personId: scope.personId}, offer});
      const refusal = endingProblemOf('log_activity', offer, scope.context.now()) ?? statusProblemOf('log_activity', offer.status);
      if (refusal) throw problem(refusal);
      return logActivity(held, offer, entry, {side: 'partner', personId: scope.personId});
    });
  },

  createForLead: async ({input, scope}) => {
    const {leadId, ...entry} = input;
    if (isInFuture(entry.occurredAt, scope.context.now())) throw problem('input_invalid', {errors: [inFuture]});
    await lockOwnLead(scope, leadId);
    return write(scope, leadId, 'lead_not_found', held => noteOnLead(held, entry, {by: {side: 'vendor', personId: scope.personId}}));
  },
};

async function write(scope: Scope, leadId: string, missing: 'lead_not_found' | 'lead_offer_not_found', work: (held: LeadCase) => Promise<string>): Promise<Activity> {
  return elevated(scope, async system => {
    const news = startNews();
    const held = await openCase(system, news, leadId);
    if (!held) throw problem(missing);
    const id = await work(held);
    const activity = await getActivity(system, id);
    await publishNews(system, news);
    return activity;
  });
}

async function getVisibleOffer(scope: Scope, id: string): Promise<HeldOffer> {
  const place = await findOfferPlace(scope, id);
  const offer = place && (await getOffersOf(scope, place.leadId)).find(other => other.id === id);
  if (!offer || !isVisibleTo(readerOf(scope), offer)) throw problem('lead_offer_not_found');
  return offer;
}
