import type {Api, DealChange, DealChangeKind} from '@portico/contract';
import {findDeal, isActor, mayReadDeal} from './deal-access.ts';
import {endOfDay, extensionRefusal} from './deal-change.rules.ts';
import {isOfferedTo, partyOf, toDealChange} from './deal-change.views.ts';
import {capacityLeft} from './deal-draft.ts';
import {amountOf} from './deal-fields.ts';
import {endDealIfDue, moveDeal, tellStory} from './deal-flow.ts';
import {claimedProducts, isProtected, productsOf, protectedRival} from './deal-queue.ts';
import type {DealChangeRow, DealRow} from './deal-rows.ts';
import {changesOf} from './deal-views.ts';
import type {MockHandlers, Scope} from './handlers.ts';
import {newestBy, pageOf, sortRows} from './paging.ts';
import {problem} from './problem.ts';

type Deciding = {id: string; version: number; comment?: string | undefined};

const byAge = newestBy((change: DealChangeRow) => change.requestedAt);

export const dealChangeMocks: MockHandlers<Api['dealChanges']> = {
  list(input, scope) {
    const {store} = scope;
    const found = store.data.dealChanges.values().filter(change => {
      if (input.dealRegistrationId !== undefined && change.dealRegistrationId !== input.dealRegistrationId) return false;
      return (input.open === undefined || (change.status === 'requested') === input.open) && isVisible(scope, change);
    });
    const {items, page} = pageOf(sortRows(found, byAge), byAge, input, input);
    return {items: items.map(change => show(scope, change)), page};
  },
  extend({dealRegistrationId, note, protectedUntilOn}, scope) {
    const deal = askable(scope, dealRegistrationId, 'extension');
    const detail = extensionRefusal(scope.store, deal, protectedUntilOn);
    if (detail !== null) throw problem('deal_extension_not_allowed', {detail});
    return ask(scope, deal, 'extension', {protectedUntilOn, note});
  },
  amend({dealRegistrationId, note, amendment}, scope) {
    const deal = askable(scope, dealRegistrationId, 'amendment');
    if (Object.values(amendment).every(value => value === undefined)) throw problem('input_invalid', {errors: [{pointer: '/amendment', code: 'empty', message: 'Say what is to change.'}]});
    return ask(scope, deal, 'amendment', {amendment, note, needsNewApproval: widens(deal, amendment.lines === undefined ? null : productsOf({lines: amendment.lines}))});
  },
  transfer({dealRegistrationId, note, toPartnerOrgId}, scope) {
    const deal = askable(scope, dealRegistrationId, 'transfer');
    if (scope.store.data.partnerOrgs.get(toPartnerOrgId)?.partnership.status !== 'active') throw problem('partner_org_not_found');
    if (toPartnerOrgId === deal.partnerOrgId) throw problem('input_invalid', {errors: [{pointer: '/toPartnerOrgId', code: 'same_partner', message: 'Must be another partner than the one who has the deal.'}]});
    refuseInConflict(scope, deal);
    return ask(scope, deal, 'transfer', {toPartnerOrgId, note, agreedBy: ['vendor']});
  },
  approve(input, scope) {
    const {store, viewer} = scope;
    const {change, deal} = lockChange(scope, input, 'approve');
    if (!isProtected(deal)) throw problem('deal_status_conflict');
    const party = partyOf(change, deal, viewer);
    const agreedBy = party === null ? change.agreedBy : [...change.agreedBy, party];
    if (change.kind === 'transfer' && !(['giving_partner', 'receiving_partner'] as const).every(side => agreedBy.includes(side))) {
      const agreed = store.update(store.data.dealChanges, change, {agreedBy});
      touchDeal(scope, deal);
      announce(scope, agreed, deal);
      tellStory(store, deal, 'transfer_agreed', viewer);
      return show(scope, agreed);
    }
    takeEffect(scope, change, deal);
    return settle(scope, change, deal, 'approved', input.comment, agreedBy);
  },
  reject(input, scope) {
    const {change, deal} = lockChange(scope, input, 'reject');
    return settle(scope, change, deal, 'rejected', input.comment, change.agreedBy);
  },
  withdraw(input, scope) {
    const {change, deal} = lockChange(scope, input, 'withdraw');
    return settle(scope, change, deal, 'withdrawn', input.comment, change.agreedBy);
  },
};

/** Whether a partner reads a request: about its own deals, and transfers that were offered to it. */
function isVisible({store, viewer}: Scope, change: DealChangeRow): boolean {
  const deal = store.data.deals.get(change.dealRegistrationId);
  if (!deal) return false;
  return mayReadDeal(store, viewer, deal) || isOfferedTo(change, viewer);
}

function askable(scope: Scope, dealId: string, kind: DealChangeKind): DealRow {
  const deal = endDealIfDue(scope.store, findDeal(scope, dealId));
  if (!isActor(scope.viewer, deal)) throw problem('forbidden');
  if (!isProtected(deal)) throw problem('deal_status_conflict');
  if (changesOf(scope.store, deal.id).some(change => change.kind === kind && change.status === 'requested')) throw problem('deal_change_open');
  return deal;
}

