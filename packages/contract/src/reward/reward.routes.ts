import {z} from 'zod';
import {changesOf} from '../changes.ts';
import {pageInput, pageOf} from '../page.ts';
import {defineRoutes} from '../route.ts';
import {Id, Version} from '../text.ts';
import {Reward, RewardFields} from './reward.schema.ts';

const staff = ['key', 'vendor'] as const;
const everybody = ['key', 'vendor', 'partner'] as const;

export const rewardRoutes = defineRoutes({
  /** Lists rewards, the cheapest first; partners see those that are offered. */
  list: {method: 'GET', path: '/rewards', input: z.object(pageInput), response: pageOf(Reward), callers: everybody},
  /** One reward. */
  get: {method: 'GET', path: '/rewards/{id}', input: z.object({id: Id}), response: Reward, callers: everybody, problems: ['reward_not_found']},
  /** Adds a reward. */
  create: {method: 'POST', path: '/rewards', input: RewardFields, response: Reward, status: 201, callers: staff},
  /** Changes a reward; what is left out stays. Redemptions keep the price at which they were asked for. */
  update: {method: 'PATCH', path: '/rewards/{id}', input: z.object({...changesOf(RewardFields).shape, id: Id, version: Version}), response: Reward, callers: staff, problems: ['reward_not_found']},
});
