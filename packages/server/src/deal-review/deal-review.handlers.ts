import type {Answer, Api} from '@portico/contract';
import {findSimilar} from '../claim-check/similar.queries.ts';
import type {Scope} from '../database/scope.ts';
import {endOfDay} from '../deal-change/extension.rules.ts';
import {actOnDeal, dealDoerOf, expectPossible, expectVisible} from '../deal-flow/act-on-deal.ts';
import {approveDeal, delegateStep, rejectDeal, sendForApproval, type Reviewer} from '../deal-flow/approve-deal.ts';
import {moveDeal} from '../deal-flow/deal-case.ts';
import {afterDays, progressDueAtOf} from '../deal-flow/deal-clock.rules.ts';
import {tellDealStory} from '../deal-flow/deal-story.ts';
import {holdProtection} from '../deal-flow/protect-deal.ts';
import type {Handlers} from '../handlers.ts';
import {problem} from '../problem.ts';
import {isInfoField} from './info-field.rules.ts';
import {findFormKeys, getDealRow, getReviewer} from './reviewer.queries.ts';

const longestPostponementDays = 3660;

export const dealReviewHandlers: Handlers<Api['dealReviews']> = {
  similar: async ({input, scope}) => {
    await expectVisible(scope, input.id);
    return {items: await findSimilar(scope, await getDealRow(scope, input.id))};
  },

  assign: async ({input, scope}) => {
    const {reviewerId = scope.personId} = input;
    await expectVisible(scope, input.id);
    if (reviewerId === null) throw invalid('/reviewerId', 'required', 'A secret key is nobody: say who reviews it.');
    return actOnDeal(scope, input, null, async held => {
      const event = held.deal.status === 'submitted' ? 'assign' : 'change_reviewer';
      expectPossible(scope, held, event);
      const {name} = await getReviewer(held.scope, reviewerId);
      await moveDeal(held, event, {by: reviewerOf(scope), changes: {reviewer_id: reviewerId}});
      // The partner hears that somebody is at it, not who.
      await tellDealStory(held, 'reviewer', {by: reviewerOf(scope), data: {to: name}, visibility: 'vendor_internal'});
    });
  },

  requestInfo: ({input: {fields, comment, ...input}, scope}) =>
    actOnDeal(scope, input, 'request_info', async held => {
      const known = new Set([...(await findFormKeys(held.scope)), ...(held.deal.answers as Answer[]).map(({key}) => key)]);
      const errors = fields.flatMap((field, index) => (isInfoField(field, known) ? [] : [{pointer: `/fields/${index}`, code: 'unknown_field', message: 'Must be a field of the registration, such as customer.taxId.'}]));
      if (errors.length > 0) throw problem('input_invalid', {errors});
      const dueAt = afterDays(held.now, held.program.policy.infoDueDays);
      const names = [...new Set(fields)];
      const changes = {info_request: JSON.stringify({fields: names, comment, dueAt}), info_due_at: dueAt, reviewer_id: held.deal.reviewer_id ?? scope.personId};
      await moveDeal(held, 'request_info', {by: reviewerOf(scope), comment, data: {fields: names.join(', ')}, changes});
    }),

  sendForApproval: ({input, scope}) => actOnDeal(scope, input, 'send_for_approval', held => sendForApproval(held, reviewerOf(scope))),

  approve: ({input: {comment, ...input}, scope}) => actOnDeal(scope, input, 'approve', held => approveDeal(held, reviewerOf(scope), comment)),

  reject: ({input: {reason, comment, ...input}, scope}) => actOnDeal(scope, input, 'reject', held => rejectDeal(held, reviewerOf(scope), {reason, comment})),

  delegate: ({input: {stepId, personId, comment, ...input}, scope}) =>
    actOnDeal(scope, input, null, async held => {
      const to = await getReviewer(held.scope, personId);
      await delegateStep(held, reviewerOf(scope), {stepId, to, comment});
    }),

  markDuplicate: async ({input: {ofId, comment, ...input}, scope}) => {
    await expectVisible(scope, input.id);
    if (ofId === input.id) throw invalid('/ofId', 'same', 'Must be another registration.');
    // The one that is named has to be one they see, or a refusal would tell that it exists.
    await expectVisible(scope, ofId);
    return actOnDeal(scope, input, 'mark_duplicate', async held => {
      await moveDeal(held, 'mark_duplicate', {by: reviewerOf(scope), reason: 'duplicate', changes: {duplicate_of_id: ofId}});
      await tellDealStory(held, 'duplicate_of', {by: reviewerOf(scope), visibility: 'vendor_internal', data: {dealRegistrationId: ofId}, ...(comment ? {body: comment} : {})});
    });
  },

  cancel: ({input: {comment, ...input}, scope}) => actOnDeal(scope, input, 'cancel', held => moveDeal(held, 'cancel', {by: reviewerOf(scope), comment})),

  convert: ({input: {opportunityRef, ...input}, scope}) => actOnDeal(scope, input, 'convert', held => moveDeal(held, 'convert', {by: reviewerOf(scope), changes: {opportunity_ref: opportunityRef}})),

  confirmWin: ({input, scope}) =>
    actOnDeal(scope, input, 'confirm_win', held => {
      if (held.deal.win_confirmed_at !== null) throw problem('deal_status_conflict');
      return moveDeal(held, 'confirm_win', {by: reviewerOf(scope), changes: {win_confirmed_at: held.now}});
    }),

  void: ({input: {comment, ...input}, scope}) => actOnDeal(scope, input, 'void', held => moveDeal(held, 'void', {by: reviewerOf(scope), comment})),

  postpone: ({input: {protectedUntilOn, comment, ...input}, scope}) =>
    actOnDeal(scope, input, null, async held => {
      const event = held.deal.status === 'expired' ? 'reinstate' : 'postpone';
      expectPossible(scope, held, event);
      const until = endOfDay(protectedUntilOn, held.program.timeZone);
      const isLater = until > held.now && until <= afterDays(held.now, longestPostponementDays) && (event === 'reinstate' || (held.deal.protected_until !== null && until > held.deal.protected_until));
      if (!isLater) throw invalid('/protectedUntilOn', 'not_later', 'Must be after today and after the present end of the protection, within ten years.');
      const doing = {by: reviewerOf(scope), comment, data: {until: protectedUntilOn}};
      if (event === 'postpone') {
        await moveDeal(held, event, {...doing, changes: {protected_until: until}});
        return;
      }
      await moveDeal(held, event, {...doing, changes: {protected_until: until, progress_due_at: progressDueAtOf(held.program.policy, held.now)}});
      await holdProtection(held);
    }),
};

/** Who decides, for the rules and the story. */
function reviewerOf(scope: Scope): Reviewer {
  return {...dealDoerOf(scope), roles: scope.roles};
}

function invalid(pointer: string, code: string, message: string): Error {
  return problem('input_invalid', {errors: [{pointer, code, message}]});
}
