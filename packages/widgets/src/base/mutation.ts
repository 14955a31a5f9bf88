import {ApiError} from '@portico/client';
import {PorticoErrorEvent} from './error.event.ts';
import type {WidgetHost} from './widget-host.ts';

/** An act of the person: shown at once, sent, and taken back with a reason when it fails. */
export interface Mutation<Answer> {
  /** Shows the act as done. Returns what ends it: with the answer keeps it, without undoes it. */
  show: () => (answer?: Answer) => void;
  send: () => Promise<Answer>;
  /** Says in the person's language why the act did not take effect. */
  explain: (error: unknown) => string;
  /** Shows that sentence. */
  tell: (sentence: string, error: unknown) => void;
}

/**
 * Runs an act optimistically. What was sent is not aborted when the element leaves the page; whether it took effect is the server's word alone.
 *
 * @param host - Fires `portico-error` when the act fails; cancel that event and the widget stays silent.
 * @returns The answer, or `undefined` when it failed and was taken back.
 */
export async function act<Answer>(host: Pick<WidgetHost, 'dispatchEvent'>, {show, send, explain, tell}: Mutation<Answer>): Promise<Answer | undefined> {
  const end = show();
  try {
    const answer = await send();
    end(answer);
    return answer;
  } catch (error) {
    end();
    const sentence = explain(error);
    if (host.dispatchEvent(toErrorEvent(error, sentence))) tell(sentence, error);
    return undefined;
  }
}

/** The event that tells the page of a failure. */
export function toErrorEvent(error: unknown, message: string): PorticoErrorEvent {
  const known = error instanceof ApiError ? error : undefined;
  return new PorticoErrorEvent({code: known?.code ?? 'script', message, retryable: known?.isRetryable ?? false, cause: error});
}
