import {isEmptyLead, leadSubstanceMessage, type Api} from '@portico/contract';
import {elevated} from '../database/elevate.ts';
import type {Handlers} from '../handlers.ts';
import {createLead} from '../lead-flow/create-lead.ts';
import {closeLead} from '../lead-flow/end-offer.ts';
import {changeLead, openOffersOf, tellStory, type Doer, type LeadCase} from '../lead-flow/lead-case.ts';
import {refuseOthersPartner} from '../lead-flow/managed-partners.queries.ts';
import {publishNews, startNews, tellOfLead} from '../lead-flow/news.ts';
import {offerByHand} from '../lead-flow/offer-by-hand.ts';
import {routeLead} from '../lead-flow/route-lead.ts';
import {updateDetails} from '../lead-flow/update-details.ts';
import {problem} from '../problem.ts';
import type {Scope} from '../database/scope.ts';
import {actOnLead, readLead} from './act-on-lead.ts';
import type {LeadChanges} from './held-lead.queries.ts';
import {countLeads, findLead, listLeads} from './lead.queries.ts';
import {listOffersOfLead} from './offers-of-lead.queries.ts';
import {lacksConsent, leadProblemOf} from './lead.rules.ts';

export const leadHandlers: Handlers<Api['leads']> = {
  list: ({input, scope}) => listLeads(scope, input),

  counts: ({input, scope}) => countLeads(scope, input),

  get: ({input, scope}) => readLead(scope, input.id),

  offers: async ({input, scope}) => {
    await readLead(scope, input.id);
    return listOffersOfLead(scope, input);
  },

  create: async ({input, scope}) => {
    if (isEmptyLead(input)) throw problem('input_invalid', {errors: [{pointer: '', code: 'lead_empty', message: leadSubstanceMessage}]});
    const {leadId, outcome} = await elevated(scope, async system => {
      const news = startNews();
      const taken = await createLead(system, news, input, {by: doerOf(scope)});
      await publishNews(system, news);
      return taken;
    });
    const lead = await findLead(scope, leadId);
    if (lead) return {lead, outcome};
    // What a channel manager sends may go to a colleague's partner, and they are told so; it may not show them a colleague's lead that it repeats.
    if (outcome === 'attached') throw problem('lead_account_locked', {detail: 'A partner of another channel manager has a lead of this customer.'});
    return {lead: await elevated(scope, system => readLead(system, leadId)), outcome};
  },

  update: ({input, scope}) => {
    const {id, version, ...changes} = input;
    return actOnLead(scope, {id, version}, 'update', held => updateDetails(held, changes, doerOf(scope)));
  },

  offer: ({input, scope}) =>
    actOnLead(scope, input, 'offer', async held => {
      await refuseOthersPartner(scope, input.partnerOrgId);
      await offerByHand(held, input, doerOf(scope));
    }, held => {
      // More partners may be asked while all who were asked so far race for it.
      const open = openOffersOf(held);
      const isRace = !input.exclusive && open.length > 0 && open.every(({exclusive, acceptedAt}) => !exclusive && acceptedAt === null);
      const refusal = isRace ? null : leadProblemOf('offer', held.lead.status);
      if (refusal) throw problem(refusal);
    }),

  route: ({input, scope}) =>
    actOnLead(scope, input, 'route', held => {
      if (lacksConsent(held.program.policy, {contact: held.lead.details.contact, consent: held.lead.consent})) throw problem('lead_consent_required');
      return routeLead(held, doerOf(scope));
    }),

  quarantine: ({input, scope}) => actOnLead(scope, input, 'quarantine', held => turn(held, 'quarantine', scope, {status: 'quarantined', attention: null}, input.comment)),

  recycle: ({input, scope}) => actOnLead(scope, input, 'recycle', held => turn(held, 'recycle', scope, {status: 'recycled', attention: null, lost_reason: null, ended_at: null, recycled_at: held.now})),

  close: ({input, scope}) =>
    actOnLead(scope, input, 'close', async held => {
      await turn(held, 'close', scope, {}, input.comment, {reason: input.reason});
      await closeLead(held, 'closed_lost', input.reason);
    }),
};

function doerOf({personId}: Scope): Doer {
  return {side: 'vendor', personId};
}

/** Takes a lead into another status by the vendor's word. */
async function turn(held: LeadCase, event: string, scope: Scope, changes: LeadChanges, comment?: string, data: Record<string, string> = {}): Promise<void> {
  await tellStory(held, event, {by: doerOf(scope), data: comment === undefined ? data : {...data, comment}});
  tellOfLead(held.news, held.lead.id, event, data);
  await changeLead(held, changes);
}
