import type {Api, BadgeAward} from '@portico/contract';
import {refuseManagers} from '../access/refuse-managers.ts';
import {findBadge} from '../badge/badge.queries.ts';
import {getPartnerNames} from '../board/board.queries.ts';
import {giveBadge} from '../challenge-flow/badges.ts';
import {recordChange} from '../changes/record-change.ts';
import type {Scope} from '../database/scope.ts';
import type {Handlers} from '../handlers.ts';
import {expectVersion, problem} from '../problem.ts';
import {findAward, listAwards, lockAward, revokeAward} from './badge-award.queries.ts';

export const badgeAwardHandlers: Handlers<Api['badgeAwards']> = {
  list: ({input, scope}) => listAwards(scope, input),

  get: ({input, scope}) => read(scope, input.id),

  create: async ({input: {badgeId, partnerOrgId, note}, scope}) => {
    refuseManagers(scope);
    const badge = await findBadge(scope, badgeId);
    if (!badge) throw problem('badge_not_found');
    if (badge.isRetired) throw problem('badge_retired');
    if (!(await getPartnerNames(scope, [partnerOrgId])).has(partnerOrgId)) throw problem('partner_org_not_found');
    const given = await giveBadge(scope, {badgeId, partnerOrgId, earnedBy: 'hand', note});
    if (!given) throw problem('badge_held');
    await recordChange(scope, given.change);
    return read(scope, given.id);
  },

  revoke: async ({input: {id, version, reason}, scope}) => {
    refuseManagers(scope);
    const held = await lockAward(scope, id);
    if (!held) throw problem('badge_award_not_found');
    await expectVersion(held, version, () => read(scope, id));
    const {status, partnerOrg} = await read(scope, id);
    if (status !== 'valid') throw problem('badge_award_status_conflict');
    await revokeAward(scope, id, reason);
    await recordChange(scope, {resource: 'badge_award', id, action: 'revoke', partnerOrgId: partnerOrg.id});
    return read(scope, id);
  },
};

async function read(scope: Scope, id: string): Promise<BadgeAward> {
  const award = await findAward(scope, id);
  if (!award) throw problem('badge_award_not_found');
  return award;
}
