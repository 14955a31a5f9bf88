import type {Client} from '@portico/client';
import type {DealLostReason, DealRegistration, DealWithdrawReason} from '@portico/contract';
import {isGone} from '../base/live-list.model.ts';
import type {DealAct, DealActInput} from './deal-list.model.ts';

/**
 * Makes the call of an act.
 *
 * @returns The registration as it is now; `null` when it is nobody's here any more, such as after a transfer.
 */
export async function sendAct(client: Client, act: DealAct, deal: DealRegistration, input: DealActInput): Promise<DealRegistration | null> {
  const {id, version} = deal;
  const {reason = 'other', comment, stage = '', probability, expectedCloseOn, nextStep, owner, note = '', amount, lines, protectedUntilOn = '', change} = input;
  const deals = client.dealRegistrations;
  switch (act) {
    case 'set_stage':
      return deals.setStage({id, version, stage, probability, expectedCloseOn, nextStep});
    case 'withdraw':
      return deals.withdraw({id, version, reason: reason as DealWithdrawReason, comment});
    case 'lose':
      return deals.lose({id, version, reason: reason as DealLostReason, comment});
    case 'win':
      return deals.win({id, version, amount, comment});
    case 'recall':
      return deals.recall({id, version});
    case 'revise':
      return deals.revise({id, version});
    case 'reassign':
      return deals.reassign({id, version, ownerId: owner?.id ?? '', comment});
    case 'request_extension':
      await client.dealChanges.extend({dealRegistrationId: id, note, protectedUntilOn});
      return reread(client, deal);
    case 'request_amendment':
      await client.dealChanges.amend({dealRegistrationId: id, note, amendment: {...(amount && {estimatedAmount: amount}), ...(expectedCloseOn && {expectedCloseOn}), ...(lines && {lines})}});
      return reread(client, deal);
    default:
      await sendDecision(client, act, input);
      return change?.dealRegistrationId === id ? reread(client, deal) : deal;
  }
}

/** Agrees to a request, refuses it or takes it back. */
export async function sendDecision({dealChanges}: Client, act: 'agree' | 'refuse' | 'take_back', {change, comment}: DealActInput): Promise<void> {
  if (!change) return;
  const input = {id: change.id, version: change.version, comment};
  if (act === 'agree') await dealChanges.approve(input);
  else if (act === 'refuse') await dealChanges.reject(input);
  else await dealChanges.withdraw(input);
}

/** The registration after a request about it took effect; as it was known, when the reading fails: the change feed brings it later. */
async function reread(client: Client, deal: DealRegistration): Promise<DealRegistration | null> {
  try {
    return await client.dealRegistrations.get({id: deal.id});
  } catch (error) {
    return isGone(error) ? null : deal;
  }
}
