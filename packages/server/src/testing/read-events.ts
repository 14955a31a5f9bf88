import {createInterface} from 'node:readline';
import {Readable} from 'node:stream';
import type {ReadableStream as NodeStream} from 'node:stream/web';

/** A server-sent event as it came. */
export interface ReceivedEvent {
  readonly event: string;
  readonly id: number | null;
  readonly data: string;
  /** What the server said about coming back, with this event. */
  readonly retryMs: number | null;
}

/** The events of an open stream, for tests: waits for the next one, or all there are until something happens. */
export class EventReader {
  readonly #events: AsyncIterator<ReceivedEvent, void>;
  readonly #source: Readable;

  constructor(body: ReadableStream<Uint8Array>) {
    this.#source = Readable.fromWeb(body as NodeStream);
    // Who stops reading early does not want to hear of it.
    this.#source.on('error', () => {});
    this.#events = parse(this.#source);
  }

  /** The next event, or `null` when the stream ends. */
  async next(): Promise<ReceivedEvent | null> {
    const {value} = await this.#events.next();
    return value ?? null;
  }

  /** Reads until an event fits, that one included; to the end when none does. */
  async until(fits: (event: ReceivedEvent) => boolean): Promise<ReceivedEvent[]> {
    const read: ReceivedEvent[] = [];
    for (let event = await this.next(); event; event = await this.next()) {
      read.push(event);
      if (fits(event)) break;
    }
    return read;
  }

  /** Cuts the connection. */
  cut(): void {
    this.#source.destroy();
  }
}

async function* parse(source: Readable): AsyncGenerator<ReceivedEvent, void> {
  let event: {event: string; id: number | null; data: string; retryMs: number | null} = {event: 'message', id: null, data: '', retryMs: null};
  for await (const line of createInterface({input: source})) {
    const [, field, value = ''] = /^(\w*): ?(.*)$/.exec(line) ?? [];
    if (field === 'event') event.event = value;
    else if (field === 'id') event.id = Number(value);
    else if (field === 'data') event.data += value;
    else if (field === 'retry') event.retryMs = Number(value);
    else if (line === '' && event.data !== '') {
      yield event;
      event = {event: 'message', id: null, data: '', retryMs: null};
    }
  }
}
