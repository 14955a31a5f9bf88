import {ApiError} from '@portico/client';

/** What a failed reading means for the form. */
export function statusOf(error: unknown): 'failed' | 'offline' | 'forbidden' {
  if (!(error instanceof ApiError)) return 'failed';
  if (error.problem.status === 403) return 'forbidden';
  return error.code === 'network_error' || error.code === 'timeout' ? 'offline' : 'failed';
}
