import type {Api, Reward} from '@portico/contract';
import {everybody} from './challenge-flow.ts';
import {refuseManagers} from './challenge.mocks.ts';
import type {MockHandlers, Scope} from './handlers.ts';
import {pageOf, sortRows, type Order} from './paging.ts';
import {problem} from './problem.ts';

const cheapest: Order<Reward> = {keyOf: ({points}) => points, ids: 'up'};

export const rewardMocks: MockHandlers<Api['rewards']> = {
  list: (input, {store, viewer}) => pageOf(sortRows(store.data.challenges.rewards.values().filter(row => viewer.side === 'vendor' || row.isOffered), cheapest), cheapest, input, input),
  get: ({id}, scope) => findReward(scope, id),
  create(fields, scope) {
    const {store} = scope;
    refuseManagers(scope);
    const now = store.now();
    const row = store.data.challenges.rewards.set({...fields, id: store.newId('reward'), version: 1, createdAt: now, updatedAt: now});
    store.change('reward', row.id, {partnerOrgIds: everybody(store)});
    return row;
  },
  update({id, version, ...changes}, scope) {
    const {store} = scope;
    refuseManagers(scope);
    const row = findReward(scope, id);
    if (row.version !== version) throw problem('version_conflict', {current: row});
    const updated = store.update(store.data.challenges.rewards, row, Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined)) as Partial<Reward>);
    store.change('reward', id, {partnerOrgIds: everybody(store)});
    return updated;
  },
};

/** A reward that the reader sees. */
export function findReward({store, viewer}: Scope, id: string): Reward {
  const row = store.data.challenges.rewards.get(id);
  if (!row || (viewer.side === 'partner' && !row.isOffered)) throw problem('reward_not_found');
  return row;
}
