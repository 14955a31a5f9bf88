import type {Outbox} from '@portico/client';
import type {ReactiveController} from 'lit';
import type {WidgetHost} from './widget-host.ts';

type Listener = Parameters<Outbox['subscribe']>[0];

/** What the outbox has had taken by the server. */
export type Sent = NonNullable<Parameters<Listener>[0]>;

/** What carries a widget's acts out. */
interface Runs {
  readonly waiting: {take(sent: Sent): void};
}

/**
 * What carries acts out, which the first view does not need: its code comes after the list, or with the first act. Acts that wait on this device belong to their
 * rows from the start, so it comes for them too; what the outbox sends meanwhile is handed over when it is there.
 */
export class LaterRuns<R extends Runs> implements ReactiveController {
  readonly #host: WidgetHost;
  readonly #make: () => Promise<R>;
  #runs: R | undefined;
  #loading: Promise<R> | undefined;
  #sent: Sent[] = [];
  #stop: (() => void) | undefined;

  /** @param make - Imports the code and makes of it what runs; called again only after it failed. */
  constructor(host: WidgetHost, make: () => Promise<R>) {
    this.#host = host;
    this.#make = make;
    host.addController(this);
  }

  hostUpdate() {
    const outbox = this.#host.portal?.outbox;
    if (this.#runs || !outbox) return;
    this.#stop ??= outbox.subscribe(sent => {
      if (sent) this.#sent.push(sent);
    });
    void this.load().catch(() => undefined);
  }

  hostDisconnected() {
    this.#takeSent();
  }

  /** What runs acts, once it is there. */
  get current(): R | undefined {
    return this.#runs;
  }

  /** Brings it; without a connection it rejects, and the next call tries again. */
  load(): Promise<R> {
    this.#loading ??= this.#load();
    return this.#loading;
  }

  async #load(): Promise<R> {
    try {
      const runs = await this.#make();
      this.#runs = runs;
      for (const sent of this.#takeSent()) runs.waiting.take(sent);
      this.#host.requestUpdate();
      return runs;
    } catch (error) {
      this.#loading = undefined;
      throw error;
    }
  }

  /** Stops listening; what was sent until then, oldest first. */
  #takeSent(): readonly Sent[] {
    this.#stop?.();
    this.#stop = undefined;
    return this.#sent.splice(0);
  }
}
