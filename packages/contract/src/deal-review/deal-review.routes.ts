import {z} from 'zod';
import {DealRegistration, DealRejectReason} from '../deal-registration/deal-registration.schema.ts';
import {defineRoutes} from '../route.ts';
import {Day, ExternalId, Id, Version} from '../text.ts';
import {SimilarDeal, reviewComment} from './deal-review.schema.ts';

const transition = {id: Id, version: Version};
const comment = reviewComment.optional();
const moved = ['deal_registration_not_found', 'deal_status_conflict'] as const;
const callers = ['key', 'vendor'] as const;

export const dealReviewRoutes = defineRoutes({
  /** Other registrations and accounts with the same customer, what matched, and whether they conflict. */
  similar: {method: 'GET', path: '/deal-registrations/{id}/similar', input: z.object({id: Id}), response: z.object({items: z.array(SimilarDeal)}), callers, problems: ['deal_registration_not_found']},
  /** Takes the review oneself, or gives it to a colleague. A submitted registration moves to under review. */
  assign: {method: 'POST', path: '/deal-registrations/{id}/assign', input: z.object({...transition, reviewerId: Id.optional()}), response: DealRegistration, callers, problems: [...moved, 'person_not_found']},
  /** Asks the partner for named fields. Only these can be changed; the time to answer pauses and the place in the queue stays. */
  requestInfo: {
    method: 'POST',
    path: '/deal-registrations/{id}/request-info',
    input: z.object({...transition, fields: z.array(z.string().min(1).max(80)).min(1).max(50), comment: reviewComment}),
    response: DealRegistration,
    callers,
    problems: moved,
  },
  /** Works out who has to approve by amount, level and region, and asks the first of them. Without a rule that fits, approving needs no further step. */
  sendForApproval: {method: 'POST', path: '/deal-registrations/{id}/send-for-approval', input: z.object(transition), response: DealRegistration, callers, problems: moved},
  /** Approves one's step; the last step protects the deal. */
  approve: {
    method: 'POST',
    path: '/deal-registrations/{id}/approve',
    input: z.object({...transition, comment}),
    response: DealRegistration,
    callers,
    problems: [...moved, 'deal_already_protected', 'deal_approval_needed', 'deal_not_your_step', 'deal_limit_too_low'],
  },
  /** Turns the registration down; the partner is told the reason and the text. */
  reject: {method: 'POST', path: '/deal-registrations/{id}/reject', input: z.object({...transition, reason: DealRejectReason, comment}), response: DealRegistration, callers, problems: [...moved, 'deal_not_your_step']},
  /** Gives one's step of the approval to a colleague. */
  delegate: {
    method: 'POST',
    path: '/deal-registrations/{id}/delegate',
    input: z.object({...transition, stepId: Id, personId: Id, comment}),
    response: DealRegistration,
    callers,
    problems: [...moved, 'person_not_found', 'deal_not_your_step'],
  },
  /** Ends it as a duplicate of another; the partner hears that the customer is registered already, never by whom. */
  markDuplicate: {method: 'POST', path: '/deal-registrations/{id}/mark-duplicate', input: z.object({...transition, ofId: Id, comment}), response: DealRegistration, callers, problems: moved},
  /** Ends a pending or approved registration; its protection ends and the next in the queue is told. */
  cancel: {method: 'POST', path: '/deal-registrations/{id}/cancel', input: z.object({...transition, comment: reviewComment}), response: DealRegistration, callers, problems: moved},
  /** Links an approved registration to the vendor's opportunity. */
  convert: {method: 'POST', path: '/deal-registrations/{id}/convert', input: z.object({...transition, opportunityRef: ExternalId}), response: DealRegistration, callers, problems: moved},
  /** Confirms that a deal was won. */
  confirmWin: {method: 'POST', path: '/deal-registrations/{id}/confirm-win', input: z.object(transition), response: DealRegistration, callers, problems: moved},
  /** Takes a win back: fraud, refund. */
  void: {method: 'POST', path: '/deal-registrations/{id}/void', input: z.object({...transition, comment: reviewComment}), response: DealRegistration, callers, problems: moved},
  /** Moves the end of the protection to a later day; an expired one is protected again when nobody else is meanwhile. */
  postpone: {
    method: 'POST',
    path: '/deal-registrations/{id}/postpone',
    input: z.object({...transition, protectedUntilOn: Day, comment}),
    response: DealRegistration,
    callers,
    problems: [...moved, 'deal_already_protected'],
  },
});
