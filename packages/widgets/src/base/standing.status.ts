import type {Component} from '@portico/contract';
import type {LiveQuery} from './live-query.ts';
import type {WidgetHost} from './widget-host.ts';
import {statusOfFailure} from './failure.ts';

/** How a widget about points and levels stands as a whole. */
export type StandingStatus = 'pending' | 'ready' | 'failed' | 'offline' | 'forbidden';

type Reading = Pick<LiveQuery<readonly unknown[], unknown>, 'value' | 'error'>;

/** Whether this session may show a widget. */
export function mayShow({portal}: WidgetHost, component: Component, ...scopes: readonly string[]): boolean {
  const me = portal?.me;
  return me !== undefined && me.components.includes(component) && scopes.every(scope => me.scopes.includes(scope));
}

/**
 * How a widget stands that needs all of these readings.
 *
 * @param shown - Whether there is something to show already, from before; a failed refresh does not take it away.
 */
export function statusOf({portal}: WidgetHost, mayRead: boolean, readings: readonly Reading[], shown = readings.every(({value}) => value !== undefined)): StandingStatus {
  if (portal?.ready && !mayRead) return 'forbidden';
  const error = errorOf({portal}, readings);
  if (error !== undefined && !(portal?.ready && shown)) return statusOfFailure(error);
  return portal?.ready && shown ? 'ready' : 'pending';
}

/** Why it is not `ready`, or why what it shows may be old. */
export function errorOf({portal}: Pick<WidgetHost, 'portal'>, readings: readonly Reading[]): unknown {
  return portal?.status === 'failed' ? portal.error : readings.find(({error}) => error !== undefined)?.error;
}
