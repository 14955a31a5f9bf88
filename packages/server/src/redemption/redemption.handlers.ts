import {redemptionCan, redemptionTransitions, type Api, type Redemption, type RedemptionEvent, type RedemptionStatus} from '@portico/contract';
import type {Updateable} from 'kysely';
import {refuseManagers} from '../access/refuse-managers.ts';
import {recordChanges} from '../changes/record-changes.ts';
import {newId, nowText} from '../context.ts';
import type {RedemptionTable} from '../database/challenge-tables.ts';
import {elevated} from '../database/elevate.ts';
import type {Scope} from '../database/scope.ts';
import type {Handlers} from '../handlers.ts';
import {takeEventNumbers} from '../points-flow/partner-events.queries.ts';
import {expectVersion, problem} from '../problem.ts';
import {findReward, lockReward, moveStock} from '../reward/reward.queries.ts';
import {pay, payBack} from './pay.ts';
import {findRedemption, insertRedemption, listRedemptions, lockRedemption, sumLiability, updateRedemption} from './redemption.queries.ts';

export const redemptionHandlers: Handlers<Api['redemptions']> = {
  list: ({input, scope}) => listRedemptions(scope, input),

  get: ({input, scope}) => read(scope, input.id),

  create: async ({input: {rewardId, points, note}, scope}) => {
    const {partnerOrgId} = scope;
    if (partnerOrgId === null) throw new Error('A partner session without an organisation.');
    if (!(await findReward(scope, rewardId))) throw problem('reward_not_found');
    const id = newId(scope.context);
    await elevated(scope, async system => {
      await holdAccount(system, partnerOrgId);
      const reward = await lockReward(system, rewardId);
      if (!reward?.isOffered) throw problem('reward_not_found');
      if (reward.points !== points) throw problem('reward_price_changed');
      if (reward.stock === 0) throw problem('reward_out_of_stock');
      await moveStock(system, rewardId, -1);
      await insertRedemption(system, id, reward, {partnerOrgId, note});
      await pay(system, {redemptionId: id, partnerOrgId, points});
    });
    await recordChanges(scope, [
      {resource: 'redemption', id, action: 'create', partnerOrgId, changes: {rewardId, points}},
      {resource: 'points_entry', id, action: 'redeem', partnerOrgId, toVendor: false, changes: {points: -points}},
    ]);
    return read(scope, id);
  },

  approve: ({input, scope}) => act(scope, input, 'approve', {approved_at: nowText(scope.context), approved_by: scope.personId}),

  fulfil: ({input: {answer, ...input}, scope}) => act(scope, input, 'fulfil', {answer, ...ended(scope)}),

  fail: ({input: {reason, ...input}, scope}) => act(scope, input, 'fail', {reason, ...ended(scope)}),

  cancel: ({input: {reason, ...input}, scope}) => act(scope, input, scope.caller === 'partner' ? 'call_off' : 'cancel', {reason, ...ended(scope)}),

  liability: ({scope}) => {
    refuseManagers(scope);
    return sumLiability(scope);
  },
};

/** Lets something happen to a redemption, under the locks of the account, the reward and itself, in this order; and announces it. */
async function act(scope: Scope, {id, version}: {readonly id: string; readonly version: number}, event: RedemptionEvent, columns: Updateable<RedemptionTable>): Promise<Redemption> {
  refuseManagers(scope);
  const seen = await read(scope, id);
  const {to: status} = redemptionTransitions[event];
  const goesBack = status === 'failed' || status === 'cancelled';
  const partnerOrgId = seen.partnerOrg.id;
  await elevated(scope, async system => {
    if (goesBack) {
      await holdAccount(system, partnerOrgId);
      await lockReward(system, seen.reward.id);
    }
    const held = await lockRedemption(system, id);
    if (!held) throw problem('redemption_not_found');
    await expectVersion(held, version, async () => seen);
    if (!redemptionCan(event, held.status as RedemptionStatus, scope.caller === 'partner' ? 'partner' : 'vendor')) throw problem('redemption_status_conflict');
    await updateRedemption(system, id, {...columns, status});
    if (!goesBack) return;
    if (held.took_stock) await moveStock(system, seen.reward.id, 1);
    await payBack(system, id);
  });
  await recordChanges(scope, [
    {resource: 'redemption', id, action: event, partnerOrgId, changes: {status}},
    ...(goesBack ? [{resource: 'points_entry', id, action: 'give_back', partnerOrgId, toVendor: false, changes: {points: seen.points}} as const] : []),
  ]);
  return read(scope, id);
}

/** One payment of a partner at a time. */
async function holdAccount(system: Scope, partnerOrgId: string): Promise<void> {
  await takeEventNumbers(system, new Map([[partnerOrgId, 0]]));
}

function ended({personId, context}: Scope): Updateable<RedemptionTable> {
  return {ended_at: nowText(context), ended_by: personId};
}

async function read(scope: Scope, id: string): Promise<Redemption> {
  const redemption = await findRedemption(scope, id);
  if (!redemption) throw problem('redemption_not_found');
  return redemption;
}
