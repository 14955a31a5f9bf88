import type {ChangeEvent} from '@portico/contract';
import type {Connection} from './connection.ts';
import {ApiError} from './errors.ts';
import {readEventStream, type StreamMessage} from './event-stream.ts';
import {reconnectMs} from './retry.ts';

/** Where the stream's news goes. */
export interface StreamSink {
  /** Number of the last event that is known, for resuming. */
  readonly lastEventId: string | undefined;
  onOpen(): void;
  onBeat(): void;
  /** The stream goes on from this number. */
  onReady(id: string): void;
  onChange(change: ChangeEvent): void;
  /** Events may have been missed; `id` is the number to go on from, when the server said one. */
  onMissed(id: string | undefined): void;
  /** The stream is gone; `failures` counts attempts in a row that did not get through, 0 when it ended as announced. */
  onLost(failures: number): void;
}

/**
 * Keeps one stream open until the signal is aborted.
 *
 * @param pause - Waits between attempts; may end early when the network is back.
 */
export async function keepStreaming(connection: Connection, sink: StreamSink, signal: AbortSignal, pause: (ms: number) => Promise<void>): Promise<void> {
  const {session, random} = connection;
  let failures = 0;
  while (!signal.aborted) {
    let end: 'cut' | 'reauth' | 'drain' = 'cut';
    let retryMs = 3000;
    const onMessage = (message: StreamMessage) => {
      if (message.event === 'reauth' || message.event === 'drain') end = message.event;
      else if (message.event === 'reset') sink.onMissed(message.id);
      else if (message.event === 'ready' && message.id) sink.onReady(message.id);
      else if (message.event === 'change') {
        const change = toChange(message.data);
        if (change) sink.onChange(change);
      }
    };
    const token = await session.token().catch(() => '');
    try {
      const onOpen = () => {
        failures = 0;
        sink.onOpen();
      };
      await readEventStream(connection, sink.lastEventId, {onOpen, onMessage, onBeat: () => sink.onBeat(), onRetry: ms => (retryMs = ms)}, signal);
    } catch (error) {
      if (signal.aborted) return;
      if (error instanceof ApiError && error.code === 'last_event_id_invalid' && sink.lastEventId !== undefined) {
        sink.onMissed(undefined);
        continue;
      }
    }
    if (signal.aborted) return;
    // TypeScript does not see that onMessage assigns it.
    const ended = end as 'cut' | 'reauth' | 'drain';
    if (ended === 'reauth' && (await session.renew(token).then(() => true, () => false))) continue;
    if (ended !== 'drain') failures++;
    sink.onLost(failures);
    await pause(ended === 'drain' ? retryMs : reconnectMs(failures, random)).catch(() => {});
  }
}

function toChange(data: string): ChangeEvent | undefined {
  try {
    const change = JSON.parse(data) as ChangeEvent;
    return typeof change.id === 'number' && typeof change.resource === 'string' ? change : undefined;
  } catch {
    return undefined;
  }
}

