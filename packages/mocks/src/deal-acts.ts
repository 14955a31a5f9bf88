import type {DealEvent} from '@portico/contract';
import {dealCan, dealTabOf} from '@portico/contract';
import {personExamples} from '@portico/contract/examples';
import {createDraft, submitDeal} from './deal-draft.ts';
import {dealReviewMocks} from './deal-review.mocks.ts';
import {moveDeal} from './deal-flow.ts';
import {isProtected} from './deal-queue.ts';
import type {DealRow} from './deal-rows.ts';
import type {Scope} from './handlers.ts';
import {idAt} from './random.ts';
import type {Store} from './store.ts';
import type {Viewer} from './viewer.ts';

/** Makes something happen to deals while a page looks on; the change feed tells it. Without an id, to the first registration to which it can happen. */
export interface DealActs {
  /** The partner's person sends a draft. */
  submitDeal(id?: string): string;
  /** The vendor takes a submission under review. */
  reviewDeal(id?: string): string;
  /** The vendor asks for information on fields. */
  askDeal(id?: string, fields?: readonly string[], comment?: string): string;
  /** The vendor approves; what was only submitted is taken under review before, and no other approval is asked for. */
  approveDeal(id?: string): string;
  /** The vendor turns a registration down. */
  rejectDeal(id?: string, comment?: string): string;
  /** The protection ends by the clock. */
  expireDeal(id?: string): string;
  /** The vendor writes a note that the partner reads. */
  noteDeal(id?: string, body?: string): string;
  /** Another partner registers the same customer and products, and stands behind. */
  rivalDeal(id?: string): string;
}

/** Ids of the registrations of the story, by what is told of them. */
export const mockDealIds = namedIds([
  'draft', 'emptyDraft', 'first', 'behind', 'overdue', 'underReview', 'infoDueSoon', 'infoAsked', 'pendingApproval', 'endingSoon', 'extensionAsked', 'stale', 'amendmentAsked', 'converted', 'wonConfirmed', 'fromLead', 'won', 'lost',
  'rejected', 'expired', 'withdrawn', 'lapsed', 'duplicate', 'cancelled', 'voided', 'rivalProtected', 'rivalBehind', 'rivalUnderReview', 'transferOffered', 'rivalDraft', 'resellerProtected', 'resellerHidden',
]);

function namedIds<const Name extends string>(names: readonly Name[]): Readonly<Record<Name, string>> {
  return Object.fromEntries(names.map((name, index) => [name, idAt('dealRegistration', index)])) as Record<Name, string>;
}

const tomas = {id: personExamples.tomas.id, name: personExamples.tomas.name};
const vendor: Viewer = {caller: 'vendor', person: tomas, partnerOrgId: null, roles: ['channel_admin', 'channel_manager'], side: 'vendor', seesWholeOrg: true};

/** Acts on a backend's registrations. */
export function dealActsOn(store: Store): DealActs {
  const scope: Scope = {store, viewer: vendor};
  const find = (id: string | undefined, fits: (deal: DealRow) => boolean): DealRow => {
    const deal = id === undefined ? store.data.deals.values().find(fits) : store.data.deals.get(id);
    if (!deal) throw new Error('There is no such registration to act on.');
    return deal;
  };
  const can = (...events: DealEvent[]) => (deal: DealRow) => events.some(event => dealCan(event, deal.status));
  const review = (deal: DealRow) => {
    if (deal.status !== 'submitted') return;
    const {id, version} = deal;
    dealReviewMocks.assign({id, version}, scope);
  };
  const current = ({id}: DealRow) => find(id, () => true);
  return {
    submitDeal: id => store.act(() => submitDeal(ownerScope(store, find(id, can('submit', 'resubmit'))), find(id, can('submit', 'resubmit')), store.data.program.dealPolicy.terms?.version).deal.id),
    reviewDeal(id) {
      return store.act(() => {
        const deal = find(id, can('assign'));
        review(deal);
        return deal.id;
      });
    },
    askDeal(id, fields = ['customer.taxId', 'evidence'], comment = 'Please attach the order and check the tax id.') {
      return store.act(() => {
        const deal = find(id, can('request_info'));
        dealReviewMocks.requestInfo({id: deal.id, version: deal.version, fields: [...fields], comment}, scope);
        return deal.id;
      });
    },
    approveDeal(id) {
      return store.act(() => {
        const deal = find(id, can('assign', 'approve'));
        review(deal);
        const {version, status} = current(deal);
        if (status === 'under_review') dealReviewMocks.sendForApproval({id: deal.id, version}, scope);
        for (let tries = 0; tries < 5 && current(deal).status === 'pending_approval'; tries++) dealReviewMocks.approve({id: deal.id, version: current(deal).version}, scope);
        return deal.id;
      });
    },
    rejectDeal(id, comment = 'The customer knows nothing of it.') {
      return store.act(() => {
        const deal = find(id, can('assign', 'reject'));
        review(deal);
        dealReviewMocks.reject({id: deal.id, version: current(deal).version, reason: 'not_qualified', comment}, scope);
        return deal.id;
      });
    },
    expireDeal: id => store.act(() => moveDeal(store, find(id, isProtected), 'expire', null).id),
    noteDeal: (id, body = 'I can bring a specialist to the first visit.') =>
      store.act(() => store.writeDeal({dealRegistrationId: find(id, deal => dealTabOf(deal.status) === 'in_review').id, kind: 'note', visibility: 'shared', side: 'vendor', author: tomas, body, event: null, data: {}}).id),
    rivalDeal(id) {
      return store.act(() => {
        const {customer, contact, lines, expectedCloseOn} = find(id, can('assign'));
        const {jonas} = personExamples;
        const [partnerOrgId = null] = jonas.memberships.map(membership => membership.partnerOrgId);
        const rival: Scope = {store, viewer: {caller: 'partner', person: {id: jonas.id, name: jonas.name}, partnerOrgId, roles: ['sales_lead'], side: 'partner', seesWholeOrg: true}};
        const draft = createDraft(rival, {...emptyFields, name: 'The same customer', customer, contact, lines, expectedCloseOn});
        return submitDeal(rival, draft, store.data.program.dealPolicy.terms?.version).deal.id;
      });
    },
  };
}

const emptyFields = {registrationType: 'resale', description: null, useCase: null, estimatedAmount: null, contractType: null, contractTermMonths: null, competitors: [], incumbent: null, tender: null, supportRequested: null, hideFromDistributor: false, answers: []} satisfies Partial<Parameters<typeof createDraft>[1]>;

/** Acts as the colleague who has the registration. */
function ownerScope(store: Store, {partnerOrgId, ownerId}: DealRow): Scope {
  const person = ownerId === null ? undefined : store.data.people.get(ownerId);
  return {store, viewer: {caller: 'partner', person: person ? {id: person.id, name: person.name} : null, partnerOrgId, roles: ['sales_rep'], side: 'partner', seesWholeOrg: true}};
}
