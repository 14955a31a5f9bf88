import {ApiError} from '@portico/client';

/** Why something did not take effect, in English: the sentence that came with the problem. */
export function sentenceOf(error: unknown): string {
  const {title} = error instanceof ApiError ? error.problem : ((error as {problem?: {title?: string}} | undefined)?.problem ?? {});
  return title ?? 'It did not work.';
}