function ask(scope: Scope, deal: DealRow, kind: DealChangeKind, fields: Partial<DealChangeRow> & {note: string}): DealChange {
  const {store, viewer} = scope;
  const now = store.now();
  const change = store.data.dealChanges.set({
    protectedUntilOn: null,
    amendment: null,
    needsNewApproval: false,
    toPartnerOrgId: null,
    agreedBy: [],
    ...fields,
    id: store.newId('dealChange'),
    dealRegistrationId: deal.id,
    kind,
    status: 'requested',
    requestedSide: viewer.side,
    requestedBy: viewer.person,
    requestedAt: now,
    decidedSide: null,
    decidedBy: null,
    decidedAt: null,
    comment: null,
    version: 1,
    updatedAt: now,
  });
  const event = ({extension: 'request_extension', amendment: 'request_amendment', transfer: 'propose_transfer'} as const)[kind];
  moveDeal(store, deal, event, viewer, {body: fields.note, ...(fields.protectedUntilOn ? {data: {until: fields.protectedUntilOn}} : {})});
  return show(scope, change);
}

/** A request that the reader may decide, at the version that they saw. */
function lockChange(scope: Scope, {id, version}: Deciding, action: DealChange['actions'][number]): {change: DealChangeRow; deal: DealRow} {
  const change = scope.store.data.dealChanges.get(id);
  const deal = change && scope.store.data.deals.get(change.dealRegistrationId);
  if (!change || !deal || !isVisible(scope, change)) throw problem('deal_change_not_found');
  if (change.version !== version) throw problem('version_conflict', {current: show(scope, change)});
  if (change.status !== 'requested') throw problem('deal_change_decided');
  if (!toDealChange(scope.store, change, deal, scope.viewer).actions.includes(action)) throw problem('forbidden');
  return {change, deal};
}

function settle(scope: Scope, change: DealChangeRow, deal: DealRow, status: DealChange['status'], comment: string | undefined, agreedBy: DealChange['agreedBy']): DealChange {
  const {store, viewer} = scope;
  const settled = store.update(store.data.dealChanges, change, {status, agreedBy, decidedSide: viewer.side, decidedBy: viewer.person, decidedAt: store.now(), comment: comment ?? null});
  if (status !== 'approved') touchDeal(scope, deal);
  announce(scope, settled, deal);
  // Which of two partners said no, and why, is between them and the vendor.
  const isPrivate = change.kind === 'transfer' && status === 'rejected';
  tellStory(store, deal, change.kind === 'transfer' && status === 'approved' ? 'transfer' : `${change.kind}_${status}`, isPrivate ? null : viewer, {body: isPrivate ? undefined : comment});
  return show(scope, settled);
}

/** Does what was asked for. */
function takeEffect({store}: Scope, change: DealChangeRow, deal: DealRow): void {
  const update = (changes: Partial<DealRow>) => store.update(store.data.deals, deal, changes);
  if (change.kind === 'extension' && change.protectedUntilOn !== null) {
    update({protectedUntil: endOfDay(change.protectedUntilOn, store.data.program.timeZone), extensionCount: deal.extensionCount + 1, remindedDays: null});
  } else if (change.kind === 'amendment' && change.amendment) {
    const {lines = deal.lines, estimatedAmount = deal.estimatedAmount, expectedCloseOn = deal.expectedCloseOn} = change.amendment;
    const products = productsOf({lines});
    if (protectedRival(store, deal, products)) throw problem('deal_already_protected');
    const isMoved = expectedCloseOn !== deal.expectedCloseOn;
    update({lines, estimatedAmount: amountOf({lines, estimatedAmount}), expectedCloseOn, protectedProducts: products, ...(isMoved ? {movedAt: store.now()} : {})});
  } else if (change.toPartnerOrgId !== null) {
    refuseInConflict({store}, deal);
    if (capacityLeft(store, change.toPartnerOrgId) === 0) throw problem('deal_capacity_reached', {detail: 'The deal can be taken over when one of your open registrations has ended.'});
    const parentId = store.data.partnerOrgs.get(change.toPartnerOrgId)?.parentId ?? null;
    const isShared = parentId !== null && store.data.partnerOrgs.get(parentId)?.type === 'distributor';
    update({partnerOrgId: change.toPartnerOrgId, ownerId: null, submittedById: null, leadOfferId: null, distributorId: isShared ? parentId : null});
    // Whoever had it hears that it has gone.
    store.change('deal_registration', deal.id, {partnerOrgId: deal.partnerOrgId});
    return;
  }
  store.change('deal_registration', deal.id);
}

/** The registration shows its open requests, so it is a new version. */
function touchDeal({store}: Scope, deal: DealRow): void {
  store.update(store.data.deals, deal, {});
  store.change('deal_registration', deal.id);
}

/** Nobody gives a deal away while people decide between it and another. */
function refuseInConflict({store}: Pick<Scope, 'store'>, {id}: DealRow): void {
  const isOpen = store.data.conflicts.values().some(({firstId, secondId, status}) => status !== 'resolved' && (firstId === id || secondId === id));
  if (isOpen) throw problem('deal_status_conflict', {detail: 'A conflict case about this deal is open.'});
}

/** Whether products are named that were not approved; no lines stand for all products. */
function widens(deal: DealRow, products: readonly string[] | null): boolean {
  const approved = claimedProducts(deal);
  if (products === null || approved.length === 0) return false;
  return products.length === 0 || products.some(product => !approved.includes(product));
}

function announce({store}: Scope, change: DealChangeRow, deal: DealRow): void {
  store.change('deal_registration', deal.id, change.toPartnerOrgId !== null && change.agreedBy.includes('giving_partner') ? {partnerOrgId: change.toPartnerOrgId} : {});
}

function show({store, viewer}: Scope, change: DealChangeRow): DealChange {
  const deal = store.data.deals.get(change.dealRegistrationId);
  if (!deal) throw problem('deal_change_not_found');
  return toDealChange(store, change, deal, viewer);
}
