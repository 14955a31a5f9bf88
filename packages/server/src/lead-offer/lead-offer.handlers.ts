import {dealFromLead, type Api} from '@portico/contract';
import {draftDeal} from '../deal-flow/draft-deal.ts';
import type {Handlers} from '../handlers.ts';
import {acceptOffer} from '../lead-flow/accept-offer.ts';
import {finish, letGo} from '../lead-flow/end-offer.ts';
import {changeLead, changeOffer, moveOffer, tellStory} from '../lead-flow/lead-case.ts';
import {getLeadProgram} from '../lead-flow/lead-program.queries.ts';
import {tellOfLead, tellOfOffer} from '../lead-flow/news.ts';
import {noteForColleagues} from '../lead-flow/note-for-colleagues.ts';
import {findColleague} from '../lead-flow/partnership.queries.ts';
import {problem} from '../problem.ts';
import {actOnOffer, doerOf} from './act-on-offer.ts';
import {countOffers, listOffers} from './lead-offer.queries.ts';
import {mayWorkLeads} from './lead-offer.rules.ts';
import {readOffer} from './read-offer.queries.ts';

export const leadOfferHandlers: Handlers<Api['leadOffers']> = {
  list: async ({input, scope}) => listOffers(scope, (await getLeadProgram(scope)).policy, input),

  counts: async ({input, scope}) => countOffers(scope, (await getLeadProgram(scope)).policy, input),

  get: ({input, scope}) => readOffer(scope, input.id),

  view: ({input, scope}) =>
    actOnOffer(scope, {id: input.id}, null, async (held, offer) => {
      if (offer.status === 'offered') {
        await moveOffer(held, offer, 'view', {by: doerOf(scope), changes: {first_viewed_at: held.now, first_viewed_by: scope.personId, unread: false}});
        await changeLead(held);
      } else if (offer.unread) {
        const read = await changeOffer(held, offer, {unread: false});
        tellOfOffer(held.news, read, 'read');
      }
    }),

  accept: ({input, scope}) => actOnOffer(scope, input, 'accept', (held, offer) => acceptOffer(held, offer, doerOf(scope))),

  decline: ({input, scope}) =>
    actOnOffer(scope, input, 'decline', (held, offer) =>
      letGo(held, offer, 'decline', {by: doerOf(scope), reason: input.reason, comment: input.comment, changes: {end_contacted: input.contacted}, data: {contacted: String(input.contacted)}}),
    ),

  withdraw: ({input, scope}) => actOnOffer(scope, input, 'withdraw', (held, offer) => letGo(held, offer, 'withdraw', {by: doerOf(scope), reason: input.reason, comment: input.comment})),

  return: ({input, scope}) => actOnOffer(scope, input, 'return', (held, offer) => letGo(held, offer, 'return', {by: doerOf(scope), reason: input.reason, comment: input.comment})),

  convert: ({input, scope}) =>
    actOnOffer(scope, input, 'convert', async (held, offer) => {
      const {title, company, contact, products, estimatedValue} = held.lead.details;
      const draft = {
        partnerOrgId: offer.partnerOrgId,
        ownerId: scope.personId,
        draftedBy: 'partner',
        // The vendor found the customer, which other rules of the programme ask about later.
        source: 'vendor_assigned',
        leadId: held.lead.id,
        leadOfferId: offer.id,
        name: input.dealName ?? title,
        ...dealFromLead({company, contact, products}),
        estimatedAmount: input.amount ?? estimatedValue,
        expectedCloseOn: input.expectedCloseOn ?? null,
      } as const;
      const {deal} = await draftDeal(held.scope, held.news, draft, doerOf(scope));
      await finish(held, offer, 'convert', {by: doerOf(scope), changes: {deal_registration_id: deal.deal_registration_id}});
    }),

  closeWon: ({input, scope}) =>
    actOnOffer(scope, input, 'close_won', (held, offer) =>
      finish(held, offer, 'close_won', {by: doerOf(scope), comment: input.comment, ...(input.amount ? {data: {amountMinor: String(input.amount.amountMinor), currency: input.amount.currency}} : {})}),
    ),

  closeLost: ({input, scope}) =>
    actOnOffer(scope, input, 'close_lost', (held, offer) => finish(held, offer, 'close_lost', {by: doerOf(scope), reason: input.reason, lostReason: input.reason, comment: input.comment})),

  reassign: ({input, scope}) =>
    actOnOffer(scope, input, 'reassign', async (held, offer) => {
      if (input.assigneeId === offer.assigneeId) throw problem('reassign_same_person');
      const colleague = input.assigneeId === null ? null : await findColleague(held.scope, input.assigneeId, offer.partnerOrgId);
      if (colleague === undefined || (colleague && !mayWorkLeads(colleague.roles))) throw problem('person_not_found');
      // It is news for whoever gets it, unless they took it themselves.
      const unread = input.assigneeId !== scope.personId;
      const reassigned = await moveOffer(held, offer, 'reassign', {by: doerOf(scope), changes: {assignee_id: input.assigneeId, unread}, data: {assignee: colleague?.name ?? ''}, wholeOrg: true});
      if (input.comment !== undefined) await noteForColleagues(held, reassigned, doerOf(scope), input.comment);
      await changeLead(held);
    }),

  setNextStep: ({input, scope}) =>
    actOnOffer(scope, input, 'log_activity', async (held, offer) => {
      const changed = await changeOffer(held, offer, {next_step: input.nextStep?.text ?? null, next_step_due: input.nextStep?.dueOn ?? null});
      await tellStory(held, 'next_step', {offer: changed, by: doerOf(scope), data: input.nextStep ? {text: input.nextStep.text, ...(input.nextStep.dueOn ? {dueOn: input.nextStep.dueOn} : {})} : {}});
      tellOfOffer(held.news, changed, 'set_next_step');
      tellOfLead(held.news, held.lead.id, 'set_next_step');
      await changeLead(held);
    }),
};
