import type {Api, Role} from '@portico/contract';
import {scopesOfRoles} from '../access/role-scopes.ts';
import {actOnDeal, dealDoerOf, expectPossible, inDeal, readDeal} from '../deal-flow/act-on-deal.ts';
import {approveWhatIsClear} from '../deal-flow/approve-clear.ts';
import {moveDeal, tellOfDeal, type DealCase} from '../deal-flow/deal-case.ts';
import {noteForDealColleagues} from '../deal-flow/deal-story.ts';
import {progressShown} from '../deal-flow/progress.ts';
import {submitDeal} from '../deal-flow/submit-deal.ts';
import type {Handlers} from '../handlers.ts';
import {findColleague} from '../lead-flow/partnership.queries.ts';
import {problem} from '../problem.ts';
import {createDeal} from './create-deal.ts';
import {countDealRegistrations, listDealRegistrations} from './deal-registration.queries.ts';
import {updateFields} from './update-fields.ts';

export const dealRegistrationHandlers: Handlers<Api['dealRegistrations']> = {
  list: ({input, scope}) => listDealRegistrations(scope, input),

  counts: ({input, scope}) => countDealRegistrations(scope, input),

  get: ({input, scope}) => readDeal(scope, input.id),

  create: ({input, scope}) => createDeal(scope, input),

  update: ({input: {id, version, ...changes}, scope}) => actOnDeal(scope, {id, version}, 'update', held => updateFields(held, changes)),

  submit: async ({input: {acceptTermsVersion, ...input}, scope}) => {
    const receipt = await inDeal(scope, input, null, async held => {
      // One route for both: the table says that each is possible in its own status only.
      expectPossible(scope, held, held.deal.status === 'action_required' ? 'resubmit' : 'submit');
      const proof = await submitDeal(held, {by: dealDoerOf(scope), acceptTermsVersion});
      await approveWhatIsClear(held);
      return proof;
    });
    return {registration: await readDeal(scope, input.id), receipt};
  },

  recall: ({input, scope}) => actOnDeal(scope, input, 'recall', held => moveDeal(held, 'recall', {by: dealDoerOf(scope), changes: {submitted_at: null, queue_number: null}})),

  revise: ({input, scope}) =>
    actOnDeal(scope, input, 'revise', held => {
      if (held.deal.revision_count >= held.program.policy.resubmissions) throw problem('deal_resubmissions_used');
      return moveDeal(held, 'revise', {by: dealDoerOf(scope), changes: {revision_count: held.deal.revision_count + 1, submitted_at: null, queue_number: null, reviewer_id: null}});
    }),

  withdraw: ({input: {reason, comment, ...input}, scope}) => actOnDeal(scope, input, 'withdraw', held => moveDeal(held, 'withdraw', {by: dealDoerOf(scope), reason, comment})),

  reassign: ({input: {ownerId, comment, ...input}, scope}) =>
    actOnDeal(scope, input, 'reassign', async held => {
      if (ownerId === held.deal.owner_id) throw problem('reassign_same_person');
      const colleague = await findColleague(held.scope, ownerId, held.deal.partner_org_id);
      if (!colleague || !mayWorkDeals(colleague.roles)) throw problem('person_not_found');
      // Whoever had it hears that it is gone.
      tellOfDeal(held, 'reassign');
      await moveDeal(held, 'reassign', {by: dealDoerOf(scope), data: {owner: colleague.name}, changes: {owner_id: ownerId}});
      if (comment !== undefined) await noteForDealColleagues(held, dealDoerOf(scope), comment);
    }),

  setStage: ({input: {stage: key, probability, expectedCloseOn, nextStep, ...input}, scope}) =>
    actOnDeal(scope, input, 'set_stage', async held => {
      const stage = held.program.policy.stages.find(each => each.key === key);
      if (!stage) throw problem('deal_stage_unknown');
      const before = held.deal;
      const changes = {
        ...(key === before.stage ? {} : {stage: key, stage_changed_at: held.now}),
        probability: probability ?? (key === before.stage ? before.probability : stage.probability),
        ...(expectedCloseOn === undefined ? {} : {expected_close_on: expectedCloseOn}),
        ...(nextStep === undefined ? {} : {next_step: nextStep?.text ?? null, next_step_due: nextStep?.dueOn ?? null}),
      };
      // Saying the same again is no progress: who hoards would only have to press a button.
      const isProgress = Object.entries(changes).some(([column, value]) => value !== before[column as keyof typeof changes]);
      await moveDeal(held, 'set_stage', {by: dealDoerOf(scope), data: {stage: key}, changes: {...changes, ...(isProgress ? progressShown(held) : {})}});
    }),

  win: ({input: {amount, comment, ...input}, scope}) =>
    actOnDeal(scope, input, 'win', held =>
      moveDeal(held, 'win', {
        by: dealDoerOf(scope),
        comment,
        ...(amount ? {data: {amountMinor: String(amount.amountMinor), currency: amount.currency}} : {}),
        changes: {...ending(held, 'won', 100), ...(amount ? {estimated_minor: amount.amountMinor, estimated_currency: amount.currency} : {})},
      }),
    ),

  lose: ({input: {reason, comment, ...input}, scope}) => actOnDeal(scope, input, 'lose', held => moveDeal(held, 'lose', {by: dealDoerOf(scope), reason, comment, changes: ending(held, 'lost', 0)})),
};

/** The last stages come by themselves. */
function ending({now}: DealCase, stage: 'won' | 'lost', probability: number) {
  return {stage, probability, stage_changed_at: now};
}

function mayWorkDeals(roles: readonly Role[]): boolean {
  return scopesOfRoles('partner', roles).includes('deal_registration:write');
}
