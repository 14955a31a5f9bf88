import type {Api, PointsHold} from '@portico/contract';
import {countGoals} from './challenge-flow.ts';
import type {MockHandlers, Scope} from './handlers.ts';
import {newestBy, pageOf, sortRows} from './paging.ts';
import {settleAll} from './points-flow.ts';
import {problem} from './problem.ts';

const latest = newestBy<PointsHold>(({createdAt}) => createdAt);

export const pointsHoldMocks: MockHandlers<Api['pointsHolds']> = {
  list({status, partnerOrgId, ...input}, scope) {
    const rows = scope.store.data.standing.holds.values().filter(row => (status === undefined || row.status === status) && (partnerOrgId === undefined || row.partnerOrg.id === partnerOrgId));
    return pageOf(sortRows(rows, latest), latest, input, {...input, status, partnerOrgId});
  },
  get: ({id}, scope) => find(scope, id),
  release({comment = null, ...input}, scope) {
    const hold = decide(scope, input, 'released', comment);
    settleAll(scope.store, hold.partnerOrg.id, 'event');
    countGoals(scope.store, hold.partnerOrg.id);
    return hold;
  },
  deny: ({comment, ...input}, scope) => decide(scope, input, 'denied', comment),
  check: (_, {store}) => store.data.standing.check,
  setCheck(input, {store, viewer}) {
    refuseManagers(viewer);
    store.data.standing.check = input;
    return input;
  },
};

function find({store}: Scope, id: string): PointsHold {
  const hold = store.data.standing.holds.get(id);
  if (!hold) throw problem('points_hold_not_found');
  return hold;
}

function decide(scope: Scope, {id, version}: {readonly id: string; readonly version: number}, status: 'released' | 'denied', comment: string | null): PointsHold {
  refuseManagers(scope.viewer);
  const hold = find(scope, id);
  if (hold.version !== version) throw problem('version_conflict', {current: hold});
  if (hold.status !== 'held') throw problem('points_hold_status_conflict');
  const {store} = scope;
  const decided = store.data.standing.holds.set({...hold, status, comment, decidedAt: store.now(), version: version + 1});
  store.change('points_hold', id);
  return decided;
}

function refuseManagers({roles}: Scope['viewer']): void {
  if (roles.length > 0 && roles.every(role => role === 'channel_manager')) throw problem('forbidden');
}
