import type {Api, Badge} from '@portico/contract';
import {remainingTo} from '@portico/contract/challenge-rules';
import type {BadgeRow} from './challenge-data.ts';
import {awardOf, badgeSpan, everybody, statusOf, sumGoal} from './challenge-flow.ts';
import {refuseManagers} from './challenge.mocks.ts';
import type {MockHandlers, Scope} from './handlers.ts';
import {pageOf, sortRows, type Order} from './paging.ts';
import {problem} from './problem.ts';

const byName: Order<BadgeRow> = {keyOf: ({name}) => name, ids: 'up'};

export const badgeMocks: MockHandlers<Api['badges']> = {
  list(input, scope) {
    const {items, page} = pageOf(sortRows(scope.store.data.challenges.badges.values().filter(row => isSeen(scope, row)), byName), byName, input, input);
    return {items: items.map(row => toBadge(scope, row)), page};
  },
  get: ({id}, scope) => toBadge(scope, findBadge(scope, id)),
  create(fields, scope) {
    const {store} = scope;
    refuseManagers(scope);
    const now = store.now();
    const row = store.data.challenges.badges.set({...fields, id: store.newId('badge'), version: 1, createdAt: now, updatedAt: now});
    store.change('badge', row.id, {partnerOrgIds: everybody(store)});
    return toBadge(scope, row);
  },
  update({id, version, ...changes}, scope) {
    const {store} = scope;
    refuseManagers(scope);
    const row = findBadge(scope, id);
    if (row.version !== version) throw problem('version_conflict', {current: toBadge(scope, row)});
    const updated = store.update(store.data.challenges.badges, row, Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined)) as Partial<BadgeRow>);
    store.change('badge', id, {partnerOrgIds: everybody(store)});
    return toBadge(scope, updated);
  },
};

function isSeen({store, viewer}: Scope, row: BadgeRow): boolean {
  return viewer.side === 'vendor' || !row.isRetired || awardOf(store, row.id, viewer.partnerOrgId) !== undefined;
}

/** A badge that the reader sees. */
export function findBadge(scope: Scope, id: string): BadgeRow {
  const row = scope.store.data.challenges.badges.get(id);
  if (!row || !isSeen(scope, row)) throw problem('badge_not_found');
  return row;
}

function toBadge({store, viewer}: Scope, row: BadgeRow): Badge {
  const {criterion} = row;
  const {partnerOrgId} = viewer;
  const award = awardOf(store, row.id, partnerOrgId);
  const value = criterion && partnerOrgId !== null ? sumGoal(store, criterion.goal, partnerOrgId, badgeSpan(store, row)) : 0;
  return {
    ...row,
    own: criterion && partnerOrgId !== null ? {value, target: criterion.goal.target, remaining: remainingTo(criterion.goal.target, value)} : null,
    award: award ? {id: award.id, earnedAt: award.earnedAt, validUntil: award.validUntil} : null,
    holders: viewer.side === 'partner' ? null : store.data.challenges.awards.values().filter(each => each.badgeId === row.id && statusOf(store, each) === 'valid').length,
  };
}
