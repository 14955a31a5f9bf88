import {DealFields, type Api, type DealEvent, type DealRegistration, type SimilarDeal} from '@portico/contract';
import {beginNext, isOpen, isWithin, mayDecide, mayDelegate, needsApproval, planSteps} from './deal-approval.ts';
import {findDeal} from './deal-access.ts';
import {endOfDay} from './deal-change.rules.ts';
import {moveDeal, protectDeal, tellStory} from './deal-flow.ts';
import {certaintyOf, isInReview, isProtected, overlap, productsOf, protectedRival} from './deal-queue.ts';
import {lockDeal} from './deal-registration.mocks.ts';
import type {DealRow, StepRow} from './deal-rows.ts';
import {similarAccounts, similarRows, toDealRegistration} from './deal-views.ts';
import type {MockHandlers, Scope} from './handlers.ts';
import {problem} from './problem.ts';

const dayMs = 86_400_000;

type Transition = {id: string; version: number};

export const dealReviewMocks: MockHandlers<Api['dealReviews']> = {
  similar({id}, scope) {
    const {store} = scope;
    const deal = findDeal(scope, id);
    const registrations = similarRows(store, deal).map(({deal: other, matches}): SimilarDeal => ({
      kind: 'registration',
      id: other.id,
      label: other.number ?? '',
      customerName: other.customer.name,
      partnerName: store.data.partnerOrgs.get(other.partnerOrgId)?.name ?? null,
      status: other.status,
      submittedAt: other.submittedAt,
      protectedUntil: other.protectedUntil,
      products: productsOf(other),
      matches,
      certainty: certaintyOf(matches),
      conflicts: (isProtected(other) || isInReview(other)) && certaintyOf(matches) !== 'possible' && overlap(productsOf(deal), productsOf(other)),
    }));
    const accounts = similarAccounts(store, deal).map(({account, matches}): SimilarDeal => ({
      kind: 'account',
      id: account.id,
      label: account.name,
      customerName: account.name,
      partnerName: null,
      status: account.standing,
      submittedAt: null,
      protectedUntil: null,
      products: [],
      matches,
      certainty: certaintyOf(matches),
      conflicts: false,
    }));
    const weight = {certain: 0, likely: 1, possible: 2};
    return {items: [...registrations, ...accounts].sort((a, b) => weight[a.certainty] - weight[b.certainty])};
  },
  assign({reviewerId, ...input}, scope) {
    if (reviewerId === undefined && scope.viewer.person === null) throw problem('input_invalid', {errors: [{pointer: '/reviewerId', code: 'required', message: 'A secret key is nobody: say who reviews it.'}]});
    const deal = lockDeal(scope, input);
    const reviewer = staffOf(scope, reviewerId ?? scope.viewer.person?.id ?? '');
    const event = deal.status === 'submitted' ? 'assign' : 'change_reviewer';
    // The partner hears that somebody is at it, not who.
    return show(scope, moveDeal(scope.store, deal, event, scope.viewer, {changes: {reviewerId: reviewer.id}}), 'reviewer', {to: reviewer.name});
  },
  requestInfo({fields, comment, ...input}, scope) {
    const {store} = scope;
    const deal = lockDeal(scope, input);
    const errors = fields.flatMap((field, index) => (isInfoField(scope, deal, field) ? [] : [{pointer: `/fields/${index}`, code: 'unknown_field', message: 'Must be a field of the registration, such as customer.taxId.'}]));
    if (errors.length > 0) throw problem('input_invalid', {errors});
    const dueAt = store.at(store.data.program.dealPolicy.infoDueDays * dayMs);
    const left = deal.reviewDueAt === null ? null : Math.max(0, Date.parse(deal.reviewDueAt) - store.clock.now());
    const changes: Partial<DealRow> = {infoRequest: {fields, comment, dueAt}, reviewLeftMs: left, reviewDueAt: null, reviewerId: deal.reviewerId ?? scope.viewer.person?.id ?? null};
    return show(scope, moveDeal(store, deal, 'request_info', scope.viewer, {changes, body: comment, data: {fields: fields.join(', ')}}));
  },
  sendForApproval(input, scope) {
    const deal = lockDeal(scope, input);
    return show(scope, moveDeal(scope.store, deal, 'send_for_approval', scope.viewer, {changes: {steps: planSteps(scope.store, deal)}}));
  },
  approve({comment, ...input}, scope) {
    const {store, viewer} = scope;
    const deal = lockDeal(scope, input);
    if (deal.status === 'under_review' && needsApproval(store, deal)) throw problem('deal_approval_needed');
    if (deal.status !== 'pending_approval' || !deal.steps.some(isOpen)) return show(scope, protectDeal(store, deal, viewer, {body: comment}));
    const own = deal.steps.filter(step => mayDecide(viewer, step, deal.steps));
    if (own.length === 0) throw problem('deal_not_your_step');
    const step = own.find(each => isWithin(each, deal));
    if (!step) throw problem('deal_limit_too_low');
    const steps = beginNext(store, decide(scope, deal.steps, step, 'approved', comment));
    if (!steps.some(isOpen)) return show(scope, protectDeal(store, deal, viewer, {changes: {steps}}));
    return show(scope, touch(scope, deal, {steps}), 'step_approved', {step: step.name});
  },
  reject({reason, comment, ...input}, scope) {
    const deal = lockDeal(scope, input);
    let {steps} = deal;
    if (deal.status === 'pending_approval' && steps.some(isOpen)) {
      const step = steps.find(each => mayDecide(scope.viewer, each, steps));
      if (!step) throw problem('deal_not_your_step');
      steps = decide(scope, steps, step, 'rejected', comment).map(each => (isOpen(each) ? {...each, status: 'skipped'} : each));
    }
    return show(scope, moveDeal(scope.store, deal, 'reject', scope.viewer, {changes: {steps, decidedAt: scope.store.now(), endReason: reason, endComment: comment ?? null}, body: comment, data: {reason}}));
  },
  delegate({stepId, personId, comment, ...input}, scope) {
    const deal = lockDeal(scope, input);
    if (deal.status !== 'pending_approval') throw problem('deal_status_conflict');
    const colleague = staffOf(scope, personId);
    const step = deal.steps.find(({id}) => id === stepId);
    if (!step || !mayDelegate(scope.viewer, step, deal.steps)) throw problem('deal_not_your_step');
    const steps = deal.steps.map(each => (each.id === stepId ? {...each, personId: colleague.id, comment: comment ?? each.comment} : each));
    return show(scope, touch(scope, deal, {steps}), 'delegate', {step: step.name, to: colleague.name});
  },
  markDuplicate({ofId, comment, ...input}, scope) {
    const deal = lockDeal(scope, input);
    if (ofId === deal.id) throw problem('input_invalid', {errors: [{pointer: '/ofId', code: 'same', message: 'Name another registration.'}]});
    const original = findDeal(scope, ofId);
    // Of which one is the vendor's to know, and so is what is said of it.
    const ended = moveDeal(scope.store, deal, 'mark_duplicate', scope.viewer, {changes: {duplicateOfId: original.id, decidedAt: scope.store.now(), endReason: 'duplicate'}, data: {reason: 'duplicate'}});
    return show(scope, ended, 'duplicate_of', {dealRegistrationId: original.id}, comment);
  },
  cancel: (input, scope) => show(scope, act(scope, input, 'cancel', {endComment: input.comment}, {}, input.comment)),
  convert: (input, scope) => show(scope, act(scope, input, 'convert', {opportunityRef: input.opportunityRef}, {opportunityRef: input.opportunityRef})),
  confirmWin(input, scope) {
    const deal = lockDeal(scope, input);
    if (deal.winConfirmedAt !== null) throw problem('deal_status_conflict');
    return show(scope, moveDeal(scope.store, deal, 'confirm_win', scope.viewer, {changes: {winConfirmedAt: scope.store.now()}}));
  },
  void: (input, scope) => show(scope, act(scope, input, 'void', {endComment: input.comment}, {}, input.comment)),
  postpone({protectedUntilOn, comment, ...input}, scope) {
    const {store, viewer} = scope;
    const deal = lockDeal(scope, input);
    const until = endOfDay(protectedUntilOn, store.data.program.timeZone);
    const isLater = Date.parse(until) > store.clock.now() && (deal.status === 'expired' || (deal.protectedUntil !== null && until > deal.protectedUntil));
    if (!isLater) throw problem('input_invalid', {errors: [{pointer: '/protectedUntilOn', code: 'not_later', message: 'Must be after today and after the present end of the protection.'}]});
    if (deal.status === 'expired' && protectedRival(store, deal)) throw problem('deal_already_protected');
    const again: Partial<DealRow> = deal.status === 'expired' ? {endedAt: null, endReason: null, ...(deal.opportunityRef === null ? {} : {status: 'converted'})} : {};
    return show(scope, moveDeal(store, deal, deal.status === 'expired' ? 'reinstate' : 'postpone', viewer, {changes: {protectedUntil: until, remindedDays: null, ...again}, body: comment, data: {until: protectedUntilOn}}));
  },
};

