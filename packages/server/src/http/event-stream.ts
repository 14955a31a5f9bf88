import type {StoredChange} from '../changes/read-changes.ts';

const encoder = new TextEncoder();

/** A subscriber that has not taken so much is cut off; it comes back and resumes. */
const maxBufferedBytes = 256_000;
/** More is only read from the table when less than this waits. */
const lowBufferedBytes = 64_000;

/** A server-sent event as text. */
export function eventText(event: string, data: string, id?: number): string {
  return `${id === undefined ? '' : `id: ${id}\n`}event: ${event}\ndata: ${data}\n\n`;
}

/** Changes as server-sent events; no bytes for none. */
export function encodeChanges(changes: readonly StoredChange[]): Uint8Array {
  return encoder.encode(changes.map(({id, resource, resourceId}) => eventText('change', JSON.stringify({id, resource, resourceId}), id)).join(''));
}

/** The body of one stream: bytes in, bounded, until either side ends it. */
export class EventStream {
  readonly body: ReadableStream<Uint8Array>;
  readonly #onEnd: () => void;
  #controller: ReadableStreamDefaultController<Uint8Array> | undefined;
  #waiting: (() => void)[] = [];

  /** @param onEnd - Called once, whoever ended it. */
  constructor(onEnd: () => void) {
    this.#onEnd = onEnd;
    this.body = new ReadableStream<Uint8Array>(
      {
        start: controller => {
          this.#controller = controller;
        },
        pull: () => this.#release(),
        cancel: () => this.#ended(),
      },
      new ByteLengthQueuingStrategy({highWaterMark: maxBufferedBytes}),
    );
  }

  get isOpen(): boolean {
    return this.#controller !== undefined;
  }

  /** Sends bytes. A reader who is too far behind is cut off instead. */
  send(bytes: Uint8Array): void {
    if (!this.#controller) return;
    const room = this.#controller.desiredSize ?? 0;
    if (bytes.length > room && room < maxBufferedBytes) this.end();
    else this.#controller.enqueue(bytes);
  }

  sendText(text: string): void {
    this.send(encoder.encode(text));
  }

  /** Resolves when little enough waits to be taken, or the stream has ended. */
  async ready(): Promise<void> {
    const waits = () => maxBufferedBytes - (this.#controller?.desiredSize ?? maxBufferedBytes);
    while (this.isOpen && waits() > lowBufferedBytes) await new Promise<void>(resolve => this.#waiting.push(resolve));
  }

  /** Ends the stream after a last word. */
  end(lastWord = ''): void {
    const controller = this.#controller;
    if (!controller) return;
    if (lastWord) controller.enqueue(encoder.encode(lastWord));
    this.#ended();
    controller.close();
  }

  #ended(): void {
    if (!this.#controller) return;
    this.#controller = undefined;
    this.#release();
    this.#onEnd();
  }

  #release(): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const resolve of waiting) resolve();
  }
}
