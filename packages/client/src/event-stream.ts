import {createParser} from 'eventsource-parser';
import type {Connection} from './connection.ts';

/** Silence after which a stream counts as broken; the server sends a heartbeat every 15 s. */
const staleMs = 45_000;

/** One server-sent event as it came. */
export interface StreamMessage {
  /** `change`, `reset`, `reauth`, `drain`, … */
  readonly event: string;
  readonly id: string | undefined;
  readonly data: string;
}

export interface StreamHandlers {
  onOpen(): void;
  onMessage(message: StreamMessage): void;
  /** Something came, if only a heartbeat. */
  onBeat(): void;
  /** The server says how many milliseconds to stay away after the stream ends. */
  onRetry(ms: number): void;
}

/**
 * Reads `GET /v1/events` until it ends.
 *
 * @param lastEventId - Number of the last event that is known, or `undefined` to begin with what happens from now on.
 * @returns When the server ends the stream.
 * @throws ApiError when it cannot be opened; any error when it breaks off; the signal's reason.
 */
export async function readEventStream(connection: Connection, lastEventId: string | undefined, handlers: StreamHandlers, signal: AbortSignal): Promise<void> {
  const stale = new AbortController();
  const {clock, limits} = connection;
  const request = {method: 'GET', path: '/events', headers: {accept: 'text/event-stream', ...(lastEventId && {'last-event-id': lastEventId})}};
  const response = await connection.attempt(request, limits.tryMs, AbortSignal.any([signal, stale.signal]), async answer => answer);
  connection.circuit.note();
  let cancel = clock.after(staleMs, () => stale.abort(new Error('The stream fell silent.')));
  const parser = createParser({
    onEvent: ({event = 'message', id, data}) => handlers.onMessage({event, id, data}),
    onRetry: ms => handlers.onRetry(ms),
  });
  const decoder = new TextDecoder();
  const reader = response.body?.getReader();
  try {
    handlers.onOpen();
    for (;;) {
      const chunk = await reader?.read();
      if (!chunk || chunk.done) return;
      cancel();
      cancel = clock.after(staleMs, () => stale.abort(new Error('The stream fell silent.')));
      handlers.onBeat();
      parser.feed(decoder.decode(chunk.value, {stream: true}));
    }
  } finally {
    cancel();
    // A stream that was left early must not keep its connection.
    reader?.cancel().catch(() => {});
  }
}
