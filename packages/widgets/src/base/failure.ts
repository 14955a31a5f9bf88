import type {PortalController} from '../portal/portal.controller.ts';
import {problemOf} from './problem-of.ts';

/** Whether there was no answer for want of a connection. */
export function isUnreachable(error: unknown): boolean {
  return ['network_error', 'timeout'].includes(problemOf(error).code);
}

/** What a widget is in when its reading failed. */
export function statusOfFailure(error: unknown): 'failed' | 'offline' | 'forbidden' {
  if (problemOf(error).status === 403) return 'forbidden';
  return isUnreachable(error) ? 'offline' : 'failed';
}

/** What a widget is in that cannot show its list, because the session failed or the reading did; `undefined` where neither has. */
export function failedStatus(portal: Pick<PortalController, 'status' | 'error'> | undefined, list: {readonly status: string; readonly error: unknown}): 'failed' | 'offline' | 'forbidden' | undefined {
  if (portal?.status === 'failed') return statusOfFailure(portal.error);
  return list.status === 'failed' ? statusOfFailure(list.error) : undefined;
}
