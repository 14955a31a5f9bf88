import {redemptionCan, redemptionTransitions, type Api, type Redemption, type RedemptionAction, type RedemptionEvent} from '@portico/contract';
import {payFrom, worthAt} from '@portico/contract/points-account-rules';
import type {RedemptionRow} from './challenge-data.ts';
import {refuseManagers} from './challenge.mocks.ts';
import type {MockHandlers, Scope} from './handlers.ts';
import {orgRef} from './lead-flow.ts';
import {newestBy, pageOf, sortRows} from './paging.ts';
import {addLine, lotsOf, reverseLine, standingLines} from './points-lines.ts';
import {problem} from './problem.ts';
import {isOwn} from './reach.ts';
import {findReward} from './reward.mocks.ts';

const latest = newestBy<RedemptionRow>(({createdAt}) => createdAt);

export const redemptionMocks: MockHandlers<Api['redemptions']> = {
  list({partnerOrgId, rewardId, status, ...input}, scope) {
    const rows = scope.store.data.challenges.redemptions.values().filter(row => isOwn(scope, row) && (partnerOrgId === undefined || row.partnerOrgId === partnerOrgId) && (rewardId === undefined || row.rewardId === rewardId) && (!status || status.length === 0 || status.includes(row.status)));
    const {items, page} = pageOf(sortRows(rows, latest), latest, input, {...input, partnerOrgId, rewardId, status});
    return {items: items.map(row => toRedemption(scope, row)), page};
  },
  get: ({id}, scope) => toRedemption(scope, findRedemption(scope, id)),
  create({rewardId, points, note}, scope) {
    const {store, viewer} = scope;
    const reward = findReward(scope, rewardId);
    const partnerOrgId = viewer.partnerOrgId ?? '';
    const personId = viewer.person?.id ?? null;
    if (reward.points !== points) throw problem('reward_price_changed');
    if (reward.stock === 0) throw problem('reward_out_of_stock');
    const paid = payFrom(lotsOf(store, partnerOrgId), points);
    if (!paid) throw problem('points_short');
    if (reward.stock !== null) store.update(store.data.challenges.rewards, reward, {stock: reward.stock - 1});
    const now = store.now();
    const row = store.data.challenges.redemptions.set({id: store.newId('redemption'), rewardId, partnerOrgId, personId, status: 'requested', points, value: reward.value, tookStock: reward.stock !== null, note, answer: null, reason: null, approvedAt: null, endedAt: null, version: 1, createdAt: now, updatedAt: now});
    for (const part of paid) addLine(store, {partnerOrgId, personId, challengeEntryId: null, redemptionId: row.id, points: -part.points, reason: 'redemption', occurredAt: now, expiresAt: part.expiresAt});
    store.change('redemption', row.id, {partnerOrgIds: [partnerOrgId]});
    return toRedemption(scope, row);
  },
  approve: (input, scope) => act(scope, input, 'approve', {approvedAt: scope.store.now()}),
  fulfil: ({answer, ...input}, scope) => act(scope, input, 'fulfil', {answer, endedAt: scope.store.now()}),
  fail: ({reason, ...input}, scope) => act(scope, input, 'fail', {reason, endedAt: scope.store.now()}),
  cancel: ({reason, ...input}, scope) => act(scope, input, scope.viewer.side === 'partner' ? 'call_off' : 'cancel', {reason, endedAt: scope.store.now()}),
  liability(_, scope) {
    const {store} = scope;
    refuseManagers(scope);
    const balances = store.data.partnerOrgs.values().map(({id}) => lotsOf(store, id).reduce((sum, {points}) => sum + points, 0));
    const owned = balances.filter(points => points > 0);
    const unredeemed = owned.reduce((sum, points) => sum + points, 0);
    const reserved = store.data.challenges.redemptions.values().reduce((sum, {status, points}) => (status === 'requested' || status === 'approved' ? sum + points : sum), 0);
    const {value: rate} = store.data.challenges.scheme;
    return {asOf: store.now(), unredeemed, reserved, points: unredeemed + reserved, partners: owned.length, rate, value: rate && {amountMinor: worthAt(rate, unredeemed + reserved), currency: rate.currency}};
  },
};

function findRedemption(scope: Scope, id: string): RedemptionRow {
  const row = scope.store.data.challenges.redemptions.get(id);
  if (!row || !isOwn(scope, row)) throw problem('redemption_not_found');
  return row;
}

function act(scope: Scope, {id, version}: {readonly id: string; readonly version: number}, event: RedemptionEvent, changes: Partial<RedemptionRow>): Redemption {
  const {store, viewer} = scope;
  refuseManagers(scope);
  const row = findRedemption(scope, id);
  if (row.version !== version) throw problem('version_conflict', {current: toRedemption(scope, row)});
  if (!redemptionCan(event, row.status, viewer.side)) throw problem('redemption_status_conflict');
  const {to: status} = redemptionTransitions[event];
  const moved = store.update(store.data.challenges.redemptions, row, {...changes, status});
  if (status === 'failed' || status === 'cancelled') {
    const reward = store.data.challenges.rewards.get(row.rewardId);
    if (row.tookStock && reward && reward.stock !== null) store.update(store.data.challenges.rewards, reward, {stock: reward.stock + 1});
    for (const line of standingLines(store, {redemptionId: id})) reverseLine(store, line, 'redemption_returned');
  }
  store.change('redemption', id, {partnerOrgIds: [row.partnerOrgId]});
  return toRedemption(scope, moved);
}

function toRedemption({store, viewer}: Scope, {rewardId, partnerOrgId, personId, tookStock: _, ...row}: RedemptionRow): Redemption {
  const person = store.data.people.get(personId ?? '');
  const isManager = viewer.roles.length > 0 && viewer.roles.every(role => role === 'channel_manager');
  return {
    ...row,
    reward: {id: rewardId, name: store.data.challenges.rewards.get(rewardId)?.name ?? ''},
    partnerOrg: orgRef(store, partnerOrgId),
    person: person ? {id: person.id, name: person.name} : null,
    actions: isManager ? [] : (Object.keys(redemptionTransitions) as RedemptionAction[]).filter(event => redemptionCan(event, row.status, viewer.side)),
  };
}
