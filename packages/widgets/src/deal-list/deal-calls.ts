import type {Client} from '@portico/client';
import type {Api, DealLostReason, DealRegistration, DealWithdrawReason, Route, RouteInput} from '@portico/contract';
import {isGone} from '../base/live-list.model.ts';
import type {DealAct, DealActInput} from './deal-list.model.ts';

/** Carries a call out, now or when there is a connection: the client, or its outbox. */
export type Send<Answer> = <R extends keyof Api, V extends keyof Api[R] & string>(resource: R, verb: V, input: Api[R][V] extends Route ? RouteInput<Api[R][V]> : never) => Promise<Answer>;

/** Makes the call of an act. */
export function callAct<Answer>(send: Send<Answer>, act: DealAct, {id, version}: Pick<DealRegistration, 'id' | 'version'>, input: DealActInput): Promise<Answer> {
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

/** Sends calls at once. */
export function sendNow(client: Client): Send<unknown> {
  return (resource, verb, input) => {
    // Which input belongs to which route has been checked where the call was made.
    const calls = client[resource] as unknown as Readonly<Record<string, (input: object) => Promise<unknown>>>;
    return calls[verb]?.(input) ?? Promise.reject(new TypeError(verb));
  };
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
