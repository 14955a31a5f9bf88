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
