import type {Api, Badge} from '@portico/contract';
import {refuseManagers} from '../access/refuse-managers.ts';
import {getAudience} from '../challenge-flow/takers.queries.ts';
import {recordChange} from '../changes/record-change.ts';
import type {Scope} from '../database/scope.ts';
import type {Handlers} from '../handlers.ts';
import {expectVersion, problem} from '../problem.ts';
import {findBadge, insertBadge, listBadges, lockBadge, updateBadge} from './badge.queries.ts';

export const badgeHandlers: Handlers<Api['badges']> = {
  list: ({input, scope}) => listBadges(scope, input),

  get: ({input, scope}) => read(scope, input.id),

  create: async ({input, scope}) => {
    refuseManagers(scope);
    const id = await insertBadge(scope, input);
    await recordChange(scope, {resource: 'badge', id, action: 'create', partnerOrgIds: await getAudience(scope), changes: {name: input.name}});
    return read(scope, id);
  },

  update: async ({input: {id, version, ...changes}, scope}) => {
    refuseManagers(scope);
    const held = await lockBadge(scope, id);
    if (!held) throw problem('badge_not_found');
    await expectVersion(held, version, () => read(scope, id));
    await updateBadge(scope, id, changes);
    await recordChange(scope, {resource: 'badge', id, action: 'update', partnerOrgIds: await getAudience(scope), changes: {...changes}});
    return read(scope, id);
  },
};

async function read(scope: Scope, id: string): Promise<Badge> {
  const badge = await findBadge(scope, id);
  if (!badge) throw problem('badge_not_found');
  return badge;
}
