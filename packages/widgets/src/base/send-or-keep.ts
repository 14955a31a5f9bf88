import {newKey, type Client} from '@portico/client';
import type {Api, Route, RouteInput, RouteResponse} from '@portico/contract';
import type {PortalController} from '../portal/portal.controller.ts';
import {isUnreachable} from './failure.ts';

/** Carries a call out: now, or when there is a connection. */
export type Send = <R extends keyof Api, V extends keyof Api[R] & string>(
  resource: R,
  verb: V,
  input: Api[R][V] extends Route ? RouteInput<Api[R][V]> : never,
) => Promise<Api[R][V] extends Route ? RouteResponse<Api[R][V]> : never>;

/** Stands for the answer to a call that waits on this device. */
export const kept = Symbol('kept');

/** Sends a call at once. */
export function sendNow(client: Client, idempotencyKey?: string): Send {
  return (resource, verb, input) => {
    // Which input and which answer belong to which route has been checked where the call was made.
    const calls = client[resource] as unknown as Readonly<Record<string, (input: object, options: {idempotencyKey: string | undefined}) => Promise<never>>>;
    return calls[verb]?.(input, {idempotencyKey}) ?? Promise.reject(new TypeError(verb));
  };
}

/**
 * Sends what a person does. Where the page has an outbox and there is no connection, it waits there: at once when that is known, else after it was tried, as the
 * same act. Had the server taken it and only its answer was lost, it will not take it twice.
 *
 * @param call - Makes one call; made a second time to keep it, with the same input.
 * @param key - The idempotency key of the act.
 * @returns The answer, or `kept`.
 */
export async function sendOrKeep<Answer>({client, outbox, offline}: Pick<PortalController, 'client' | 'outbox' | 'offline'>, call: (send: Send) => Promise<Answer>, key = newKey(client.connection.random)): Promise<Answer | typeof kept> {
  // What the outbox says is no answer of the route, and nobody reads it.
  const keep: Send | undefined = outbox && ((resource, verb, input) => outbox.add(resource, verb, input, {idempotencyKey: key}) as Promise<never>);
  if (keep && offline) {
    await call(keep);
    return kept;
  }
  try {
    return await call(sendNow(client, key));
  } catch (error) {
    if (!keep || !isUnreachable(error)) throw error;
    // A device that keeps nothing more changes nothing of why it failed.
    await call(keep).catch(() => {
      throw error;
    });
    return kept;
  }
}
