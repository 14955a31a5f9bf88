import {dealTabOf, type Api, type DealCounts, type DealEvent, type DealRegistration, type RouteParsed} from '@portico/contract';
import {findDeal, isActor, visibleDeals} from './deal-access.ts';
import {capacityLeft, createDraft, submitDeal} from './deal-draft.ts';
import {changedFields, refuseReadOnly, withChanges} from './deal-fields.ts';
import {endDealIfDue, moveDeal, progressDue} from './deal-flow.ts';
import type {DealRow} from './deal-rows.ts';
import {dealDeadlineOf, needsAttention, resubmissionsLeft, toDealRegistration} from './deal-views.ts';
import type {MockHandlers, Scope} from './handlers.ts';
import {newestBy, pageOf, sortRows, type Order} from './paging.ts';
import {problem} from './problem.ts';

type Filter = RouteParsed<Api['dealRegistrations']['counts']>;
type Transition = {id: string; version: number};

const orders: Record<'newest' | 'deadline' | 'amount', Order<DealRow>> = {
  newest: newestBy(deal => deal.createdAt),
  deadline: {keyOf: dealDeadlineOf, ids: 'up'},
  amount: {keyOf: ({estimatedAmount}) => -(estimatedAmount?.amountMinor ?? -1), ids: 'down'},
};

const lastEnded: Order<DealRow> = {keyOf: deal => -dealDeadlineOf(deal), ids: 'down'};

export const dealRegistrationMocks: MockHandlers<Api['dealRegistrations']> = {
  list(input, scope) {
    const {store, viewer} = scope;
    const {limit, cursor, ...filters} = input;
    // Nothing runs out any more for what has ended: what ended last comes first.
    const order = input.sort === 'deadline' && input.tab === 'closed' ? lastEnded : orders[input.sort];
    const rows = store.remember(`deals ${viewer.caller} ${viewer.person?.id} ${JSON.stringify(filters)}`, () =>
      sortRows(visibleDeals(scope).filter(deal => (input.tab === undefined || dealTabOf(deal.status) === input.tab) && matches(scope, deal, input)), order),
    );
    const {items, page} = pageOf(rows, order, {limit, cursor}, filters);
    return {items: items.map(deal => show(scope, deal)), page};
  },
  counts(input, scope) {
    const {store, viewer} = scope;
    const counted = store.remember(`deal counts ${viewer.caller} ${viewer.person?.id} ${JSON.stringify(input)}`, () => {
      const counts = {draft: 0, in_review: 0, protected: 0, closed: 0, attention: 0};
      for (const deal of visibleDeals(scope)) {
        if (!matches(scope, deal, input)) continue;
        counts[dealTabOf(deal.status)]++;
        if (needsAttention(store, deal, viewer)) counts.attention++;
      }
      return counts;
    });
    return {...counted, capacityLeft: viewer.side === 'vendor' ? null : capacityLeft(store, viewer.partnerOrgId)} satisfies DealCounts;
  },
  get: ({id}, scope) => show(scope, endDealIfDue(scope.store, findDeal(scope, id))),
  create: (input, scope) => show(scope, createDraft(scope, input)),
  update({id, version, ...changes}, scope) {
    const deal = lockDeal(scope, {id, version});
    owned(scope, deal);
    if (deal.status === 'action_required') refuseReadOnly(deal, changedFields(deal, changes));
    // An autosave is no news worth telling in the story.
    return show(scope, moveDeal(scope.store, deal, 'update', scope.viewer, {changes: withChanges(scope.store, deal, changes), event: null}));
  },
  async submit({acceptTermsVersion, ...input}, scope) {
    const {deal, sequence} = submitDeal(scope, lockDeal(scope, input), acceptTermsVersion);
    const registration = show(scope, deal);
    return {registration, receipt: await scope.store.receipts.at(sequence)};
  },
  recall: (input, scope) => show(scope, act(scope, input, 'recall', {submittedAt: null, queueNumber: null, reviewDueAt: null, reviewLeftMs: null})),
  revise(input, scope) {
    const deal = lockDeal(scope, input);
    if (deal.status === 'rejected' && resubmissionsLeft(scope.store, deal) === 0) throw problem('deal_resubmissions_used');
    const again = {revisions: deal.revisions + 1, submittedAt: null, queueNumber: null, decidedAt: null, endReason: null, endComment: null, endedAt: null, steps: [], reviewerId: null};
    return show(scope, moveDeal(scope.store, owned(scope, deal), 'revise', scope.viewer, {changes: again}));
  },
  withdraw: (input, scope) => show(scope, act(scope, input, 'withdraw', {endReason: input.reason, endComment: input.comment ?? null}, {reason: input.reason}, input.comment)),
  reassign({ownerId, ...input}, scope) {
    const deal = lockDeal(scope, input);
    const colleague = scope.store.data.people.get(ownerId);
    if (!colleague?.active || !colleague.memberships.some(({partnerOrgId}) => partnerOrgId === deal.partnerOrgId)) throw problem('person_not_found');
    if (deal.ownerId === ownerId) throw problem('reassign_same_person');
    return show(scope, moveDeal(scope.store, owned(scope, deal), 'reassign', scope.viewer, {changes: {ownerId}, data: {owner: colleague.name}, audience: {personId: deal.ownerId}}));
  },
  setStage({stage, probability, expectedCloseOn, nextStep, ...input}, scope) {
    const {store} = scope;
    const deal = lockDeal(scope, input);
    const known = store.data.program.dealPolicy.stages.find(({key}) => key === stage);
    if (!known) throw problem('deal_stage_unknown');
    const isMoved = deal.stage !== stage || (expectedCloseOn !== undefined && expectedCloseOn !== deal.expectedCloseOn);
    const changes: Partial<DealRow> = {
      stage,
      probability: probability ?? (deal.stage === stage ? deal.probability : known.probability),
      ...(deal.stage === stage ? {} : {stageChangedAt: store.now()}),
      ...(isMoved ? {movedAt: store.now()} : {}),
      ...(expectedCloseOn === undefined ? {} : {expectedCloseOn}),
      ...(nextStep === undefined ? {} : {nextStep}),
    };
    // Saying the same again is no progress: who hoards would only have to press a button.
    const isProgress = Object.entries(changes).some(([key, value]) => JSON.stringify(value) !== JSON.stringify(deal[key as keyof DealRow]));
    if (isProgress) Object.assign(changes, progressDue(store, deal));
    return show(scope, moveDeal(store, owned(scope, deal), 'set_stage', scope.viewer, {changes, data: {stage, probability: String(changes.probability ?? '')}}));
  },
  win: ({amount, comment, ...input}, scope) => show(scope, act(scope, input, 'win', {...(amount ? {estimatedAmount: amount} : {}), endComment: comment ?? null, stage: 'won', probability: 100}, {}, comment)),
  lose: (input, scope) => show(scope, act(scope, input, 'lose', {endReason: input.reason, endComment: input.comment ?? null, stage: 'lost', probability: 0}, {reason: input.reason}, input.comment)),
};

