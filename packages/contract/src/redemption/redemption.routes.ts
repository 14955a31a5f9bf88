import {z} from 'zod';
import {pageInput, pageOf} from '../page.ts';
import {defineRoutes} from '../route.ts';
import {Id, Version, text} from '../text.ts';
import {PointsLiability, Redemption, RedemptionStatus} from './redemption.schema.ts';

const staff = ['key', 'vendor'] as const;
const everybody = ['key', 'vendor', 'partner'] as const;
const moved = ['redemption_not_found', 'redemption_status_conflict'] as const;
const act = {id: Id, version: Version};

export const redemptionRoutes = defineRoutes({
  /** Lists redemptions, the latest first; partners see their own organisation's. */
  list: {method: 'GET', path: '/redemptions', input: z.object({...pageInput, partnerOrgId: Id.optional(), rewardId: Id.optional(), status: z.array(RedemptionStatus).max(5).optional()}), response: pageOf(Redemption), callers: everybody},
  /** One redemption. */
  get: {method: 'GET', path: '/redemptions/{id}', input: z.object({id: Id}), response: Redemption, callers: everybody, problems: ['redemption_not_found']},
  /** Asks for a reward: its points leave the account at once, those that expire first. */
  create: {
    method: 'POST',
    path: '/redemptions',
    input: z.object({rewardId: Id, /** The price that the partner saw; another one is refused. */ points: z.int().positive(), note: text(1000).nullable().default(null)}),
    response: Redemption,
    status: 201,
    callers: ['partner'],
    problems: ['reward_not_found', 'reward_price_changed', 'reward_out_of_stock', 'points_short'],
  },
  /** Promises it. */
  approve: {method: 'POST', path: '/redemptions/{id}/approve', input: z.object(act), response: Redemption, callers: staff, problems: moved},
  /** Says that the partner has it. */
  fulfil: {method: 'POST', path: '/redemptions/{id}/fulfil', input: z.object({...act, answer: text(1000).nullable().default(null)}), response: Redemption, callers: staff, problems: moved},
  /** Says that it cannot be had after all; points and stock go back. */
  fail: {method: 'POST', path: '/redemptions/{id}/fail', input: z.object({...act, reason: text(500)}), response: Redemption, callers: staff, problems: moved},
  /** Ends it before it is fulfilled; a partner, as long as it is `requested`. Points and stock go back. */
  cancel: {method: 'POST', path: '/redemptions/{id}/cancel', input: z.object({...act, reason: text(500).nullable().default(null)}), response: Redemption, callers: everybody, problems: moved},
  /** What the vendor owes for all points that are not redeemed. */
  liability: {method: 'GET', path: '/redemptions/liability', input: z.object({}), response: PointsLiability, callers: staff},
});
