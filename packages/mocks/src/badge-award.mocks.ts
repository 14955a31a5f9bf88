import type {Api, BadgeAward} from '@portico/contract';
import {findBadge} from './badge.mocks.ts';
import type {AwardRow} from './challenge-data.ts';
import {giveBadge, statusOf} from './challenge-flow.ts';
import {refuseManagers} from './challenge.mocks.ts';
import type {MockHandlers, Scope} from './handlers.ts';
import {orgRef} from './lead-flow.ts';
import {newestBy, pageOf, sortRows} from './paging.ts';
import {problem} from './problem.ts';
import {isOwn} from './reach.ts';

const latest = newestBy<AwardRow>(({earnedAt}) => earnedAt);

export const badgeAwardMocks: MockHandlers<Api['badgeAwards']> = {
  list({badgeId, partnerOrgId, status, ...input}, scope) {
    const rows = scope.store.data.challenges.awards.values().filter(row => isOwn(scope, row) && (badgeId === undefined || row.badgeId === badgeId) && (partnerOrgId === undefined || row.partnerOrgId === partnerOrgId) && (status === undefined || statusOf(scope.store, row) === status));
    const {items, page} = pageOf(sortRows(rows, latest), latest, input, {...input, badgeId, partnerOrgId, status});
    return {items: items.map(row => toAward(scope, row)), page};
  },
  get: ({id}, scope) => toAward(scope, findAward(scope, id)),
  create({badgeId, partnerOrgId, note}, scope) {
    refuseManagers(scope);
    if (findBadge(scope, badgeId).isRetired) throw problem('badge_retired');
    if (!scope.store.data.partnerOrgs.get(partnerOrgId)) throw problem('partner_org_not_found');
    const row = giveBadge(scope.store, {badgeId, partnerOrgId, earnedBy: 'hand', challengeEntryId: null, note});
    if (!row) throw problem('badge_held');
    return toAward(scope, row);
  },
  revoke({id, version, reason}, scope) {
    const {store} = scope;
    refuseManagers(scope);
    const row = findAward(scope, id);
    if (row.version !== version) throw problem('version_conflict', {current: toAward(scope, row)});
    if (statusOf(store, row) !== 'valid') throw problem('badge_award_status_conflict');
    const revoked = store.update(store.data.challenges.awards, row, {revokedAt: store.now(), reason});
    store.change('badge_award', id, {partnerOrgIds: [row.partnerOrgId]});
    return toAward(scope, revoked);
  },
};

function findAward(scope: Scope, id: string): AwardRow {
  const row = scope.store.data.challenges.awards.get(id);
  if (!row || !isOwn(scope, row)) throw problem('badge_award_not_found');
  return row;
}

function toAward({store}: Scope, row: AwardRow): BadgeAward {
  const {badgeId, partnerOrgId, challengeEntryId, updatedAt: _, ...award} = row;
  const {badges, entries, challenges} = store.data.challenges;
  const badge = badges.get(badgeId);
  const challenge = challenges.get(entries.get(challengeEntryId ?? '')?.challengeId ?? '');
  return {...award, badge: {id: badgeId, name: badge?.name ?? '', description: badge?.description ?? null}, partnerOrg: orgRef(store, partnerOrgId), challenge: challenge ? {id: challenge.id, name: challenge.name} : null, status: statusOf(store, row)};
}