/** The registration to change, at the version that the caller saw. Time does not wait for the next sweep. */
export function lockDeal(scope: Scope, {id, version}: Transition): DealRow {
  const deal = endDealIfDue(scope.store, findDeal(scope, id));
  if (!scope.store.isCurrent(deal, version)) throw problem('version_conflict', {current: show(scope, deal)});
  return deal;
}

function show({store, viewer}: Scope, deal: DealRow): DealRegistration {
  return toDealRegistration(store, deal, viewer);
}

/** Whoever only looks on, such as a distributor, cannot act. */
function owned({viewer}: Scope, deal: DealRow): DealRow {
  if (!isActor(viewer, deal)) throw problem('forbidden');
  return deal;
}

function act(scope: Scope, input: Transition, event: DealEvent, changes: Partial<DealRow>, data: Record<string, string> = {}, body?: string): DealRow {
  return moveDeal(scope.store, owned(scope, lockDeal(scope, input)), event, scope.viewer, {changes, data, body});
}

function matches({store, viewer}: Scope, deal: DealRow, {q, partnerOrgId, owner, reviewer, status, stage, attention}: Filter): boolean {
  if (partnerOrgId !== undefined && deal.partnerOrgId !== partnerOrgId) return false;
  if (owner !== undefined && deal.ownerId !== (owner === 'me' ? (viewer.person?.id ?? '') : owner)) return false;
  if (status !== undefined && !status.includes(deal.status)) return false;
  if (stage !== undefined && deal.stage !== stage) return false;
  // Who reviews is the vendor's own affair: for partners nobody does.
  if (reviewer !== undefined && (viewer.side === 'partner' || deal.reviewerId !== (reviewer === 'nobody' ? null : reviewer === 'me' ? (viewer.person?.id ?? '') : reviewer))) return false;
  if (attention !== undefined && needsAttention(store, deal, viewer) !== attention) return false;
  if (!q) return true;
  const text = [deal.number, deal.name, ...Object.values(deal.customer), deal.contact.firstName, deal.contact.lastName, deal.contact.email, viewer.side === 'vendor' ? store.data.partnerOrgs.get(deal.partnerOrgId)?.name : null]
    .filter(Boolean)
    .join(' ')
    .toLowerCase();
  return q.toLowerCase().split(/\s+/).every(word => text.includes(word));
}

