import type {Api, Reward, RewardFields} from '@portico/contract';
import {refuseManagers} from '../access/refuse-managers.ts';
import {getAudience} from '../challenge-flow/takers.queries.ts';
import {recordChange} from '../changes/record-change.ts';
import type {Scope} from '../database/scope.ts';
import type {Handlers} from '../handlers.ts';
import {expectVersion, problem} from '../problem.ts';
import {findReward, insertReward, listRewards, lockReward, updateReward} from './reward.queries.ts';

export const rewardHandlers: Handlers<Api['rewards']> = {
  list: ({input, scope}) => listRewards(scope, input),

  get: ({input, scope}) => read(scope, input.id),

  create: async ({input, scope}) => {
    refuseManagers(scope);
    const id = await insertReward(scope, input);
    await recordChange(scope, {resource: 'reward', id, action: 'create', partnerOrgIds: await getAudience(scope), changes: {name: input.name, points: input.points}});
    return read(scope, id);
  },

  update: async ({input: {id, version, ...changes}, scope}) => {
    refuseManagers(scope);
    const held = await lockReward(scope, id);
    if (!held) throw problem('reward_not_found');
    await expectVersion(held, version, () => read(scope, id));
    const fields: RewardFields = {...held, ...(Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined)) as Partial<RewardFields>)};
    await updateReward(scope, id, fields);
    await recordChange(scope, {resource: 'reward', id, action: 'update', partnerOrgIds: await getAudience(scope), changes: {...changes}});
    return read(scope, id);
  },
};

async function read(scope: Scope, id: string): Promise<Reward> {
  const reward = await findReward(scope, id);
  if (!reward) throw problem('reward_not_found');
  return reward;
}