/** Whether a name is that of a field a partner can be asked for. */
function isInfoField({store}: Scope, deal: DealRow, name: string): boolean {
  const [part = '', key] = name.split('.');
  if (part === 'answers') return [...store.data.dealForm.fields, ...deal.answers].some(each => each.key === key);
  if (part === 'customer' || part === 'contact') return key !== undefined && key in deal[part];
  return key === undefined && (name === 'evidence' || name in DealFields.shape);
}

/** Somebody at the vendor. @throws MockProblem `person_not_found`. */
function staffOf({store}: Scope, personId: string) {
  const person = store.data.people.get(personId);
  if (!person?.active || !person.memberships.some(({partnerOrgId}) => partnerOrgId === null)) throw problem('person_not_found');
  return person;
}

function decide({store, viewer}: Scope, steps: readonly StepRow[], step: StepRow, status: 'approved' | 'rejected', comment: string | undefined): StepRow[] {
  return steps.map(each => (each.id === step.id ? {...each, status, decidedBy: viewer.person, decidedAt: store.now(), comment: comment ?? null} : each));
}

/** Changes what only the vendor sees. */
function touch({store}: Scope, deal: DealRow, changes: Partial<DealRow>): DealRow {
  const touched = store.update(store.data.deals, deal, changes);
  store.change('deal_registration', deal.id, {side: 'vendor'});
  return touched;
}

function act(scope: Scope, input: Transition, event: DealEvent, changes: Partial<DealRow>, data: Record<string, string> = {}, body?: string): DealRow {
  return moveDeal(scope.store, lockDeal(scope, input), event, scope.viewer, {changes, data, body});
}

/** The registration as the reader sees it, after an event that only the vendor reads of was written. */
function show({store, viewer}: Scope, deal: DealRow, internalEvent?: string, data: Record<string, string> = {}, body?: string): DealRegistration {
  if (internalEvent !== undefined) tellStory(store, deal, internalEvent, viewer, {data, body, visibility: 'vendor_internal'});
  return toDealRegistration(store, deal, viewer);
}
