import type {Client} from '@portico/client';
import type {DealChange, DealLostReason, DealRegistration, DealWithdrawReason} from '@portico/contract';
import {isGone} from '../base/live-list.model.ts';
import type {Send} from '../base/send-or-keep.ts';
import type {DealAct, DealActInput} from './deal-list.model.ts';

/** Makes the call of an act. */
export function callAct(send: Send, act: DealAct, {id, version}: Pick<DealRegistration, 'id' | 'version'>, input: DealActInput): Promise<DealRegistration | DealChange> {
  const {reason = 'other', comment, stage = '', probability, expectedCloseOn, nextStep, owner, note = '', amount, lines, protectedUntilOn = '', change} = input;
  const decision = {id: change?.id ?? '', version: change?.version ?? 0, comment};
  switch (act) {
    case 'set_stage':
      return send('dealRegistrations', 'setStage', {id, version, stage, probability, expectedCloseOn, nextStep});
    case 'withdraw':
      return send('dealRegistrations', 'withdraw', {id, version, reason: reason as DealWithdrawReason, comment});
    case 'lose':
      return send('dealRegistrations', 'lose', {id, version, reason: reason as DealLostReason, comment});
    case 'win':
      return send('dealRegistrations', 'win', {id, version, amount, comment});
    case 'recall':
    case 'revise':
      return send('dealRegistrations', act, {id, version});
    case 'reassign':
      return send('dealRegistrations', 'reassign', {id, version, ownerId: owner?.id ?? '', comment});
    case 'request_extension':
      return send('dealChanges', 'extend', {dealRegistrationId: id, note, protectedUntilOn});
    case 'request_amendment':
      return send('dealChanges', 'amend', {dealRegistrationId: id, note, amendment: {...(amount && {estimatedAmount: amount}), ...(expectedCloseOn && {expectedCloseOn}), ...(lines && {lines})}});
    case 'agree':
      return send('dealChanges', 'approve', decision);
    case 'refuse':
      return send('dealChanges', 'reject', decision);
    case 'take_back':
      return send('dealChanges', 'withdraw', decision);
  }
}

/**
 * The registration that an answer is about: the answer itself, or read again where a request about it was answered.
 *
 * @param known - As it was: what comes of it when the reading fails, for the change feed brings it later.
 * @returns `null` when it is nobody's here any more, such as after a transfer.
 */
export async function dealAfter(client: Client, answer: unknown, known: DealRegistration | undefined): Promise<DealRegistration | null | undefined> {
  const {dealRegistrationId: id} = answer as {dealRegistrationId?: string};
  if (id === undefined) return answer as DealRegistration;
  if (known && known.id !== id) return known;
  try {
    return await client.dealRegistrations.get({id});
  } catch (error) {
    return isGone(error) ? null : known;
  }
}
