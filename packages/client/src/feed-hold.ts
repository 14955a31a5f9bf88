import type {ChangeEvent} from '@portico/contract';
import type {Connection} from './connection.ts';
import type {FeedState} from './feed-tabs.ts';

/** What a change feed shares with the code behind it, which comes after the first view. */
export interface FeedHold {
  readonly connection: Connection;
  /** Changed by `enter` only. */
  state: FeedState;
  /** Number of the last change that is known, for resuming. */
  lastEventId: string | undefined;
  /** Connects, if somebody listens. */
  start(): void;
  /** Lets go of the stream until the next start. */
  stop(): void;
  /** Ends the present pause. */
  wake(): void;
  /** Called with every new token, before anything else. */
  renewed(): void;
  /** Called at the very end. */
  close(): void;
  tell(change: ChangeEvent | null): void;
  enter(state: FeedState): void;
  /** Stops and drops the number, which is one of the tenant before. */
  forget(): void;
  /** Waits; ends early when somebody wakes it. */
  pause(ms: number, signal: AbortSignal): Promise<void>;
}
