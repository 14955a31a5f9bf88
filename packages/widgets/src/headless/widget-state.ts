import type {HeadlessPortal} from './create-portal.ts';

/** What the state of every widget says. */
export interface WidgetState<Status extends string> {
  /** How the widget stands as a whole: `pending` until the first reading, then `ready`; `forbidden`, `offline` or `failed` when there is nothing to show. */
  readonly status: Status;
  /** Why it does not, or why what is shown may be old: an `ApiError`, whose `code` is the key for words of one's own, unless the code itself failed. */
  readonly error: Error | undefined;
  /** Whether the change feed is connected. Without it, what is shown may be old. */
  readonly isLive: boolean;
  /** The server's time at this state, in milliseconds since 1970: deadlines are the server's. */
  readonly now: number;
}

/** What the state of every widget says, from its controller. */
export function stateOf<Status extends string>(portal: HeadlessPortal, {status, error}: {readonly status: Status; readonly error: unknown}): WidgetState<Status> {
  return {status, error: error instanceof Error ? error : undefined, isLive: portal.live, now: portal.now()};
}
